package io.github.cvatopenapi.spec.bump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.cvatopenapi.spec.BuildContract;
import io.github.cvatopenapi.spec.SpecException;
import io.github.cvatopenapi.spec.bump.Report.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a new document holds: what stops the real run stands in the report of the dry run, and nothing else. */
class MadeUpDocumentsTest {

    private static final String CSV = "            text/csv:\n              schema:\n                type: string\n";
    private static final String NAME = "        name:\n          type: string\n          maxLength: 64\n";
    private static final String SIZE = "          size:\n            type: integer\n";

    @TempDir
    private Path folder;

    /** A document, the overlays it meets, the decisions, and why the bump stops; empty where it goes through. */
    private record Case(String document, Map<String, String> overlays, String decisions, String reason) {

        static Case of(String passage, String replacement) {
            return new Case(SampleDocument.with(passage, replacement).replace("version: 2.58.1", "version: 2.59.0"),
                    Map.of(), "", "");
        }

        Case prose(String actions) {
            return overlay("prose-operations.yaml", actions);
        }

        Case overlay(String file, String actions) {
            Map<String, String> all = new LinkedHashMap<>(overlays);
            all.put(file, "overlay: 1.0.0\nactions:\n" + actions);
            return new Case(document, all, decisions, reason);
        }

        Case decided(String list) {
            return new Case(document, overlays, "decisions:\n" + list, reason);
        }

        Case stopsFor(String why) {
            return new Case(document, overlays, decisions, why);
        }
    }

    private static Map<String, Case> cases() {
        Map<String, Case> cases = new LinkedHashMap<>();
        String parameter = "- target: $.paths[*][*].parameters[?@.name=='id']\n  description: why\n"
                + "  update: {description: Prose.}\n";
        cases.put("prose for more places", Case.of("      - in: query\n        name: page\n",
                "      - in: query\n        name: id\n        schema:\n          type: integer\n"
                        + "      - in: query\n        name: page\n").prose(parameter));
        cases.put("prose for fewer places", Case.of("name: page", "name: offset").prose(
                "- target: $.paths[*][*].parameters[?@.in=='query'].name\n  description: why\n"
                        + "  update: {description: Prose.}\n"
                        + "- target: $.paths[*][*].parameters[?@.name=='page']\n  x-matches: 1\n  description: why\n"
                        + "  update: {description: Prose.}\n" + parameter));
        cases.put("prose with a part that one of its places lacks", Case.of(NAME + "        size:", NAME
                + "        weight:").prose("- target: $.components.schemas['Base','ThingRequest']\n  x-matches: 2\n"
                + "  description: why\n  update: {properties: {size: {description: A.}, owner: {description: B.}}}\n"));
        cases.put("prose for fewer places, with a part that is gone", Case.of(NAME + "        size:", NAME
                + "        weight:").prose("- target: $.components.schemas['Gone','ThingRequest']\n  x-matches: 2\n"
                + "  description: why\n  update: {properties: {size: {description: A.}, name: {description: B.}}}\n"));
        cases.put("prose for what a correction made that goes", Case.of(CSV, "")
                .overlay("corrections.yaml", "- x-id: csv\n  target: $.paths['/api/things'].get.responses['200']"
                        + ".content['text/csv'].schema\n  description: why\n  update: {x-rows: {type: object}}\n"
                        + "- x-id: plain\n  target: $.components.schemas['Thing'].allOf[1].properties.form.oneOf\n"
                        + "  description: why\n  remove: true\n"
                        + "- x-id: kind\n  target: $.components.schemas.ThingRequest.properties.kind.oneOf\n"
                        + "  description: why\n  remove: true\n"
                        + "- x-id: base\n  target: $.components.schemas.Thing.allOf[0]\n  description: why\n"
                        + "  remove: true\n")
                .prose("- target: $.paths['/api/things'].get.responses['200'].content['text/csv'].schema.x-rows\n"
                        + "  description: why\n  update: {description: Prose.}\n")
                .decided("- {drop: csv, reason: The server answers JSON only.}\n"));
        cases.put("a correction whose node is gone", Case.of(CSV, "").stopsFor("no-csv no longer match"));
        cases.put("the same, decided", Case.of(CSV, "")
                .decided("- drop: no-csv\n  reason: The server answers JSON only.\n"));
        cases.put("a correction whose node has moved", Case.of("            text/csv:", "            text/plain:")
                .decided("- replace: no-csv\n"
                        + "  target: $.paths['/api/things'].get.responses['200'].content['text/plain']\n  reason: It has another type.\n"));
        cases.put("a correction that is for more nodes", Case.of("'404':\n          description: HTTP 404\n",
                "'404':\n          description: HTTP 404\n        '206':\n          content:\n            text/csv:\n"
                        + "              schema:\n                type: string\n                format: binary\n")
                .overlay("observed.yaml", "- x-id: any\n  target: $.paths['/api/things'].get.responses[*]\n"
                        + "  description: why\n  x-matches: 2\n  update: {x-seen: true}\n")
                .stopsFor("any no longer match"));
        cases.put("a correction of a plain value", Case.of(SIZE, "          size:\n            type: string\n")
                .overlay("observed.yaml", "- x-id: flat\n  target: $.components.schemas.Thing.allOf[0].properties.size"
                        + ".type\n  description: why\n  update: {x-seen: true}\n").stopsFor("flat no longer match"));
        cases.put("overlays that only fit the new document", Case.of(NAME, NAME + "        brand:\n"
                + "          type: string\n").overlay("observed.yaml",
                "- x-id: brand\n  target: $.components.schemas.ThingRequest.properties.brand\n  description: why\n"
                        + "  update: {x-seen: true}\n"));
        cases.put("a form that the client cannot read", Case.of("maxLength: 64", "format: date")
                .stopsFor("the generator gets 1 forms wrong"));
        cases.put("the same, with a word for the generator", Case.of("maxLength: 64", "format: date")
                .overlay("generator.yaml", "- x-id: plain-name\n"
                        + "  target: $.components.schemas.ThingRequest.properties.name.format\n  description: why\n"
                        + "  remove: true\n"));
        cases.put("the same, with the word among the decisions", Case.of("maxLength: 64", "format: date")
                .overlay("generator.yaml", "- target: $.info\n  description: why\n  update: {x-for: generator}\n")
                .decided("- add: generator.yaml\n  reason: The server answers texts.\n  action:\n"
                        + "    target: $.components.schemas.ThingRequest.properties.name.format\n    remove: true\n"));
        cases.put("a correction that fits and is not wanted any more", Case.of("maxLength: 64", "maxLength: 65")
                .decided("- {drop: small-size, reason: The server takes any size.}\n"));
        cases.put("names that are none in Java", Case.of(NAME, NAME + "        _name:\n          type: string\n"
                + "        yield:\n          type: integer\n        is_secret:\n          type: boolean\n"
                + "        tags:\n          type: array\n          uniqueItems: true\n          items:\n"
                + "            type: string\n        again:\n          $ref: '#/components/schemas/ThingRequest'\n"
                + "        model:\n          $ref: '#/components/schemas/Model'\n"));
        cases.computeIfPresent("names that are none in Java", (name, each) -> new Case(each.document().replace(
                "    Base:\n", "    Model:\n      type: object\n      properties:\n        id:\n"
                        + "          type: integer\n    Base:\n"), each.overlays(), each.decisions(), each.reason()));
        return cases;
    }

    @TestFactory
    Stream<DynamicTest> theDryRunSaysWhatStopsTheRealOne() {
        return cases().entrySet().stream().map(each -> dynamicTest(each.getKey(), () -> agree(each.getValue())));
    }

    private void agree(Case each) throws Exception {
        TestProject project = new TestProject(Files.createTempDirectory(folder, "project"));
        for (Map.Entry<String, String> overlay : each.overlays().entrySet()) {
            project.write("spec/overlays/" + overlay.getKey(), overlay.getValue());
        }
        Decisions decisions = Decisions.drop(List.of());
        if (!each.decisions().isEmpty()) {
            project.write("decisions.yaml", each.decisions());
            decisions = Decisions.read(project.root().resolve("decisions.yaml"));
        }
        Map<String, String> before = project.files();
        Report dry = bump(project, each.document(), true, decisions);

        assertThat(project.files()).isEqualTo(before);
        assertThat(dry.outcome()).isEqualTo(Outcome.DRY_RUN);
        Report real = bump(project, each.document(), false, decisions);
        assertThat(real.outcome()).as(real.reason())
                .isEqualTo(each.reason().isEmpty() ? Outcome.DONE : Outcome.STOPPED);
        assertThat(real.reason()).contains(each.reason());
        assertThat(dry.reason()).startsWith(real.reason());
        assertThat(dry.reason().isEmpty()).isEqualTo(each.reason().isEmpty());
    }

    private Report bump(TestProject project, String document, boolean dryRun, Decisions decisions) throws Exception {
        return new Bump(new Bump.Order(project.root(), dryRun, decisions, null, true), new Source(document, "newer.yaml"),
                MadeUpDocumentsTest::build, step -> { }).run(folder.resolve("build.log"));
    }

    /** The step of the build that applies every overlay, and its words where it fails. */
    private static boolean build(Workspace workspace, String... arguments) throws IOException {
        Project project = Project.at(workspace.root());
        List<String> log = new ArrayList<>();
        try {
            BuildContract.main(new String[] {project.spec().toString(), project.apiVersion().text(),
                    workspace.root().resolve("spec/target/classes").toString()});
        } catch (SpecException e) {
            log.add("[ERROR] Failed to execute goal org.codehaus.mojo:exec-maven-plugin:3.6.4:java (build-contract) on "
                    + "project cvat-spec: An exception occurred while executing the Java class. " + e.getMessage()
                    + " -> [Help 1]");
            Files.write(workspace.log(), log);
            return false;
        }
        return TestProject.build(workspace, arguments);
    }
}
