/**
 * The client of one CVAT server. {@link io.github.cvatopenapi.client.CvatClient} is the way in: it gives the generated
 * APIs of {@code io.github.cvatopenapi.client.api}, and helps with what takes more than one call.
 *
 * <p>Whatever does not succeed is a {@link io.github.cvatopenapi.client.CvatException}, unchecked: a call that the
 * server refuses, a bad network, an interrupt, a local file that cannot be read or written; from calls, listings and
 * whole jobs alike, and from futures as their cause. Wrong arguments are an {@link IllegalArgumentException} before
 * anything is sent. Only Retrofit's own {@code Call.execute} and OkHttp throw {@link java.io.IOException}, as ever.
 */
package io.github.cvatopenapi.client;
