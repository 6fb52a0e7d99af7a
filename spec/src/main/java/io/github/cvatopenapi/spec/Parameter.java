package io.github.cvatopenapi.spec;

import java.util.Map;

/**
 * A parameter of an operation.
 *
 * @param name     as it goes over the wire
 * @param in       {@code path}, {@code query} or {@code header}
 * @param required whether it must be given
 * @param schema   the schema as it stands in the corrected document; references are not resolved
 */
public record Parameter(String name, String in, boolean required, Map<String, Object> schema) {
}
