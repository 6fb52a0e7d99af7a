package io.github.cvatopenapi.spec;

import java.util.List;
import java.util.Optional;

/**
 * One operation of the contract.
 *
 * @param id           the operation id, unique in the document
 * @param method       in capitals
 * @param path         the path template, such as {@code /api/tasks/{id}}
 * @param tag          the first tag
 * @param summary      one line, or null
 * @param parameters   those of the path item and of the operation, in document order
 * @param bodyRequired whether a request body must be sent
 * @param requestBodies one entry a media type that may be sent, in document order; empty for no body
 * @param responses    in ascending order of status
 * @param secured      whether credentials are declared to be needed
 */
public record Operation(String id, String method, String path, String tag, String summary, List<Parameter> parameters,
                        boolean bodyRequired, List<Media> requestBodies, List<Response> responses, boolean secured) {

    /** The response for {@code status}, if the corrected document has one. */
    public Optional<Response> response(int status) {
        return responses.stream().filter(response -> response.status() == status).findFirst();
    }

    /** The parameter of that name and place ({@code path}, {@code query}, {@code header}), if there is one. */
    public Optional<Parameter> parameter(String in, String name) {
        return parameters.stream().filter(p -> p.in().equals(in) && p.name().equals(name)).findFirst();
    }

    /** The body of that media type, if it may be sent. */
    public Optional<Media> requestBody(String mediaType) {
        return requestBodies.stream().filter(media -> media.type().equals(mediaType)).findFirst();
    }

    /** Whether it answers a page: {@code count, next, previous, results}. */
    public boolean paged() {
        return method.equals("GET") && parameter("query", "page").isPresent()
                && parameter("query", "page_size").isPresent();
    }
}
