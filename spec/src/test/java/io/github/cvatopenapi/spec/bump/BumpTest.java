package io.github.cvatopenapi.spec.bump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cvatopenapi.spec.Pinned;
import io.github.cvatopenapi.spec.SpecException;
import io.github.cvatopenapi.spec.Trial.Line;
import io.github.cvatopenapi.spec.bump.Report.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BumpTest {

    private static final String NEWER = SampleDocument.with("version: 2.58.1", "version: 2.59.0")
            .replace("        note:\n          type: string\n          nullable: true\n", "");
    private static final String WITHOUT_CSV = NEWER.replace(
            "            text/csv:\n              schema:\n                type: string\n", "");

    @TempDir
    private Path folder;

    private TestProject project;
    private Map<String, String> before;

    @BeforeEach
    void project() throws IOException {
        project = new TestProject(folder.resolve("project"));
        before = project.files();
    }

    private Report bump(String document, boolean dryRun, Bump.Build build, String... drops)
            throws IOException, InterruptedException {
        return bump(document, dryRun, build, Decisions.drop(List.of(drops)));
    }

    private Report bump(String document, boolean dryRun, Bump.Build build, Decisions decisions)
            throws IOException, InterruptedException {
        return new Bump(new Bump.Order(project.root(), dryRun, decisions, null, true), new Source(document, "newer.yaml"),
                build, step -> { }).run(folder.resolve("build.log"));
    }

    @Test
    void bringsInTheDocumentAndSetsEveryVersion() throws Exception {
        Report report = bump(NEWER, false, TestProject::build);

        assertThat(report.outcome()).isEqualTo(Outcome.DONE);
        assertThat(report.changes()).extracting(Change::where).containsExactly("ThingRequest.note");
        assertThat(project.read("spec/cvat-2.59.0.yaml")).isEqualTo(NEWER);
        assertThat(project.read("spec/cvat-2.59.0.yaml.sha256"))
                .isEqualTo(Pinned.sha256(NEWER.getBytes(StandardCharsets.UTF_8)) + "  cvat-2.59.0.yaml\n");
        assertThat(project.files()).doesNotContainKeys("spec/cvat-2.58.1.yaml", "spec/cvat-2.58.1.yaml.sha256");
        assertThat(project.read("pom.xml")).contains("<version>2.59.0-1</version>", "<cvat.api.version>2.59.0<");
        assertThat(project.read("generated/pom.xml")).contains("<version>2.59.0-1</version>");
        assertThat(project.read("README.md"))
                .startsWith("<version>2.59.0-1</version> or `io.github.cvat-openapi:cvat-client:2.59.0-1`");
        assertThat(project.read("CHANGELOG.md")).containsSubsequence("## Unreleased", "- Something.", "## 2.59.0-1",
                "For CVAT 2.59.0", "## 2.58.1-1");
        assertThat(project.root().resolve("generated/target/cvat-client-2.59.0-1.jar")).exists();
    }

    @Test
    void proseGoesWithWhatItDescribes() throws Exception {
        bump(NEWER, false, TestProject::build);

        assertThat(project.read("spec/overlays/prose-schemas.yaml")).contains("Its name.").doesNotContain("note");
        assertThat(project.read("spec/overlays/corrections.yaml"))
                .isEqualTo(before.get("spec/overlays/corrections.yaml"));
    }

    @Test
    void theSecondTimeNothingChanges() throws Exception {
        bump(NEWER, false, TestProject::build);
        Map<String, String> first = project.files();
        Report report = bump(NEWER, false, TestProject::build);

        assertThat(report.outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(project.files()).isEqualTo(first);
    }

    @Test
    void aDryRunChangesNothing() throws Exception {
        Report report = bump(NEWER, true, TestProject::build);

        assertThat(report.outcome()).isEqualTo(Outcome.DRY_RUN);
        assertThat(report.api()).isEmpty();
        assertThat(project.files()).isEqualTo(before);
        assertThat(project.root().resolve("generated/target")).doesNotExist();
    }

    @Test
    void whatNoLongerMatchesIsListedAndStopsIt() throws Exception {
        Report report = bump(WITHOUT_CSV, false, TestProject::build);

        assertThat(report.outcome()).isEqualTo(Outcome.STOPPED);
        assertThat(report.open()).extracting(Line::id).containsExactly("no-csv");
        assertThat(report.open()).extracting(Line::target)
                .containsExactly("$.paths['/api/things'].get.responses['200'].content['text/csv']");
        assertThat(project.files()).isEqualTo(before);
        assertThat(bump(WITHOUT_CSV, true, TestProject::build).outcome()).isEqualTo(Outcome.DRY_RUN);
    }

    @Test
    void whatNoLongerMatchesCanBeDropped() throws Exception {
        Report report = bump(WITHOUT_CSV, false, TestProject::build, "no-csv");

        assertThat(report.outcome()).isEqualTo(Outcome.DONE);
        assertThat(project.read("spec/overlays/corrections.yaml")).contains("# About sizes", "small-size", "plain-form")
                .doesNotContain("csv");
    }

    @Test
    void aDeviationLosesTheOperationThatIsGone() throws Exception {
        String document = NEWER.substring(0, NEWER.indexOf("  /api/things/{id}:\n"))
                + NEWER.substring(NEWER.indexOf("components:\n"));

        assertThat(bump(document, true, TestProject::build).open()).extracting(Line::id).containsExactly("list-fails");
        assertThat(bump(document, false, TestProject::build, "list-fails").outcome()).isEqualTo(Outcome.DONE);
        assertThat(project.read("spec/deviations.yaml")).isEqualTo(
                before.get("spec/deviations.yaml").replace("  - things_destroy\n", ""));
    }

    @Test
    void ofACorrectionOfSeveralNodesTheRestStays() throws Exception {
        project.write("spec/overlays/observed.yaml", """
                overlay: 1.0.0
                actions:
                - x-id: bodies
                  target: $.paths['/api/things'].get.responses['200'].content['text/csv', 'application/vnd.cvat+json']
                  description: why
                  x-matches: 2
                  update: {x-seen: true}
                """);
        project.write("spec/overlays/corrections.yaml", before.get("spec/overlays/corrections.yaml")
                .replaceFirst("(?s)- x-id: no-csv.*?(?=- x-id)", ""));
        assertThat(bump(WITHOUT_CSV, false, TestProject::build, "bodies").outcome()).isEqualTo(Outcome.DONE);
        assertThat(project.read("spec/overlays/observed.yaml")).contains("x-id: bodies", "x-matches: 1");
    }

    @Test
    void aBuildThatFailsChangesNothing() throws Exception {
        Report report = bump(NEWER, false, TestProject::brokenBuild);

        assertThat(report.outcome()).isEqualTo(Outcome.STOPPED);
        assertThat(report.reason()).startsWith("the build failed: Thing.java: cannot find symbol");
        assertThat(project.files()).isEqualTo(before);
        assertThat(project.root().resolve("generated/target")).doesNotExist();
    }

    @Test
    void testsThatFailAreNamed() throws Exception {
        Report report = bump(NEWER, false, (workspace, arguments) -> {
            Files.writeString(workspace.log(), """
                    [ERROR] Tests run: 16, Failures: 1, Errors: 0, Skipped: 0, Time elapsed: 0.500 s <<< FAILURE! \
                    -- in a.b.OneTest
                    [ERROR] a.b.OneTest.isRight -- Time elapsed: 0.042 s <<< FAILURE!
                    [ERROR] a.b.TwoTest.isRight(String)[3] -- Time elapsed: 0.042 s <<< ERROR!
                    """);
            return false;
        });

        assertThat(report.reason())
                .startsWith("the build failed: tests failed: OneTest.isRight, TwoTest.isRight (all of it: ");
    }

    @Test
    void aTestThatFailsStopsItUnlessThatIsAccepted() throws Exception {
        Bump.Build build = (workspace, arguments) -> {
            Files.writeString(workspace.log(), "[ERROR] a.b.OneTest.isRight -- Time elapsed: 0.042 s <<< FAILURE!\n");
            return TestProject.build(workspace, arguments);
        };
        assertThat(bump(NEWER, false, build).reason()).startsWith("the build failed: tests failed: OneTest.isRight");
        assertThat(project.files()).isEqualTo(before);

        Decisions accepted = new Decisions(Map.of(), List.of(), List.of(), Map.of("OneTest.isRight", "Later."));
        assertThat(bump(NEWER, false, build, accepted).outcome()).isEqualTo(Outcome.DONE);
    }

    @Test
    void aFormThatTheGeneratorGetsWrongStopsIt() throws Exception {
        String document = NEWER.replace("          maxLength: 64\n",
                "          maxLength: 64\n          format: date\n");
        Report report = bump(document, false, TestProject::build);

        assertThat(report.outcome()).isEqualTo(Outcome.STOPPED);
        assertThat(report.generator())
                .containsExactly("ThingRequest.name has the format date, which the client cannot read or write; "
                        + "target $.components.schemas.ThingRequest.properties.name.format, remove: true");
        assertThat(project.files()).isEqualTo(before);
    }

    @Test
    void theSameVersionWithOtherContentIsTheNextRevision() throws Exception {
        bump(NEWER.replace("version: 2.59.0", "version: 2.58.1"), false, TestProject::build);

        assertThat(project.read("pom.xml")).contains("<version>2.58.1-2</version>", "<cvat.api.version>2.58.1<");
        assertThat(project.read("spec/cvat-2.58.1.yaml")).doesNotContain("note:");
    }

    @Test
    void anotherOrderOfTheSameIsNoChange() throws Exception {
        String reordered = SampleDocument.with(
                "    Kind:\n      enum:\n      - box\n      - mask\n      type: string\n",
                "    Kind:\n      type: string\n      enum:\n      - box\n      - mask\n");

        assertThat(bump(reordered, false, TestProject::build).outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(project.files()).isEqualTo(before);
    }

    @Test
    void anOlderDocumentIsRefused() {
        String older = SampleDocument.with("version: 2.58.1", "version: 2.57.0");
        assertThatThrownBy(() -> bump(older, false, TestProject::build)).isInstanceOf(SpecException.class)
                .hasMessage("newer.yaml is CVAT 2.57.0, older than the pinned 2.58.1.");
    }

    @Test
    void onlyWhatDoesNotFitCanBeDropped() {
        assertThatThrownBy(() -> bump(NEWER, true, TestProject::build, "absent")).isInstanceOf(SpecException.class)
                .hasMessage("--drop-correction absent: there is no correction or deviation of that id.");
        assertThatThrownBy(() -> bump(NEWER, true, TestProject::build, "no-csv")).isInstanceOf(SpecException.class)
                .hasMessage("--drop-correction no-csv: it fits, so the bump does not drop it.");
    }

    @Test
    void leavesNoCopyBehind() throws Exception {
        bump(NEWER, false, (workspace, arguments) -> {
            Files.writeString(folder.resolve("copy"), workspace.root().toString());
            return TestProject.build(workspace);
        });

        assertThat(Path.of(Files.readString(folder.resolve("copy")))).doesNotExist();
        try (Stream<Path> files = Files.walk(project.root())) {
            assertThat(files.map(Path::toString)).noneMatch(file -> file.contains(".bump-"));
        }
    }

    @Test
    void editsThatFailOnTheWayAreUndone() throws Exception {
        Edits edits = new Edits();
        edits.write(Path.of("README.md"), "new");
        edits.write(Path.of("new/file.txt"), "new");
        edits.remove(Path.of("CHANGELOG.md"));
        // A folder that is not empty cannot be replaced by a file.
        edits.write(Path.of("spec"), "a file now");
        Files.createDirectories(project.root().resolve("spec.bump-old/full"));

        assertThatThrownBy(() -> edits.applyTo(project.root())).isInstanceOf(IOException.class);
        assertThat(project.files()).isEqualTo(before);
    }
}
