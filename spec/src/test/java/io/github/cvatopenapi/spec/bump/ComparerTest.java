package io.github.cvatopenapi.spec.bump;

import static io.github.cvatopenapi.spec.bump.Change.Effect.BREAKING;
import static io.github.cvatopenapi.spec.bump.Change.Effect.NOT_CONCERNED;
import static io.github.cvatopenapi.spec.bump.Change.Effect.SAFE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.cvatopenapi.spec.bump.Change.Effect;
import io.github.cvatopenapi.spec.bump.Change.Kind;
import io.github.cvatopenapi.spec.bump.Change.Turn;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The verdicts, case by case: one passage of a small document becomes another, and exactly one change is found. */
class ComparerTest {

    private record Case(String name, String passage, String replacement, Kind kind, Turn turn, String where,
                        String detail, Effect senders, Effect readers) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> operations() {
        return Stream.of(
                new Case("an operation is added", "  /api/things/{id}:\n", """
                          /api/things/{id}/copy:
                            post:
                              operationId: things_copy
                              tags:
                              - things
                              responses:
                                '204':
                                  description: HTTP 204
                          /api/things/{id}:
                        """, Kind.OPERATION, Turn.ADDED, "things_copy", "POST /api/things/{id}/copy", SAFE, SAFE),
                new Case("an operation is removed", between("  /api/things/{id}:\n", "components:\n"), "",
                        Kind.OPERATION, Turn.REMOVED, "things_destroy", "DELETE /api/things/{id}", BREAKING, BREAKING),
                new Case("an operation has another id", "operationId: things_destroy", "operationId: things_delete",
                        Kind.OPERATION, Turn.CHANGED, "DELETE /api/things/{id}", "id things_destroy -> things_delete", SAFE, SAFE),
                new Case("an operation is deprecated", "operationId: things_list\n", "operationId: things_list\n      deprecated: true\n",
                        Kind.OPERATION, Turn.CHANGED, "things_list", "deprecated", SAFE, SAFE),
                new Case("an open operation asks for credentials", "      - basicAuth: []\n      - {}\n", "      - basicAuth: []\n",
                        Kind.SECURITY, Turn.REMOVED, "things_create", "no credentials", BREAKING, NOT_CONCERNED),
                new Case("a way to sign in goes", "      - tokenAuth: []\n", "",
                        Kind.SECURITY, Turn.REMOVED, "things_list", "tokenAuth", BREAKING, NOT_CONCERNED),
                new Case("a way to sign in is another", "in: header\n", "in: cookie\n", Kind.SECURITY, Turn.CHANGED,
                        "tokenAuth", "{type=apiKey, in=header, name=Authorization} -> {type=apiKey, in=cookie, name=Authorization}",
                        BREAKING, NOT_CONCERNED),
                new Case("an error status is added", "        '404':\n", "        '409':\n          description: HTTP 409\n        '404':\n",
                        Kind.STATUS, Turn.ADDED, "things_list response 409", "", NOT_CONCERNED, SAFE),
                new Case("an error status is removed", "        '404':\n          description: HTTP 404\n", "",
                        Kind.STATUS, Turn.REMOVED, "things_list response 404", "", NOT_CONCERNED, SAFE),
                new Case("a success without a body is added", "        '204':\n", "        '202':\n          description: HTTP 202\n        '204':\n",
                        Kind.STATUS, Turn.ADDED, "things_destroy response 202", "", NOT_CONCERNED, SAFE),
                new Case("a success with a body of its own is added", "        '204':\n", """
                                '200':
                                  description: HTTP 200
                                  content:
                                    application/vnd.cvat+json:
                                      schema:
                                        type: string
                                '204':
                        """, Kind.STATUS, Turn.ADDED, "things_destroy response 200", "", NOT_CONCERNED, BREAKING),
                new Case("a body comes where none came", "          description: HTTP 404\n", """
                                  description: HTTP 404
                                  content:
                                    text/html:
                                      schema:
                                        type: string
                        """, Kind.BODY, Turn.ADDED, "things_list response 404", "text/html", NOT_CONCERNED, SAFE),
                new Case("a response media type is removed", "            text/csv:\n              schema:\n                type: string\n", "",
                        Kind.MEDIA_TYPE, Turn.REMOVED, "things_list response 200", "text/csv", NOT_CONCERNED, BREAKING),
                new Case("a response media type is added", "            text/csv:\n", "            text/xml:\n              schema:\n                type: string\n            text/csv:\n",
                        Kind.MEDIA_TYPE, Turn.ADDED, "things_list response 200", "text/xml", NOT_CONCERNED, SAFE),
                new Case("a response body has another type", "            text/csv:\n              schema:\n                type: string\n", "            text/csv:\n              schema:\n                type: boolean\n",
                        Kind.MEDIA_TYPE, Turn.CHANGED, "things_list response 200 text/csv", "type string -> boolean", NOT_CONCERNED, BREAKING));
    }

    static Stream<Case> requests() {
        String multipart = """
                          multipart/form-data:
                            schema:
                              $ref: '#/components/schemas/ThingRequest'
                """;
        return Stream.of(
                new Case("a parameter is added", "      - in: query\n        name: page\n", "      - in: query\n        name: size\n        schema:\n          type: integer\n      - in: query\n        name: page\n",
                        Kind.PARAMETER, Turn.ADDED, "things_list query parameter size", "optional", SAFE, NOT_CONCERNED),
                new Case("a required parameter is added", "      - in: query\n        name: page\n", "      - in: query\n        name: size\n        required: true\n        schema:\n          type: integer\n      - in: query\n        name: page\n",
                        Kind.PARAMETER, Turn.ADDED, "things_list query parameter size", "required", BREAKING, NOT_CONCERNED),
                new Case("a parameter is removed", "      - in: query\n        name: page\n        schema:\n          type: integer\n          maximum: 1000\n", "",
                        Kind.PARAMETER, Turn.REMOVED, "things_list query parameter page", "", BREAKING, NOT_CONCERNED),
                new Case("a parameter must be given", "        name: page\n", "        name: page\n        required: true\n",
                        Kind.PARAMETER, Turn.CHANGED, "things_list query parameter page", "optional -> required", BREAKING, NOT_CONCERNED),
                new Case("a limit of a parameter is narrowed", "maximum: 1000", "maximum: 100",
                        Kind.PARAMETER, Turn.CHANGED, "things_list query parameter page", "maximum 1000 -> 100", BREAKING, NOT_CONCERNED),
                new Case("a limit of a parameter is widened", "maximum: 1000", "maximum: 2000",
                        Kind.PARAMETER, Turn.CHANGED, "things_list query parameter page", "maximum 1000 -> 2000", SAFE, NOT_CONCERNED),
                new Case("a parameter takes another value", "          - done\n", "          - done\n          - old\n",
                        Kind.ENUM_VALUE, Turn.ADDED, "things_list query parameter state", "old", SAFE, NOT_CONCERNED),
                new Case("a parameter takes a value no longer", "          - done\n", "",
                        Kind.ENUM_VALUE, Turn.REMOVED, "things_list query parameter state", "done", BREAKING, NOT_CONCERNED),
                new Case("a parameter is written in another way", "        name: state\n", "        name: state\n        explode: false\n",
                        Kind.PARAMETER, Turn.CHANGED, "things_list query parameter state", "explode none -> false", BREAKING, NOT_CONCERNED),
                new Case("a body must be sent", "      requestBody:\n", "      requestBody:\n        required: true\n",
                        Kind.BODY, Turn.CHANGED, "things_create request body", "optional -> required", BREAKING, NOT_CONCERNED),
                new Case("a request media type is removed", multipart, "",
                        Kind.MEDIA_TYPE, Turn.REMOVED, "things_create request body", "multipart/form-data", BREAKING, NOT_CONCERNED),
                new Case("a request media type is added", multipart, multipart + "          text/plain:\n            schema:\n              type: string\n",
                        Kind.MEDIA_TYPE, Turn.ADDED, "things_create request body", "text/plain", SAFE, NOT_CONCERNED),
                new Case("a request property is added", "        stage:\n", "        color:\n          type: string\n        stage:\n",
                        Kind.PROPERTY, Turn.ADDED, "ThingRequest.color", "optional", SAFE, NOT_CONCERNED),
                new Case("a request property must be given", "      - name\n", "      - name\n      - note\n",
                        Kind.PROPERTY, Turn.CHANGED, "ThingRequest.note", "optional -> required", BREAKING, NOT_CONCERNED),
                new Case("a request property need not be given", "      required:\n      - name\n", "",
                        Kind.PROPERTY, Turn.CHANGED, "ThingRequest.name", "required -> optional", SAFE, NOT_CONCERNED),
                new Case("a request property is removed", "        note:\n          type: string\n          nullable: true\n", "",
                        Kind.PROPERTY, Turn.REMOVED, "ThingRequest.note", "", BREAKING, NOT_CONCERNED),
                new Case("a request property can only be read now", "          writeOnly: true\n", "          readOnly: true\n",
                        Kind.PROPERTY, Turn.REMOVED, "ThingRequest.secret", "is read-only now", BREAKING, NOT_CONCERNED),
                new Case("a request property may no longer be null", "        note:\n          type: string\n          nullable: true\n", "        note:\n          type: string\n",
                        Kind.PROPERTY, Turn.CHANGED, "ThingRequest.note", "may no longer be null", BREAKING, NOT_CONCERNED),
                new Case("a limit of a request property is narrowed", "maxLength: 64", "maxLength: 32",
                        Kind.PROPERTY, Turn.CHANGED, "ThingRequest.name", "maxLength 64 -> 32", BREAKING, NOT_CONCERNED),
                new Case("a limit of a request property goes", "          maxLength: 64\n", "",
                        Kind.PROPERTY, Turn.CHANGED, "ThingRequest.name", "maxLength 64 -> none", SAFE, NOT_CONCERNED),
                new Case("a pattern comes", "          maxLength: 64\n", "          maxLength: 64\n          pattern: ^a\n",
                        Kind.PROPERTY, Turn.CHANGED, "ThingRequest.name", "pattern none -> ^a", BREAKING, NOT_CONCERNED),
                new Case("a request property takes a wider type", "          maxLength: 64\n        size:\n          type: integer\n", "          maxLength: 64\n        size:\n          type: number\n",
                        Kind.PROPERTY, Turn.CHANGED, "ThingRequest.size", "type integer -> number", SAFE, NOT_CONCERNED),
                new Case("a request property takes another type", "          maxLength: 64\n        size:\n          type: integer\n", "          maxLength: 64\n        size:\n          type: string\n",
                        Kind.PROPERTY, Turn.CHANGED, "ThingRequest.size", "type integer -> string", BREAKING, NOT_CONCERNED),
                new Case("a default becomes another", "default: first", "default: last",
                        Kind.PROPERTY, Turn.CHANGED, "ThingRequest.stage", "default first -> last", BREAKING, NOT_CONCERNED),
                new Case("the empty text is refused", "          oneOf:\n          - $ref: '#/components/schemas/Kind'\n          - $ref: '#/components/schemas/BlankEnum'\n", "          $ref: '#/components/schemas/Kind'\n",
                        Kind.ENUM_VALUE, Turn.REMOVED, "ThingRequest.kind", "''", BREAKING, NOT_CONCERNED),
                new Case("null is taken by the enumeration of nothing", "          - $ref: '#/components/schemas/BlankEnum'\n", "          - $ref: '#/components/schemas/BlankEnum'\n          - $ref: '#/components/schemas/NullEnum'\n",
                        Kind.PROPERTY, Turn.CHANGED, "ThingRequest.kind", "may be null", SAFE, NOT_CONCERNED));
    }

    static Stream<Case> answers() {
        return Stream.of(
                new Case("a response property is added", "          extra:\n", "          color:\n            type: string\n          extra:\n",
                        Kind.PROPERTY, Turn.ADDED, "Thing.color", "optional", NOT_CONCERNED, SAFE),
                new Case("a response property is removed", "          parent:\n            $ref: '#/components/schemas/Thing'\n", "",
                        Kind.PROPERTY, Turn.REMOVED, "Thing.parent", "", NOT_CONCERNED, BREAKING),
                new Case("a response property may be missing", "      required:\n      - count\n", "",
                        Kind.PROPERTY, Turn.CHANGED, "PaginatedThingList.count", "required -> optional", NOT_CONCERNED, BREAKING),
                new Case("a response property always comes", "      - count\n", "      - count\n      - results\n",
                        Kind.PROPERTY, Turn.CHANGED, "PaginatedThingList.results", "optional -> required", NOT_CONCERNED, SAFE),
                new Case("a response property may be null", "            type: integer\n            readOnly: true\n", "            type: integer\n            nullable: true\n            readOnly: true\n",
                        Kind.PROPERTY, Turn.CHANGED, "Thing.id", "may be null", NOT_CONCERNED, BREAKING),
                new Case("a property of the merged base is no longer null", "        owner:\n          type: string\n          nullable: true\n", "        owner:\n          type: string\n",
                        Kind.PROPERTY, Turn.CHANGED, "Thing.owner", "may no longer be null", NOT_CONCERNED, SAFE),
                new Case("a response type is narrowed", "          size:\n            type: integer\n", "          size:\n            type: string\n",
                        Kind.PROPERTY, Turn.CHANGED, "Thing.size", "type integer -> string", NOT_CONCERNED, BREAKING),
                new Case("a response number outgrows its type", "          size:\n            type: integer\n", "          size:\n            type: integer\n            format: int64\n",
                        Kind.PROPERTY, Turn.CHANGED, "Thing.size", "format none -> int64", NOT_CONCERNED, SAFE),
                new Case("another form may come", "            - type: integer\n", "            - type: integer\n            - type: array\n              items: {}\n",
                        Kind.PROPERTY, Turn.CHANGED, "Thing.form", "oneOf also takes {type=array, items={}}", NOT_CONCERNED, BREAKING),
                new Case("a form no longer comes", "            - type: integer\n", "",
                        Kind.PROPERTY, Turn.CHANGED, "Thing.form", "oneOf no longer takes {type=integer}", NOT_CONCERNED, SAFE),
                new Case("values of a map get a type", "            additionalProperties: {}\n", "            additionalProperties:\n              type: string\n",
                        Kind.PROPERTY, Turn.CHANGED, "Thing.extra{}", "type any -> string", NOT_CONCERNED, SAFE),
                new Case("a schema for both gets a value", "      - mask\n", "      - mask\n      - line\n",
                        Kind.ENUM_VALUE, Turn.ADDED, "Kind", "line", SAFE, SAFE),
                new Case("a schema for both loses a value", "      - mask\n", "",
                        Kind.ENUM_VALUE, Turn.REMOVED, "Kind", "mask", BREAKING, SAFE));
    }

    private static String between(String from, String to) {
        String text = Small.text();
        return text.substring(text.indexOf(from), text.indexOf(to));
    }

    @ParameterizedTest
    @MethodSource({"operations", "requests", "answers"})
    void isFoundAndJudged(Case each) {
        List<Change> changes = Comparer.compare(Small.contract(Small.text()),
                Small.contract(Small.with(each.passage(), each.replacement())));

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
        List<Change> changes = Comparer.compare(Small.contract(Small.text()),
                Small.contract(Small.with("      - mask\n", "      - mask\n      - line\n")));

        assertThat(changes.get(0).readers().reason()).contains("open").contains("kept");
    }

    @Test
    void namesTheOperationsThatASchemaReaches() {
        List<Change> changes = Comparer.compare(Small.contract(Small.text()),
                Small.contract(Small.with("          size:\n            type: integer\n", "          size:\n            type: string\n")));

        assertThat(changes.get(0).operations()).containsExactly("things_list", "things_create");
    }

    @Test
    void anotherNameForTheSameSchemaIsNoChange() {
        String renamed = Small.text().replace("schemas/Kind'", "schemas/ThingKind'").replace("    Kind:\n", "    ThingKind:\n");

        assertThat(Comparer.compare(Small.contract(Small.text()), Small.contract(renamed))).isEmpty();
    }

    @Test
    void aRenamedSchemaIsStillLookedInto() {
        String renamed = Small.text().replace("schemas/Kind'", "schemas/ThingKind'")
                .replace("    Kind:\n      enum:\n      - box\n", "    ThingKind:\n      enum:\n");

        assertThat(Comparer.compare(Small.contract(Small.text()), Small.contract(renamed)))
                .extracting(Change::where, Change::detail).containsExactly(
                        tuple("Kind -> ThingKind", "box"));
    }

    @Test
    void whatIsWrittenInPlaceIsTheSameAsAReference() {
        String inPlace = Small.with("            allOf:\n            - $ref: '#/components/schemas/Kind'\n            readOnly: true\n",
                "            type: string\n            enum:\n            - mask\n            - box\n            readOnly: true\n");

        assertThat(Comparer.compare(Small.contract(Small.text()), Small.contract(inPlace))).isEmpty();
    }

    @Test
    void anotherOrderIsNoChange() {
        String reordered = Small.with("        count:\n          type: integer\n", "")
                .replace("            $ref: '#/components/schemas/Thing'\n      required:\n      - count\n",
                        "            $ref: '#/components/schemas/Thing'\n        count:\n          type: integer\n      required:\n      - count\n");

        assertThat(Comparer.compare(Small.contract(Small.text()), Small.contract(reordered))).isEmpty();
    }

    @Test
    void aPathParameterMayHaveAnotherName() {
        String renamed = Small.text().replace("/api/things/{id}:", "/api/things/{key}:")
                .replace("        name: id\n", "        name: key\n");

        assertThat(Comparer.compare(Small.contract(Small.text()), Small.contract(renamed)))
                .singleElement().satisfies(change -> {
                    assertThat(change.detail()).isEqualTo("name id -> key");
                    assertThat(change.breaking()).isFalse();
                });
    }

    @Test
    void saysWhereAnOperationWent() {
        String moved = Small.text().replace("    delete:\n", "    post:\n");

        assertThat(Comparer.compare(Small.contract(Small.text()), Small.contract(moved)))
                .filteredOn(change -> change.turn() == Turn.REMOVED)
                .singleElement().satisfies(change -> {
                    assertThat(change.detail()).isEqualTo("DELETE /api/things/{id}, now POST /api/things/{id}");
                    assertThat(change.breaking()).isTrue();
                });
    }
}
