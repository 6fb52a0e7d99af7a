/**
 * The client of one CVAT server. {@link io.github.cvatopenapi.client.CvatClient} is the way in: it gives the generated
 * APIs of {@code io.github.cvatopenapi.client.api}, and helps with what takes more than one call.
 */
package io.github.cvatopenapi.client;
