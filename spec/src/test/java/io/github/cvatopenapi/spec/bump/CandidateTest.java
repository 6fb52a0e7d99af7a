package io.github.cvatopenapi.spec.bump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.GsonBuilder;
import io.github.cvatopenapi.spec.Documents;
import io.github.cvatopenapi.spec.SpecException;
import io.github.cvatopenapi.spec.Trees;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;

class CandidateTest {

    @Test
    void thePinnedDocumentComesOutByteForByte() {
        assertThat(Candidate.read(Published.pinned(), "pinned").text()).isEqualTo(Published.pinned());
        assertThat(Candidate.read(Published.newer(), "newer").text()).isEqualTo(Published.newer());
    }

    @Test
    void soItDoesWhenPublishedWithProse() {
        String published = new Yaml().dump(Published.withProse(Published.pinned()));

        assertThat(published).contains("termsOfService", "examples");
        assertThat(Candidate.read(published, "published").text()).isEqualTo(Published.pinned());
    }

    @Test
    void soItDoesAsJson() {
        String published = new GsonBuilder().serializeNulls().setPrettyPrinting().create()
                .toJson(Published.withProse(Published.pinned()));

        assertThat(Candidate.read(published, "published").text()).isEqualTo(Published.pinned());
    }

    @Test
    void aServersOwnVersionIsTakenForTheVersion() {
        Candidate candidate = Candidate.read(SampleDocument.with("version: 2.58.1", "version: 2.58.1 (2.0)"), "live");

        assertThat(candidate.version().text()).isEqualTo("2.58.1");
        assertThat(candidate.text()).isEqualTo(SampleDocument.text());
    }

    @Test
    void propertiesKeepTheirNamesWhateverTheyAre() {
        String named = SampleDocument.with("        name:\n          type: string\n          maxLength: 64\n", """
                        name:
                          type: string
                          maxLength: 64
                        properties:
                          type: object
                          description: prose
                          properties:
                            title:
                              type: string
                              title: Prose
                        example:
                          type: string
                          default: title
                        description:
                          type: object
                          default:
                            description: data
                """);
        Map<String, Object> properties = Trees.object(Trees.at(Candidate.read(named, "named").document(),
                "components", "schemas", "ThingRequest", "properties"));

        assertThat(properties).containsEntry("properties",
                Map.of("type", "object", "properties", Map.of("title", Map.of("type", "string"))));
        assertThat(properties).containsEntry("example", Map.of("type", "string", "default", "title"));
        assertThat(properties).containsEntry("description",
                Map.of("type", "object", "default", Map.of("description", "data")));
    }

    @Test
    void numbersStayWhatTheyAre() {
        String text = SampleDocument.with("maximum: 1000",
                "maximum: 18446744073709551615\n          default: 1.0\n          minimum: 1.0e-05");
        String json = new GsonBuilder().create().toJson(Documents.parse(text, "text"));

        assertThat(Candidate.read(text, "yaml").text()).isEqualTo(text);
        assertThat(Candidate.read(json, "json").text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            openapi: 3.0.3                       | openapi: 3.1.0                       | \
                is OpenAPI 3.1.0; this project reads 3.0.
            openapi: 3.0.3                       | swagger: '2.0'                       | \
                is Swagger 2.0; OpenAPI 3.0 is needed.
            openapi: 3.0.3                       | kind: Deployment                     | \
                is not an OpenAPI document: it has no openapi field.
            title: CVAT REST API                 | title: Pet Store                     | \
                describes "Pet Store", not CVAT.
            version: 2.58.1                      | version: next                        | \
                states the version "next"; one such as 2.58.1 is needed.
            type: string\\n          maxLength   | type: text\\n          maxLength     | \
                cannot be used: schema ThingRequest, property name has type: text, which OpenAPI 3.0 does not allow.
            maxLength: 64                        | const: a                             | \
                cannot be used: schema ThingRequest, property name has the keyword const, \
            which OpenAPI 3.0 does not have.
            maxLength: 64                        | maxLength: '64'                      | \
                cannot be used: schema ThingRequest, property name has maxLength: 64, which OpenAPI 3.0 does not allow.
            schemas/Base'                        | schemas/Absent'                      | \
                cannot be used: schema Thing, allOf refers to #/components/schemas/Absent, \
            which is not there; the document seems to be cut off.
            $ref: '#/components/schemas/Base'    | $ref: base.yaml                      | \
                cannot be used: schema Thing, allOf refers to base.yaml; only #/components/schemas/... can be followed.
            operationId: things_create           | operationId: things_list             | \
                cannot be used: the operationId things_list is used twice.
            operationId: things_create           | x-id: things_create                  | \
                cannot be used: POST /api/things has no operationId.
            '404':                               | default:                             | \
                cannot be used: GET /api/things has the response default where a status is needed.
            - tokenAuth: []                      | - otherAuth: []                      | \
                cannot be used: GET /api/things refers to the security scheme otherAuth, \
            which is not there; the document seems to be cut off.
            """)
    void whatCannotBeUsedIsNamedInOneSentence(String passage, String replacement, String message) {
        String text = SampleDocument.with(passage.replace("\\n", "\n"), replacement.replace("\\n", "\n"));

        assertThatThrownBy(() -> Candidate.read(text, "it"))
                .isInstanceOf(SpecException.class).hasMessage("it " + message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                                   | it is empty.
            `just text`                          | it does not hold an object.
            `a: [1`                              | it is neither YAML nor JSON
            `{"openapi": "3.0.3", "info": {`     | it begins as JSON but is not: it is cut off or damaged.
            `<html><body>Sign in</body></html>`  | it is a web page, not an OpenAPI document
            """)
    void whatIsNoDocumentIsNamedInOneSentence(String text, String message) {
        assertThatThrownBy(() -> Candidate.read(text, "it"))
                .isInstanceOf(SpecException.class).hasMessageStartingWith(message);
    }

    @Test
    void aDocumentCutOffIsRefusedWhereverItWasCut() {
        String whole = SampleDocument.text();
        // Within the last value nothing more is missing, so it cannot show.
        for (int end = 1; end < whole.lastIndexOf("Authorization"); end += 5) {
            String cut = whole.substring(0, end);
            assertThatThrownBy(() -> assertThat(Candidate.read(cut, "cut").text()).isNotEqualTo(whole))
                    .as(cut.substring(cut.lastIndexOf('\n') + 1) + " is the end").isInstanceOf(SpecException.class);
        }
    }

    @Test
    void thePinnedDocumentCutOffIsRefused() {
        String whole = Published.pinned();
        for (int part = 1; part < 24; part++) {
            String cut = whole.substring(0, whole.length() * part / 24);
            assertThatThrownBy(() -> Candidate.read(cut, "cut")).isInstanceOf(SpecException.class);
        }
    }
}
