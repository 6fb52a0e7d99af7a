/**
 * The CVAT contract as data: reads the pinned OpenAPI document, corrects it with overlays, and answers questions about
 * the result. {@link io.github.cvatopenapi.spec.Contract#load()} is the way in for everything that works by the
 * contract.
 */
package io.github.cvatopenapi.spec;
