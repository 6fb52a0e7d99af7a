package io.github.cvatopenapi.embedded.engine;

import java.nio.file.Path;

/**
 * A file of a form, in a temporary file that is gone after the call unless it is moved.
 *
 * @param field     the name of the form field
 * @param name      the name the client gave, last segment only
 * @param mediaType as the client said, or null
 * @param file      where the content is
 * @param size      in bytes
 */
public record Upload(String field, String name, String mediaType, Path file, long size) {
}
