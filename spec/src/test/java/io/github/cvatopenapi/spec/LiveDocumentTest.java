package io.github.cvatopenapi.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.GsonBuilder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The steps take the document as a live server serves it: with prose and examples, its keys in another order, as YAML
 * or JSON.
 */
class LiveDocumentTest {

    private static final Set<String> PROSE =
            Set.of("description", "summary", "title", "example", "examples", "externalDocs");
    private static final Set<String> NAMES = Set.of("properties", "paths", "schemas", "responses", "content", "headers",
            "securitySchemes");

    private final Map<String, Object> live =
            Trees.object(served(Pinned.read(Path.of(""), Contract.load().version()), false));

    @Test
    void itsVariantDiffersFromThePinnedOne() {
        assertThat(new ArrayList<>(live.keySet()))
                .isNotEqualTo(new ArrayList<>(Contract.pinned().document().keySet()));
        assertThat(Trees.at(live, "paths", "/api/tasks", "get", "description")).isEqualTo("Prose of the server.");
        assertThat(Trees.at(live, "components", "schemas", "RqId", "example")).isNotNull();
    }

    @Test
    void comesToTheSameContract() {
        assertSame(live);
    }

    @Test
    void comesToTheSameContractFromJson() {
        assertSame(Documents.parse(new GsonBuilder().serializeNulls().create().toJson(live), "live.json"));
    }

    private static void assertSame(Map<String, Object> document) {
        Corrections corrections = Corrections.in(Path.of(""));
        Map<String, Object> corrected = corrections.correct(document);
        assertThat(bare(corrected, false)).isEqualTo(bare(Contract.load().document(), false));
        assertThat(bare(corrections.fitForGenerator(corrected), false))
                .isEqualTo(bare(corrections.fitForGenerator(Contract.load().document()), false));
        assertThat(Contract.of(corrected).operations()).map(Operation::id)
                .containsExactlyInAnyOrderElementsOf(Contract.load().operations().stream().map(Operation::id).toList());
    }

    /** A copy with keys in reverse alphabetical order, and prose and examples wherever they may stand. */
    private static Object served(Object node, boolean named) {
        if (node instanceof Map) {
            Map<String, Object> ordered = new TreeMap<>(Comparator.reverseOrder());
            Trees.object(node).forEach((key, value) -> ordered.put(key, served(value, !named && NAMES.contains(key))));
            Map<String, Object> copied = new LinkedHashMap<>(ordered);
            if (!named && (copied.containsKey("operationId") || copied.containsKey("type")
                    || copied.containsKey("in"))) {
                copied.put("description", "Prose of the server.");
            }
            if (!named && copied.containsKey("operationId")) {
                copied.put("summary", "Prose");
            }
            if (!named && copied.get("type") instanceof String && copied.containsKey("properties")) {
                copied.put("example", Map.of("type", "x", "properties", List.of()));
            }
            return copied;
        }
        return node instanceof List<?> items ? items.stream().map(item -> served(item, false)).toList() : node;
    }

    /** The node without prose, its numbers by value, without the order of the names of secrets. */
    private static Object bare(Object node, boolean named) {
        if (node instanceof Map) {
            Map<String, Object> copied = new LinkedHashMap<>();
            Trees.object(node).forEach((key, value) -> {
                if (key.equals("x-secrets")) {
                    copied.put(key, Set.copyOf(Trees.list(value)));
                } else if (named || !PROSE.contains(key) && !key.equals("x-summary")) {
                    copied.put(key, bare(value, !named && NAMES.contains(key)));
                }
            });
            return Collections.unmodifiableMap(copied);
        }
        if (node instanceof Number number) {
            return number.doubleValue();
        }
        return node instanceof List<?> items ? items.stream().map(item -> bare(item, false)).toList() : node;
    }
}
