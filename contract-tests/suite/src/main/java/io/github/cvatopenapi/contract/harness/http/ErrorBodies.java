package io.github.cvatopenapi.contract.harness.http;

import com.google.gson.JsonParseException;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.spec.Operation;
import io.github.cvatopenapi.spec.Trees;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Bodies of errors. They come in many shapes, of which the document declares only some; but whatever the shape, all
 * that is in one is text for a person, and some statuses always say it the same way.
 */
final class ErrorBodies {

    /** Refusals that say why in {@code detail}: no credentials, no such method. */
    private static final Set<Integer> DETAILED = Set.of(401, 405);

    /** Media types that errors come in, whatever the document says. */
    static final Set<String> MEDIA = Set.of(Call.CVAT_JSON, "text/html", "text/plain");

    private ErrorBodies() {
    }

    /** What is wrong with an answer of 400 and above, if anything; with {@code anyMedia} its media type is right. */
    static Optional<Violation> problem(Operation operation, RawAnswer answer, boolean anyMedia) {
        String begin = operation.id() + " answered " + answer.status() + " ";
        String type = answer.mediaType();
        boolean known = MEDIA.contains(type) || operation.responses().stream().flatMap(each -> each.content().stream())
                .anyMatch(each -> each.type().equals(type));
        if (!answer.empty() && !anyMedia && !known) {
            return Optional.of(new Violation(Rule.SCHEMA_MEDIA,
                    begin + "with " + (type.isEmpty() ? "no media type" : type)));
        }
        return disguised(answer) ? Optional.of(new Violation(Rule.SCHEMA_MEDIA, begin + "with JSON as " + type))
                : problem(answer).map(what -> new Violation(Rule.SCHEMA_BODY, begin + what));
    }

    private static Optional<String> problem(RawAnswer answer) {
        if (answer.empty()) {
            return Optional.of("without a body that says why");
        }
        if (answer.json() == null) {
            return Optional.empty();
        }
        if (!texts(answer.json()) || !says(answer.json())) {
            return Optional.of("with an error that is not told in texts");
        }
        boolean detailed = Trees.object(answer.json()).get("detail") instanceof String;
        return DETAILED.contains(answer.status()) && !detailed ? Optional.of("without detail") : Optional.empty();
    }

    /** Whether the body is JSON, although it is sent as text for people. */
    private static boolean disguised(RawAnswer answer) {
        String text = answer.text().strip();
        if (!answer.mediaType().startsWith("text/") || !text.startsWith("{") && !text.startsWith("[")) {
            return false;
        }
        try {
            Object tree = JsonTrees.read(text);
            return tree instanceof Map || tree instanceof List;
        } catch (JsonParseException e) {
            return false;
        }
    }

    private static boolean texts(Object node) {
        if (node instanceof Map<?, ?> object) {
            return object.values().stream().allMatch(ErrorBodies::texts);
        }
        return node instanceof List<?> items ? items.stream().allMatch(ErrorBodies::texts) : node instanceof String;
    }

    private static boolean says(Object node) {
        if (node instanceof Map<?, ?> object) {
            return object.values().stream().anyMatch(ErrorBodies::says);
        }
        return node instanceof List<?> items ? items.stream().anyMatch(ErrorBodies::says)
                : node instanceof String text && !text.isBlank();
    }
}
