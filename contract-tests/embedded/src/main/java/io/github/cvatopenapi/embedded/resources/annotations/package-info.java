/** What is drawn: read and checked, kept with jobs, cut for them, compared. */
package io.github.cvatopenapi.embedded.resources.annotations;
