package io.github.cvatopenapi.spec;

import java.util.List;
import java.util.Optional;

/**
 * A response of an operation.
 *
 * @param status   the HTTP status
 * @param declared whether the pinned document has it; false where the observed overlay added what a live server answers
 * @param content  one entry a media type, empty for no body
 */
public record Response(int status, boolean declared, List<Media> content) {

    /** The body of that media type, if the response can have it. */
    public Optional<Media> content(String mediaType) {
        return content.stream().filter(media -> media.type().equals(mediaType)).findFirst();
    }
}
