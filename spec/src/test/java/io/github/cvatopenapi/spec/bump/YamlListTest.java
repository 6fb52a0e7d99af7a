package io.github.cvatopenapi.spec.bump;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class YamlListTest {

    private static final String TEXT = """
            # Head
            actions:

            # First
            - target: $.a
              description: >-
                Text of
                two lines.
              update:
                properties:
                  x:
                    description: X
                  # About y
                  y: {description: Y}

            # Second
            - target: $.b
              operations:
              - one
              - two
              x-matches: 3
            """;

    private final YamlList list = new YamlList(TEXT, "actions");

    @Test
    void anItemGoesAndTheCommentOfTheNextOneStays() {
        list.removeItem(0);

        assertThat(list.text()).isEqualTo("""
                # Head
                actions:

                # First

                # Second
                - target: $.b
                  operations:
                  - one
                  - two
                  x-matches: 3
                """);
        assertThat(list.isEmpty()).isFalse();
    }

    @Test
    void aPartGoes() {
        list.removeParts(0, Set.of(List.of("update", "properties", "x")));
        list.removeParts(1, Set.of(List.of("operations", "two")));

        assertThat(list.text())
                .isEqualTo(TEXT.replace("      x:\n        description: X\n", "").replace("  - two\n", ""));
    }

    @Test
    void anItemWithoutAnythingLeftGoes() {
        list.removeParts(0, Set.of(List.of("update", "properties", "x"), List.of("update", "properties", "y")));
        list.removeParts(1, Set.of(List.of("operations", "one"), List.of("operations", "two")));

        assertThat(list.isEmpty()).isTrue();
        assertThat(list.text()).isEqualTo("# Head\nactions:\n\n# First\n\n# Second\n");
    }

    @Test
    void aValueIsSet() {
        list.set(1, "x-matches", "2");

        assertThat(list.text()).isEqualTo(TEXT.replace("x-matches: 3", "x-matches: 2"));
    }

    @Test
    void whatSharesALineLeavesTheRestOfTheLine() {
        YamlList flow = new YamlList("""
                actions:
                - update: {a: {b: c}, d: e}
                  operations: [one, two,
                    three, four]  # a remark
                - {id: x, operations: [one, two]}
                """, "actions");
        flow.removeParts(0,
                Set.of(List.of("update", "a"), List.of("operations", "one"), List.of("operations", "three")));
        flow.removeParts(1, Set.of(List.of("operations", "two")));

        assertThat(flow.text()).isEqualTo("""
                actions:
                - update: {d: e}
                  operations: [two, four]  # a remark
                - {id: x, operations: [one]}
                """);
    }
}
