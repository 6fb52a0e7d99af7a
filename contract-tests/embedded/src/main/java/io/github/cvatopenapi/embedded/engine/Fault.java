package io.github.cvatopenapi.embedded.engine;

import java.util.List;
import java.util.Map;

/**
 * Ends an operation with an error answer. Carries no stack trace: it is part of the contract, not a failure of ours.
 */
public final class Fault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Answer answer;

    public Fault(Answer answer) {
        super("HTTP status " + answer.status(), null, false, false);
        this.answer = answer;
    }

    public Answer answer() {
        return answer;
    }

    /** {@code {"detail": text}}. */
    public static Fault detail(int status, String text) {
        return new Fault(Answer.json(status, Map.of("detail", text)));
    }

    /** {@code {field: [text, ...]}} with status 400. */
    public static Fault field(String field, String... texts) {
        return new Fault(Answer.json(400, Map.of(field, List.of(texts))));
    }

    /** {@code [text]} with status 400. */
    public static Fault list(String text) {
        return new Fault(Answer.json(400, List.of(text)));
    }

    /** {@code {"non_field_errors": [text]}} with status 400. */
    public static Fault nonField(String text) {
        return field("non_field_errors", text);
    }

    /** A plain sentence sent as {@code text/html}. */
    public static Fault sentence(int status, String text) {
        return new Fault(Answer.sentence(status, text));
    }

    /** 403 in the usual words. */
    public static Fault forbidden() {
        return detail(403, "You do not have permission to perform this action.");
    }

    /** 429, to be tried again after so many seconds. */
    public static Fault throttled(long seconds) {
        return new Fault(detail(429, "Request was throttled. Expected available in " + seconds + " seconds.").answer()
                .with("Retry-After", String.valueOf(seconds)));
    }

    /** 404 for a path that names nothing that could exist. */
    public static Fault notFound() {
        return detail(404, "Not found.");
    }

    /** 404 for an entity that does not exist, by the name the server has for its kind, such as {@code Project}. */
    public static Fault noSuch(String kind) {
        return detail(404, "No " + kind + " matches the given query.");
    }
}
