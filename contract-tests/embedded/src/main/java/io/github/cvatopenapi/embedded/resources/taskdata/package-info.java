/** The data of tasks: gathering pictures, dividing them into jobs, showing them as frames and chunks. */
package io.github.cvatopenapi.embedded.resources.taskdata;
