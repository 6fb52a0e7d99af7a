package io.github.cvatopenapi.contract.harness.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cvatopenapi.contract.harness.cleanup.Cleanup;
import io.github.cvatopenapi.contract.harness.http.Caller;
import io.github.cvatopenapi.contract.harness.settings.CouldNotRun;
import io.github.cvatopenapi.contract.harness.settings.Selection;
import io.github.cvatopenapi.contract.harness.settings.Settings;
import io.github.cvatopenapi.contract.harness.settings.Slowness;
import io.github.cvatopenapi.contract.harness.verdicts.CheckResult;
import io.github.cvatopenapi.contract.harness.verdicts.Outcome;
import io.github.cvatopenapi.contract.harness.verdicts.Verdict;
import io.github.cvatopenapi.contract.issues.IssueFixtures;
import io.github.cvatopenapi.contract.projects.ProjectFixtures;
import io.github.cvatopenapi.contract.tasks.TaskFixtures;
import io.github.cvatopenapi.embedded.EmbeddedCvat;
import io.github.cvatopenapi.spec.Contract;
import io.github.cvatopenapi.spec.Operation;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs of the suite on an instance that is somewhere else and holds other people's data. */
class SuiteOnEmbeddedTest {

    private static final String PASSWORD = "Pw-very-secret-word-1";
    private static final List<String> SAMPLE = List.of("projects", "organizations", "labels", "users", "webhooks");

    private EmbeddedCvat cvat;

    @BeforeEach
    void start() {
        cvat = EmbeddedCvat.start();
        List.of("alice-main", "bob-second").forEach(name -> cvat.addUser(name, PASSWORD));
    }

    @AfterEach
    void stop() {
        if (cvat != null) {
            cvat.close();
        }
    }

    private Settings live(String... include) {
        return new Settings(cvat.baseUrl(), new Settings.Account("alice-main", PASSWORD, null),
                new Settings.Account("bob-second", PASSWORD, null),
                new Settings.Account(cvat.adminName(), cvat.adminPassword(), null), false, false,
                new Selection(List.of(include), List.of()), 3, Duration.ofSeconds(30),
                Path.of("target", "conformance-test"), null, false, false, null, Slowness.NONE, null);
    }

    /** Everything that the administrator sees, by list. */
    private Map<String, Object> everything() {
        Map<String, Object> all = new LinkedHashMap<>();
        try (Run run = Run.open(live())) {
            Caller administrator = run.administrator();
            for (Operation list : Contract.load().operations()) {
                if (list.paged() && !list.path().contains("{") && SAMPLE.contains(list.tag())) {
                    List<Map<String, Object>> results = administrator.call(list.id()).query("page_size", "all")
                            .expect(200).results();
                    results.forEach(each -> each.remove("last_login")); // logging in is no change of data
                    all.put(list.id(), results);
                }
            }
        }
        return all;
    }

    private void furnish() {
        try (Run run = Run.open(live())) {
            run.second().call("projects_create").json(Map.of("name", "somebody's project",
                    "labels", List.of(Map.of("name", "cat", "color", "#010203")))).expect(201);
            run.administrator().call("organizations_create").json(Map.of("slug", "somewhere")).expect(201);
            forget(run);
        }
    }

    /** What was made stays, as if the run had been killed. */
    private static void forget(Run run) {
        run.resources().forget();
    }

    @Test
    void whatOthersHaveIsTheSameBeforeAndAfter() {
        furnish();
        Map<String, Object> before = everything();
        try (Run run = Run.open(live("projects", "organizations"))) {
            new Launch(run).execute();
            run.clean();
            assertThat(run.leftBehind()).isEmpty();
            assertThat(run.checks().judged()).extracting(CheckResult::verdict).contains(Verdict.PASS)
                    .doesNotContain(Verdict.ERROR);
        }
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void cleanupFinishesWhatAKillLeft() {
        furnish();
        Map<String, Object> before = everything();
        String id;
        try (Run run = Run.open(live())) {
            id = run.names().runId();
            Object slug = run.main().call("organizations_create").json(Map.of("slug", run.names().slug())).expect(201)
                    .at("slug");
            run.main().call("projects_create").json(Map.of("name", run.name("project"))).expect(201);
            run.main().call("projects_create").inOrganization(String.valueOf(slug))
                    .json(Map.of("name", run.name("project"))).expect(201);
            run.second().call("projects_create").json(Map.of("name", run.name("project"))).expect(201);
            forget(run);
        }
        assertThat(everything()).isNotEqualTo(before);
        try (Run run = Run.open(live())) {
            Cleanup cleanup = run.cleanup(id);
            assertThat(cleanup.removeAll()).isEmpty();
            assertThat(cleanup.removed()).as("an organization, three projects, the tokens of three accounts")
                    .isEqualTo(7);
        }
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void cleanupClearsTheBucketOfWhatAKillLeft(@TempDir Path bucket) throws IOException {
        stop();
        cvat = EmbeddedCvat.builder().bucket("mine", bucket).start();
        cvat.addUser("alice-main", PASSWORD);
        Path other = Files.createFile(bucket.resolve("other.zip"));
        Settings live = live();
        Settings settings = new Settings(live.url(), live.main(), null, null, false, false, live.selection(), 3,
                live.timeout(), live.report(), null, false, false, null, Slowness.NONE,
                Settings.Bucket.of("mine", bucket));
        String id;
        try (Run run = Run.open(settings)) {
            id = run.names().runId();
            assertThat(run.bucket().orElseThrow().obstacle()).isEmpty();
        }
        assertThat(bucket.toFile().list()).as("a probe leaves nothing").containsExactly("other.zip");
        Files.createFile(bucket.resolve(id + "-left.zip"));
        Files.createFile(bucket.resolve("project_" + id + "-00001_backup.zip"));
        try (Run run = Run.open(settings)) {
            Cleanup cleanup = run.cleanup(id);
            assertThat(cleanup.removeAll()).isEmpty();
            assertThat(cleanup.removed()).isEqualTo(2);
        }
        assertThat(bucket.toFile().list()).containsExactly("other.zip");
        assertThat(other).exists();
    }

    @Test
    void noSecretIsInAnythingThatIsReported() {
        try (Run run = Run.open(live("auth_create_register", "users_retrieve_self", "projects_list"))) {
            new Launch(run).execute();
            Outcome outcome = run.outcome(Instant.now());
            String report = outcome.results().toString() + outcome.settings() + outcome.notes().all();
            assertThat(report).doesNotContain(PASSWORD).doesNotContain(cvat.adminPassword());
        }
    }

    @Test
    void aReadOnlyRunChangesNothing() {
        furnish();
        Map<String, Object> before = everything();
        Settings settings = live("projects");
        try (Run run = Run.open(readOnly(settings))) {
            new Launch(run).execute();
            assertThat(run.checks().judged())
                    .anyMatch(result -> result.verdict() == Verdict.SKIPPED && result.reason().contains("read-only"));
            assertThat(run.checks().judged()).extracting(CheckResult::verdict).contains(Verdict.PASS);
        }
        assertThat(everything()).isEqualTo(before);
    }

    private static Settings readOnly(Settings settings) {
        return new Settings(settings.url(), settings.main(), settings.second(), settings.administrator(), false, true,
                settings.selection(), 3, settings.timeout(), settings.report(), null, false, false, null,
                Slowness.NONE, null);
    }

    /**
     * Of what stands in for what a run makes nothing is known: it is not as the run would have made it, nor is it a
     * secret.
     */
    @Test
    void aReadOnlyRunBlamesNoServerForWhatIsInIt() {
        try (Run run = Run.open(live())) {
            long project = ProjectFixtures.make(run, "a project with pictures");
            long task = TaskFixtures.withImages(run, 1, Map.of("project_id", project));
            run.administrator().call("tasks_partial_update").path(task).json(Map.of("assignee_id", run.second().id()))
                    .expect(200);
            IssueFixtures.make(run, TaskFixtures.jobs(run, task).get(0), 0);
            TaskFixtures.make(run, Map.of());
            ProjectFixtures.make(run, "a project without tasks");
            forget(run);
        }
        Settings settings = readOnly(live().select(new Selection(
                List.of("projects", "tasks", "jobs", "labels", "issues", "comments", "quality"),
                List.of("error", "page"))));
        try (Run run = Run.open(settings)) {
            new Launch(run).execute();
            assertThat(run.checks().judged())
                    .filteredOn(result -> result.verdict() == Verdict.FAIL || result.verdict() == Verdict.ERROR)
                    .extracting(result -> result.id().displayName() + ": " + result.reason()).isEmpty();
            assertThat(run.checks().judged()).filteredOn(result -> result.verdict() == Verdict.PASS)
                    .extracting(result -> result.id().operation().id())
                    .contains("tasks_retrieve", "jobs_retrieve", "issues_retrieve");
        }
    }

    @Test
    void aServerThatGoesAwayEndsTheRunWithWhatIsKnown() {
        try (Run run = Run.open(live("projects"))) {
            run.main().call("projects_list").expect(200);
            stop();
            cvat = null;
            new Launch(run).execute();
            Outcome outcome = run.outcome(Instant.now());
            assertThat(outcome.exitCode()).isEqualTo(2);
            assertThat(outcome.sentence()).contains("could not be finished").contains("stopped answering");
            assertThat(outcome.results()).isNotEmpty();
        }
    }

    @Test
    void wrongCredentialsAreNamed() {
        Settings settings = live();
        Settings wrong = new Settings(settings.url(), new Settings.Account("alice-main", "another word", null),
                null, null, false, false, Selection.all(), 3, settings.timeout(), settings.report(),
                null, false, false, null, Slowness.NONE, null);
        assertThatThrownBy(() -> Run.open(wrong)).isInstanceOf(CouldNotRun.class).hasMessageContaining("CVAT_USER")
                .hasMessageNotContaining("another word");
    }

    @Test
    void whatIsNoCvatIsNamed() {
        Settings settings = live();
        Settings elsewhere = new Settings(URI.create(cvat.baseUrl() + "/nothing"), settings.main(),
                null, null, false, false, Selection.all(), 3, settings.timeout(), settings.report(),
                null, false, false, null, Slowness.NONE, null);
        assertThatThrownBy(() -> Run.open(elsewhere)).isInstanceOf(CouldNotRun.class)
                .hasMessageContaining("is it a CVAT?");
    }
}
