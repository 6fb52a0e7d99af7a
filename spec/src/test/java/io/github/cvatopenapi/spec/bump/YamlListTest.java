package io.github.cvatopenapi.spec.bump;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    void aValueThatIsNotThereComesAfterTheFirst() {
        list.set(0, "x-matches", "2");

        String first = TEXT.substring(TEXT.indexOf("- target"), TEXT.indexOf("\n", TEXT.indexOf("- target")));
        assertThat(list.text()).isEqualTo(TEXT.replaceFirst(Pattern.quote(first), Matcher.quoteReplacement(first
                + "\n  x-matches: 2")));
    }

    @Test
    void aTextOfSeveralLinesIsSetInOne() {
        YamlList folded = new YamlList("actions:\n- x-id: a\n  target: >-\n    $.a\n  description: why\n", "actions");
        folded.set(0, "target", "$.b");
        folded.set(0, "x-matches", "2");

        assertThat(folded.text())
                .isEqualTo("actions:\n- x-id: a\n  x-matches: 2\n  target: $.b\n  description: why\n");
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
