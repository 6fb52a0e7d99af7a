/** Representations, and parts of them, that several tags show. */
package io.github.cvatopenapi.embedded.resources.views;
