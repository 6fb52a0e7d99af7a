package io.github.cvatopenapi.spec;

import static io.github.cvatopenapi.spec.ErrorShape.ordered;

import io.github.cvatopenapi.spec.recorded.RecordedExchange;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Makes the observed overlay: the statuses below 500, and their media types, that a live server answered and that the
 * document, corrected, does not declare.
 */
final class ObservedOverlay {

    private static final Map<Integer, String> MEANINGS = Map.ofEntries(
            Map.entry(200, "Done, without a body"), Map.entry(201, "Upload begun; Location says where it goes on"),
            Map.entry(400, "Bad input"), Map.entry(401, "Credentials are missing or wrong"),
            Map.entry(403, "Not permitted"), Map.entry(404, "Does not exist, or not for the caller"),
            Map.entry(405, "Method not allowed"), Map.entry(406, "No media type that Accept asks for"),
            Map.entry(409, "In conflict with a request that is under way"), Map.entry(410, "No longer offered"),
            Map.entry(415, "Media type of the request not accepted"));

    private final Contract corrected;
    private final List<RecordedExchange> exchanges;

    private ObservedOverlay(Contract corrected, List<RecordedExchange> exchanges) {
        this.corrected = corrected;
        this.exchanges = exchanges.stream()
                .filter(each -> each.operation().isPresent() && each.status() < 500)
                .toList();
    }

    /** The overlay as a tree. */
    static Map<String, Object> make(Contract corrected, String version, List<RecordedExchange> exchanges) {
        return new ObservedOverlay(corrected, exchanges).overlay(version);
    }

    private Map<String, Object> overlay(String version) {
        List<Object> actions = new ArrayList<>();
        actions.add(ordered("x-id", "error-shapes", "target", "$.components.schemas",
                "description", "The shapes that errors were seen in.", "update", ErrorShape.schemas()));
        corrected.operations().forEach(operation -> {
            Map<String, Object> responses = responses(operation);
            if (!responses.isEmpty()) {
                actions.add(ordered("x-id", "observed-" + operation.id(), "target", "$.paths['%s'].%s.responses"
                                .formatted(operation.path(), operation.method().toLowerCase(Locale.ROOT)),
                        "description", evidence(operation, responses), "update", responses));
            }
        });
        return ordered("overlay", "1.0.0",
                "info", ordered("title", "What a live CVAT was seen to answer beyond its document", "version", version),
                "actions", actions);
    }

    /** What is to be merged into the responses of the operation. */
    private Map<String, Object> responses(Operation operation) {
        Map<Integer, List<RecordedExchange>> byStatus = exchanges.stream()
                .filter(each -> each.operation().get().equals(operation.id()))
                .collect(Collectors.groupingBy(RecordedExchange::status, TreeMap::new, Collectors.toList()));
        Map<String, Object> responses = new LinkedHashMap<>();
        byStatus.forEach((status, seen) -> {
            Response declared = operation.response(status).orElse(null);
            Map<String, Object> response = new LinkedHashMap<>();
            if (declared == null) {
                response.put("description", MEANINGS.get(status));
                response.put(Index.OBSERVED, true);
            }
            Map<String, Object> content = content(operation, status, seen, declared);
            if (!content.isEmpty()) {
                response.put("content", content);
            }
            if (!response.isEmpty()) {
                responses.put(status.toString(), response);
            }
        });
        return responses;
    }

    private static Map<String, Object> content(Operation operation, int status, List<RecordedExchange> seen,
            Response declared) {
        Map<String, List<RecordedExchange>> byType = seen.stream()
                .filter(each -> each.hasBody() && !each.mediaType().isEmpty())
                .collect(Collectors.groupingBy(RecordedExchange::mediaType, TreeMap::new, Collectors.toList()));
        Map<String, Object> content = new LinkedHashMap<>();
        byType.forEach((type, bodies) -> {
            if (declared == null) {
                content.put(type, ordered("schema", schema(operation, status, bodies)));
            } else if (declared.content(type).isEmpty()) {
                content.put(type, ordered(Index.OBSERVED, true, "schema", schema(operation, status, bodies)));
            }
        });
        return content;
    }

    private static Map<String, Object> schema(Operation operation, int status, List<RecordedExchange> bodies) {
        boolean page = bodies.stream().allMatch(each -> each.mediaType().equals("text/html"));
        if (status < 300) {
            if (!page) {
                throw new SpecException(operation.id() + " answers " + bodies.get(0).mediaType() + " with " + status
                        + "; say in corrections.yaml what it is.");
            }
            return ordered("type", "string");
        }
        Set<ErrorShape> shapes = EnumSet.noneOf(ErrorShape.class);
        bodies.forEach(each -> shapes.add(each.json().map(ErrorShape::of).orElse(ErrorShape.TEXT)));
        List<Object> references = new ArrayList<>();
        shapes.forEach(shape -> references.add(shape.reference()));
        return references.size() == 1 ? Trees.object(references.get(0)) : ordered("anyOf", references);
    }

    /** Names for each status the first case of the recordings that shows it. */
    private String evidence(Operation operation, Map<String, Object> responses) {
        return "Seen: " + responses.keySet().stream()
                .map(status -> status + " in case " + exchanges.stream()
                        .filter(each -> each.operation().get().equals(operation.id())
                                && shows(each, status, responses.get(status)))
                        .findFirst().map(RecordedExchange::caseName).orElseThrow())
                .collect(Collectors.joining(", ")) + ".";
    }

    private static boolean shows(RecordedExchange exchange, String status, Object response) {
        return String.valueOf(exchange.status()).equals(status) && (Trees.object(response).containsKey(Index.OBSERVED)
                || Trees.object(Trees.object(response).get("content")).containsKey(exchange.mediaType()));
    }
}
