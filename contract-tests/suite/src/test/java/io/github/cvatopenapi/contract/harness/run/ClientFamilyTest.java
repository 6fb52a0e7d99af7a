package io.github.cvatopenapi.contract.harness.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cvatopenapi.client.CvatClient;
import io.github.cvatopenapi.client.model.PatchedLabelRequest;
import io.github.cvatopenapi.client.model.TaskRead;
import io.github.cvatopenapi.client.model.TaskWriteRequest;
import io.github.cvatopenapi.contract.harness.http.Unreachable;
import io.github.cvatopenapi.contract.harness.rules.Family;
import io.github.cvatopenapi.contract.harness.settings.Selection;
import io.github.cvatopenapi.contract.harness.settings.Settings;
import io.github.cvatopenapi.contract.harness.settings.Slowness;
import io.github.cvatopenapi.contract.harness.verdicts.CheckResult;
import io.github.cvatopenapi.contract.harness.verdicts.Verdict;
import io.github.cvatopenapi.embedded.EmbeddedCvat;
import io.github.cvatopenapi.embedded.Interceptor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

/** The jar as one more client of a run: what it does there is as the suite's own calls are. */
class ClientFamilyTest {

    private static final String PASSWORD = "Pw-very-secret-word-1";

    private static Settings settings(EmbeddedCvat cvat, boolean readOnly) {
        return new Settings(cvat.baseUrl(), new Settings.Account("alice-main", PASSWORD, null), null, null, false,
                readOnly, new Selection(List.of("CLIENT"), List.of()), 3, Duration.ofSeconds(60),
                Path.of("target", "conformance-test"), null, false, false, null, Slowness.NONE, null);
    }

    private static EmbeddedCvat started(Interceptor between) {
        EmbeddedCvat cvat = EmbeddedCvat.builder().interceptor(between).start();
        cvat.addUser("alice-main", PASSWORD);
        return cvat;
    }

    private static TaskRead task(CvatClient cvat) {
        return cvat.execute(cvat.tasks().tasksCreate(new TaskWriteRequest().name("made by the jar")
                .labels(List.of(new PatchedLabelRequest().name("car")))));
    }

    private static Interceptor answering(String path, int times, int status) {
        AtomicInteger left = new AtomicInteger(times);
        return (request, chain) -> request.path().equals(path) && left.getAndDecrement() > 0
                ? new Interceptor.Response(status, Map.of("Retry-After", List.of("0")), new byte[0])
                : chain.proceed(request);
    }

    /** Checks run together: of two that begin the same export one can find its file gone. */
    @Test
    void noTwoJobsBeginTheSameExport() {
        List<String> exports = Collections.synchronizedList(new ArrayList<>());
        Interceptor noting = (request, chain) -> {
            if (request.method().equals("POST") && request.path().endsWith("/export")) {
                exports.add(request.path() + "?" + request.query());
            }
            return chain.proceed(request);
        };
        try (EmbeddedCvat cvat = started(noting); Run run = Run.open(settings(cvat, false))) {
            new Launch(run).execute();
            assertThat(exports).hasSizeGreaterThan(8).doesNotHaveDuplicates();
        }
    }

    @Test
    void everyJobIsDoneAndNothingStays() {
        try (EmbeddedCvat cvat = started(null); Run run = Run.open(settings(cvat, false))) {
            new Launch(run).execute();
            List<CheckResult> jobs = run.checks().judged().stream()
                    .filter(each -> each.id().rule().family() == Family.CLIENT).toList();
            assertThat(jobs).hasSizeGreaterThan(15).extracting(CheckResult::verdict).containsOnly(Verdict.PASS);
            run.clean();
            assertThat(run.leftBehind()).isEmpty();
            assertThat(run.main().call("tasks_list").expect(200).at("count")).isEqualTo(0L);
            assertThat(run.main().call("projects_list").expect(200).at("count")).isEqualTo(0L);
        }
    }

    @Test
    void whatTheJarMakesIsRegisteredAtOnce() {
        try (EmbeddedCvat cvat = started(null); Run run = Run.open(settings(cvat, false))) {
            assertThatThrownBy(() -> run.main().byJar((jar, directory) -> {
                task(jar);
                throw new IllegalStateException("broken off");
            })).hasMessage("broken off");
            assertThat(run.main().call("tasks_list").expect(200).results()).hasSize(1);
            run.clean();
            assertThat(run.main().call("tasks_list").expect(200).results()).isEmpty();
        }
    }

    @Test
    void aReadOnlyRunLetsTheJarMakeNothing() {
        try (EmbeddedCvat cvat = started(null); Run run = Run.open(settings(cvat, true))) {
            assertThatThrownBy(() -> run.main().byJar((jar, directory) -> task(jar)))
                    .isInstanceOf(TestAbortedException.class).hasMessageContaining("read-only");
            assertThat(run.main().call("tasks_list").expect(200).results()).isEmpty();
        }
    }

    @Test
    void theJarWaitsWhereItIsToldTo() {
        try (EmbeddedCvat cvat = started(answering("/api/jobs", 1, 429));
                Run run = Run.open(settings(cvat, false))) {
            assertThat(run.main().<Integer>byJar((jar, directory) -> jar.execute(jar.jobs().jobsList()).getCount()))
                    .isZero();
        }
    }

    @Test
    void whatTheJarCannotDoIsAFailureOfTheServerInItsWords() {
        try (EmbeddedCvat cvat = started(answering("/api/jobs", 9, 418));
                Run run = Run.open(settings(cvat, false))) {
            assertThatThrownBy(() -> run.main().byJar((jar, directory) -> jar.execute(jar.jobs().jobsList())))
                    .isInstanceOf(AssertionError.class).hasMessageStartingWith("The client says: GET /api/jobs: 418");
        }
    }

    @Test
    void aServerThatIsGoneIsNoFailureOfTheServer() {
        EmbeddedCvat cvat = started(null);
        try (Run run = Run.open(settings(cvat, true))) {
            cvat.close();
            assertThatThrownBy(() -> run.main().byJar((jar, directory) -> jar.execute(jar.jobs().jobsList())))
                    .isInstanceOf(Unreachable.class);
        }
    }

    /** A failing check shows what the jar called, without secrets. */
    @Test
    void theCallsOfTheJarAreEvidence() {
        Interceptor broken = (request, chain) -> request.path().equals("/api/projects")
                && String.valueOf(request.query()).matches("(.*&)?org=(&.*)?")
                ? new Interceptor.Response(404, Map.of(), new byte[0]) : chain.proceed(request);
        CheckResult failed = Experiment.run(broken, List.of("projects_create"), Duration.ofSeconds(30)).bad().stream()
                .filter(each -> each.id().rule().family() == Family.CLIENT).findFirst().orElseThrow();
        assertThat(failed.evidence()).last().satisfies(exchange -> {
            assertThat(exchange.line()).startsWith("GET /api/projects?").contains("org=");
            assertThat(exchange.caller()).isEqualTo("main");
            assertThat(exchange.requestHeaders()).containsEntry("authorization", "Bearer <token of the run>");
            assertThat(exchange.status()).isEqualTo(404);
        });
    }
}
