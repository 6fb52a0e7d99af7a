/** Compares what two people drew on a frame. Knows nothing of jobs, reports or HTTP. */
package io.github.cvatopenapi.embedded.quality;
