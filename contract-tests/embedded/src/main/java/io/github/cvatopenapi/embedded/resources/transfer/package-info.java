/** Exports, imports and backups: the files that carry tasks and projects in and out. */
package io.github.cvatopenapi.embedded.resources.transfer;
