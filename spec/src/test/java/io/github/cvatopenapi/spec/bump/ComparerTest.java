package io.github.cvatopenapi.spec.bump;

import static io.github.cvatopenapi.spec.bump.Change.Effect.NOT_CONCERNED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.cvatopenapi.spec.bump.Change.Effect;
import io.github.cvatopenapi.spec.bump.Change.Kind;
import io.github.cvatopenapi.spec.bump.Change.Turn;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The verdicts, case by case: one passage of a small document becomes another, and exactly one change is found. */
class ComparerTest {

    private record Case(String name, String passage, String replacement, Kind kind, Turn turn, String where,
            String detail, Effect senders, Effect readers) {

        static Case of(String block) {
            String[] lines = block.strip().split("\n");
            String[] verdict = lines[1].split(" \\| ");
            String[] kindAndTurn = verdict[0].split(" ");
            String[] told = lines[2].split(" \\| ");
            return new Case(lines[0], passage(lines, '-'), passage(lines, '+'), Kind.valueOf(kindAndTurn[0]),
                    Turn.valueOf(kindAndTurn[1]), told[0], told.length > 1 ? told[1] : "",
                    Effect.valueOf(verdict[1]), Effect.valueOf(verdict[2]));
        }

        /** The lines that stand before, or after, the change. */
        private static String passage(String[] lines, char side) {
            return Arrays.stream(lines).skip(3).filter(line -> line.charAt(0) == ' ' || line.charAt(0) == side)
                    .map(line -> line.substring(1) + "\n").collect(Collectors.joining());
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() throws IOException {
        try (InputStream in = ComparerTest.class.getResourceAsStream("comparisons.txt")) {
            return Stream.of(new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n\n"))
                    .filter(block -> !block.startsWith("#")).map(Case::of).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isFoundAndJudged(Case each) {
        List<Change> changes = Comparer.compare(SampleDocument.contract(SampleDocument.text()),
                SampleDocument.contract(SampleDocument.with(each.passage(), each.replacement())));

        assertThat(changes).hasSize(1);
        Change change = changes.get(0);
        assertThat(change.kind()).isEqualTo(each.kind());
        assertThat(change.turn()).isEqualTo(each.turn());
        assertThat(change.where()).isEqualTo(each.where());
        assertThat(change.detail()).isEqualTo(each.detail());
        assertThat(change.senders().effect()).as("senders").isEqualTo(each.senders());
        assertThat(change.readers().effect()).as("readers").isEqualTo(each.readers());
        assertThat(change.senders().reason().isEmpty()).isEqualTo(each.senders() == NOT_CONCERNED);
        assertThat(change.readers().reason().isEmpty()).isEqualTo(each.readers() == NOT_CONCERNED);
    }

    @Test
    void aNewEnumValueInAnAnswerSaysWhyItIsSafe() {
        List<Change> changes = Comparer.compare(SampleDocument.contract(SampleDocument.text()),
                SampleDocument.contract(SampleDocument.with("      - mask\n", "      - mask\n      - line\n")));

        assertThat(changes.get(0).readers().reason()).contains("open").contains("kept");
    }

    @Test
    void namesTheOperationsThatASchemaReaches() {
        List<Change> changes = Comparer.compare(SampleDocument.contract(SampleDocument.text()),
                SampleDocument.contract(SampleDocument.with("          size:\n            type: integer\n",
                        "          size:\n            type: string\n")));

        assertThat(changes.get(0).operations()).containsExactly("things_list", "things_create");
    }

    @Test
    void anotherNameForTheSameSchemaIsNoChange() {
        String renamed = SampleDocument.text().replace("schemas/Kind'", "schemas/ThingKind'")
                .replace("    Kind:\n", "    ThingKind:\n");

        assertThat(Comparer.compare(SampleDocument.contract(SampleDocument.text()),
                SampleDocument.contract(renamed))).isEmpty();
    }

    @Test
    void aRenamedSchemaIsStillLookedInto() {
        String renamed = SampleDocument.text().replace("schemas/Kind'", "schemas/ThingKind'")
                .replace("    Kind:\n      enum:\n      - box\n", "    ThingKind:\n      enum:\n");

        assertThat(Comparer.compare(SampleDocument.contract(SampleDocument.text()), SampleDocument.contract(renamed)))
                .extracting(Change::where, Change::detail).containsExactly(
                        tuple("Kind -> ThingKind", "box"));
    }

    @Test
    void whatIsWrittenInPlaceIsTheSameAsAReference() {
        String inPlace = SampleDocument.with("""
                            allOf:
                            - $ref: '#/components/schemas/Kind'
                            readOnly: true
                """, """
                            type: string
                            enum:
                            - mask
                            - box
                            readOnly: true
                """);

        assertThat(Comparer.compare(SampleDocument.contract(SampleDocument.text()),
                SampleDocument.contract(inPlace))).isEmpty();
    }

    @Test
    void anotherOrderIsNoChange() {
        String reordered = SampleDocument.with("        count:\n          type: integer\n", "")
                .replace("            $ref: '#/components/schemas/Thing'\n      required:\n      - count\n", """
                                    $ref: '#/components/schemas/Thing'
                                count:
                                  type: integer
                              required:
                              - count
                        """);

        assertThat(Comparer.compare(SampleDocument.contract(SampleDocument.text()),
                SampleDocument.contract(reordered))).isEmpty();
    }

    @Test
    void aPathParameterMayHaveAnotherName() {
        String renamed = SampleDocument.text().replace("/api/things/{id}:", "/api/things/{key}:")
                .replace("        name: id\n", "        name: key\n");

        assertThat(Comparer.compare(SampleDocument.contract(SampleDocument.text()), SampleDocument.contract(renamed)))
                .singleElement().satisfies(change -> {
                    assertThat(change.detail()).isEqualTo("name id -> key");
                    assertThat(change.breaking()).isFalse();
                });
    }

    @Test
    void saysWhereAnOperationWent() {
        String moved = SampleDocument.text().replace("    delete:\n", "    post:\n");

        assertThat(Comparer.compare(SampleDocument.contract(SampleDocument.text()), SampleDocument.contract(moved)))
                .filteredOn(change -> change.turn() == Turn.REMOVED)
                .singleElement().satisfies(change -> {
                    assertThat(change.detail()).isEqualTo("DELETE /api/things/{id}, now POST /api/things/{id}");
                    assertThat(change.breaking()).isTrue();
                });
    }
}
