package io.github.cvatopenapi.client;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What did not succeed: the server refused a call, no whole answer came, or a local file could not be read or written.
 * The one exception type of the client; unchecked, so that it comes out of listings and streams as out of calls. It
 * never holds a secret.
 */
public class CvatException extends RuntimeException {

    private static final int LONGEST_BODY = 8_192;
    private static final int LONGEST_MESSAGE = 1_000;
    private static final long serialVersionUID = 1;

    private final String operation;
    private final int status;
    private final ErrorBody body;
    private final String rawBody;
    private final Duration retryAfter;

    /** No answer, or none that can be read. */
    CvatException(String operation, String problem, String raw, Throwable cause) {
        super(operation + ": " + cut(problem, LONGEST_MESSAGE), cause);
        this.operation = operation;
        this.status = 0;
        this.body = ErrorBody.NONE;
        this.rawBody = cut(raw, LONGEST_BODY);
        this.retryAfter = null;
    }

    private CvatException(String operation, int status, String raw, ErrorBody body, Duration retryAfter) {
        super(operation + ": " + sentence(status, body));
        this.operation = operation;
        this.status = status;
        this.body = body;
        this.rawBody = cut(raw, LONGEST_BODY);
        this.retryAfter = retryAfter;
    }

    /** An answer of the server that is an error. */
    static CvatException refused(String operation, int status, ErrorAnswer answer, Duration retryAfter) {
        return new CvatException(operation, status, answer.start(), answer.body(), retryAfter);
    }

    private static String sentence(int status, ErrorBody body) {
        StringBuilder sentence = new StringBuilder().append(status);
        if (!body.message().isEmpty()) {
            sentence.append(": ").append(body.message());
        }
        body.fields().forEach((field, messages) ->
                sentence.append(sentence.indexOf(":") < 0 ? ": " : "; ").append(field).append(": ")
                        .append(String.join(" ", messages)));
        if (body.requestId() != null) {
            sentence.append(": such a request is already under way: ").append(body.requestId());
        }
        return cut(sentence.toString(), LONGEST_MESSAGE);
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest) + "...";
    }

    /**
     * What was called, as method and path, such as {@code GET /api/tasks/{id}}; where a local file is the trouble,
     * {@code read} or {@code write} and its path.
     *
     * @return the operation
     */
    public String operation() {
        return operation;
    }

    /**
     * The HTTP status.
     *
     * @return the status, at least 300; or 0 when no answer came, or none that can be read
     */
    public int status() {
        return status;
    }

    /**
     * What the server says about the error as a whole.
     *
     * @return the server's sentence; empty when it gave none, or only {@link #fieldErrors}
     */
    public String serverMessage() {
        return body.message();
    }

    /**
     * What the server says about parts of the request; of very many the first.
     *
     * @return the messages by the part's path, such as {@code labels[0].name}; unmodifiable, in the server's order
     */
    public Map<String, List<String>> fieldErrors() {
        return Collections.unmodifiableMap(body.fields());
    }

    /**
     * The error's code, which few errors have, such as {@code parse_error}.
     *
     * @return the code, if there is one
     */
    public Optional<String> code() {
        return Optional.ofNullable(body.code());
    }

    /**
     * The request that is under way already and why this call was refused (409).
     *
     * @return the id of the request, if there is one
     */
    public Optional<String> requestId() {
        return Optional.ofNullable(body.requestId());
    }

    /**
     * How long the server asks to wait before the next call (429, 503).
     *
     * @return the time to wait, if the server named one
     */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /**
     * The body of the answer as it came, without secrets, cut after some thousand characters; the start of it when it
     * could not be read.
     *
     * @return the body; empty when there was none
     */
    public String rawBody() {
        return rawBody;
    }
}
