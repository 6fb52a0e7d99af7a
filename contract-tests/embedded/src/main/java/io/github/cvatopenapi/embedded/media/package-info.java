/**
 * Images, archives, frames and their division into jobs. Knows nothing of HTTP or of the store; works on files below
 * directories handed in.
 */
package io.github.cvatopenapi.embedded.media;
