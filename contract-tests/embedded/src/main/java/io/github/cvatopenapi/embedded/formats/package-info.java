/**
 * Files of datasets, annotations and backups, both ways. Knows nothing of HTTP or of the store; callers hand in plain
 * views.
 */
package io.github.cvatopenapi.embedded.formats;
