package io.github.cvatopenapi.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OverlayTest {

    private final Map<String, Object> document = Documents.parse("""
            a: {type: object, keep: 1, list: [x], deep: {one: 1, two: 2}}
            b: {type: object}
            list: [{n: 0}, {n: 1}, {n: 2}]
            """, "document");

    @Test
    void mergesObjectsDeeplyAndAddsToLists() {
        apply("""
                - target: $.a
                  description: why
                  update: {type: string, list: [y], deep: {two: 3, three: 4}}
                """);
        assertThat(document.get("a")).isEqualTo(Documents.parse(
                "{type: string, keep: 1, list: [x, y], deep: {one: 1, two: 3, three: 4}}", "wanted"));
    }

    @Test
    void addsToAListThatIsTheTarget() {
        apply("- {target: $.list, description: why, update: {n: 3}}");
        assertThat(Trees.list(document.get("list"))).hasSize(4).last().isEqualTo(Map.of("n", 3));
    }

    @Test
    void removesKeysAndEveryItemThatMatches() {
        apply("""
                - {target: $.a.deep.one, description: why, remove: true}
                - {target: '$.list[*]', description: why, x-matches: 3, remove: true}
                """);
        assertThat(Trees.at(document, "a", "deep")).isEqualTo(Map.of("two", 2));
        assertThat(Trees.list(document.get("list"))).isEmpty();
    }

    @Test
    void laterActionsSeeWhatEarlierOnesDid() {
        apply("""
                - {target: $, description: why, update: {c: {}}}
                - {target: $.c, description: why, update: {d: 1}}
                """);
        assertThat(document.get("c")).isEqualTo(Map.of("d", 1));
    }

    @Test
    void theUpdateIsCopiedToEachNode() {
        apply("- {target: '$[''a'',''b'']', description: why, x-matches: 2, update: {made: {n: 1}}}");
        assertThat(Trees.at(document, "a", "made")).isEqualTo(Trees.at(document, "b", "made"))
                .isNotSameAs(Trees.at(document, "b", "made"));
    }

    @Test
    void anActionThatMatchesNothingIsNamedByItsTarget() {
        assertThatThrownBy(() -> apply("- {target: $.nowhere, description: Why not., update: {x: 1}}"))
                .isInstanceOf(SpecException.class)
                .hasMessage("test.yaml: target $.nowhere matches 0 nodes, 1 expected (Why not.)");
    }

    @Test
    void anActionThatMatchesAnotherNumberIsNamedByItsTarget() {
        assertThatThrownBy(() -> apply("- {target: '$.list[*]', description: Why not., x-matches: 2, update: {x: 1}}"))
                .hasMessage("test.yaml: target $.list[*] matches 3 nodes, 2 expected (Why not.)");
    }

    @Test
    void tryingOnTellsWhatEachFound() {
        List<Overlay.Outcome> outcomes = overlay("""
                - {target: $.nowhere, description: why, remove: true}
                - {target: $.a, description: why, remove: true}
                """).tryOn(document);
        assertThat(outcomes).extracting(Overlay.Outcome::fits).containsExactly(false, true);
    }

    @Test
    void saysWhatIsWrongWithAnOverlay() {
        assertThatThrownBy(() -> apply("- {target: $.a, update: {x: 1}}"))
                .hasMessage("test.yaml: the action on $.a has no description that says why.");
        assertThatThrownBy(() -> apply("- {target: $.a, description: why}"))
                .hasMessage("test.yaml: the action on $.a must either update or remove.");
        assertThatThrownBy(() -> apply("- {description: why, remove: true}"))
                .hasMessage("test.yaml has an action without a target.");
        assertThatThrownBy(() -> Overlay.of(Map.of("openapi", "3.0.3"), "test.yaml"))
                .hasMessage("test.yaml is not an OpenAPI Overlay 1.0 document.");
        assertThatThrownBy(() -> apply("- {target: $.a.type, description: why, update: {x: 1}}"))
                .hasMessage("test.yaml: target $.a.type is not an object or list, so it cannot be updated (why)");
    }

    private void apply(String actions) {
        overlay(actions).applyTo(document);
    }

    private static Overlay overlay(String actions) {
        String text = "overlay: 1.0.0\ninfo: {title: t, version: v}\nactions:\n" + actions;
        return Overlay.of(Documents.parse(text, "test.yaml"), "test.yaml");
    }
}
