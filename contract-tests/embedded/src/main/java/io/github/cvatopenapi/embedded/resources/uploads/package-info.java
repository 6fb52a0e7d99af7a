/** Files that come in several calls, whatever they are for. */
package io.github.cvatopenapi.embedded.resources.uploads;
