package io.github.cvatopenapi.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cvatopenapi.spec.Trial.Line;
import io.github.cvatopenapi.spec.Trial.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialTest {

    private static final String DOCUMENT = """
            openapi: 3.0.3
            paths:
              /api/a:
                get:
                  operationId: a
                  responses:
                    '200': {description: HTTP 200}
                    '404': {description: HTTP 404}
            components:
              schemas:
                A:
                  type: object
                  properties:
                    x: {type: string, nullable: true}
            """;

    @TempDir
    private Path spec;

    private List<Line> lines(String file, String actions) throws IOException {
        Files.createDirectories(spec.resolve("overlays"));
        Files.writeString(spec.resolve("overlays").resolve(file), "overlay: 1.0.0\nactions:\n" + actions);
        return Trial.of(spec, Documents.parse(DOCUMENT, "document")).lines();
    }

    @Test
    void aCorrectionFitsOrIsSaidByTheDocumentOrHasLostItsNode() throws IOException {
        List<Line> lines = lines("corrections.yaml", """
                - x-id: fits
                  target: $.components.schemas.A.properties.x
                  description: why
                  update: {format: email}
                - x-id: said
                  target: $.components.schemas.A.properties.x
                  description: why
                  update: {nullable: true}
                - x-id: lost
                  target: $.components.schemas.B
                  description: why
                  remove: true
                """);

        assertThat(lines).extracting(Line::id).containsExactly("fits", "said", "lost");
        assertThat(lines).extracting(Line::result).containsExactly(Result.FITS, Result.NOT_NEEDED, Result.NO_MATCH);
        assertThat(lines.get(2).detail()).isEqualTo("matches 0 nodes, 1 expected");
    }

    @Test
    void anObservedStatusIsNotNeededOnceTheDocumentDeclaresIt() throws IOException {
        List<Line> lines = lines("observed.yaml", """
                - x-id: observed-a
                  target: $.paths['/api/a'].get.responses
                  description: seen
                  update:
                    '401': {description: HTTP 401, x-observed: true}
                    '404': {description: HTTP 404, x-observed: true}
                """);

        assertThat(lines.get(0).result()).isEqualTo(Result.NOT_NEEDED);
        assertThat(lines.get(0).detail()).isEqualTo("the document declares 404 by itself");
    }

    @Test
    void proseDoesNotBringIntoBeingWhatIsNotThere() throws IOException {
        List<Line> lines = lines("prose-schemas.yaml", """
                - target: $.components.schemas.A
                  description: Prose for A.
                  update:
                    properties:
                      x: {description: There.}
                      y: {description: Gone.}
                """);

        assertThat(lines.get(0).id()).isEqualTo("prose-schemas:$.components.schemas.A");
        assertThat(lines.get(0).result()).isEqualTo(Result.NO_MATCH);
        assertThat(lines.get(0).absent()).containsExactly(List.of("update", "properties", "y"));
        assertThat(Trees.at(Trial.of(spec, Documents.parse(DOCUMENT, "document")).corrected(),
                "components", "schemas", "A", "properties", "y")).isNull();
    }

    @Test
    void aDeviationNamesOperationsAndVersions() throws IOException {
        Files.createDirectories(spec.resolve("overlays"));
        Files.writeString(spec.resolve("deviations.yaml"), """
                deviations:
                - {id: there, operations: [a, GET /nowhere], seen: [2.57.0]}
                - {id: gone, operations: [a, b], seen: [2.57.0]}
                - {id: ended, operations: '*', seen: [2.57.0], not-seen: [2.58.1]}
                """);
        List<Line> lines = Trial.of(spec, Documents.parse(DOCUMENT + "info: {version: 2.58.1}\n", "document")).lines();

        assertThat(lines).extracting(Line::id).containsExactly("there", "gone", "ended");
        assertThat(lines).extracting(Line::result).containsExactly(Result.FITS, Result.NO_MATCH, Result.NOT_NEEDED);
        assertThat(lines.get(1).absent()).containsExactly(List.of("operations", "b"));
        assertThat(lines.get(2).detail()).isEqualTo("was looked for on 2.58.1 and not seen");
    }
}
