package io.github.cvatopenapi.spec;

import java.util.Map;

/**
 * A media type of a request or response body.
 *
 * @param type   the media type, without parameters
 * @param schema the schema as it stands in the corrected document, empty where none is given; references are not
 *     resolved
 */
public record Media(String type, Map<String, Object> schema) {
}
