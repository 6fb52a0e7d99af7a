package io.github.cvatopenapi.contract.harness.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cvatopenapi.contract.harness.settings.Selection;
import io.github.cvatopenapi.contract.harness.settings.Settings;
import io.github.cvatopenapi.contract.harness.settings.Settings.Account;
import io.github.cvatopenapi.contract.harness.settings.Slowness;
import io.github.cvatopenapi.contract.harness.verdicts.CheckResult;
import io.github.cvatopenapi.contract.harness.verdicts.Verdict;
import io.github.cvatopenapi.embedded.EmbeddedCvat;
import io.github.cvatopenapi.embedded.Interceptor;
import io.github.cvatopenapi.embedded.Interceptor.Request;
import io.github.cvatopenapi.embedded.Interceptor.Response;
import io.github.cvatopenapi.spec.Contract;
import io.github.cvatopenapi.spec.recorded.Recordings;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Servers that keep the contract and are set up otherwise than most: the suite finds nothing wrong with them. */
class UnusualServersTest {

    private static final Account ALICE = new Account("alice-main", "Pw-very-secret-word-1", null);
    private static final String PREFIX = "/tools/cvat";

    private static List<CheckResult> judged(EmbeddedCvat cvat, String path, String... include) {
        Recordings.assumeTheyAreOf(Contract.load().version());
        cvat.addUser(ALICE.user(), ALICE.password());
        Settings settings = new Settings(URI.create(cvat.baseUrl() + path), ALICE, null,
                new Account(cvat.adminName(), cvat.adminPassword(), null), true, false,
                new Selection(List.of(include), List.of()), 4, Duration.ofSeconds(60),
                Path.of("target", "conformance-test"), null, false, false, null, Slowness.NONE, null);
        try (Run run = Run.open(settings)) {
            new Launch(run).execute();
            return run.checks().judged();
        }
    }

    @Test
    void anEmbeddedInstanceThatRunsElsewhereIsJudgedAsOne() {
        try (EmbeddedCvat cvat = EmbeddedCvat.start()) {
            List<CheckResult> judged = judged(cvat, "", "projects", "events");
            assertThat(judged).filteredOn(each -> each.verdict().bad()).isEmpty();
            assertThat(judged).filteredOn(each -> each.verdict() == Verdict.PASS).hasSizeGreaterThan(300);
        }
    }

    /** As a proxy does that cuts the prefix, of which the server behind it knows nothing. */
    @Test
    void theAddressMayHaveAPath() {
        Interceptor cutting = (request, chain) -> request.path().startsWith(PREFIX)
                ? chain.proceed(new Request(request.method(), request.path().substring(PREFIX.length()),
                        request.query(), request.headers(), request.body()))
                : new Response(404, Map.of(), new byte[0]);
        try (EmbeddedCvat cvat = EmbeddedCvat.builder().interceptor(cutting).start()) {
            List<CheckResult> judged = judged(cvat, PREFIX, "tasks_create_dataset_export", "tasks_create_data",
                    "labels_list", "projects_list", "projects_create");
            assertThat(judged).filteredOn(each -> each.verdict().bad()).isEmpty();
            assertThat(judged).filteredOn(each -> each.verdict() == Verdict.PASS).hasSizeGreaterThan(150);
        }
    }

    @Test
    void whatIsUsedUpForAnHourIsSkippedWithThatReason() {
        Interceptor usedUp = (request, chain) -> request.path().endsWith("/resend") && !request.method().equals("POST")
                && request.headers().containsKey("authorization") ? new Response(429,
                Map.of("Content-Type", List.of("application/vnd.cvat+json"), "Retry-After", List.of("3315")),
                "{\"detail\":\"Request was throttled. Expected available in 3315 seconds.\"}"
                        .getBytes(StandardCharsets.UTF_8)) : chain.proceed(request);
        try (EmbeddedCvat cvat = EmbeddedCvat.builder().interceptor(usedUp).start()) {
            List<CheckResult> judged = judged(cvat, "", "invitations_resend");
            assertThat(judged).filteredOn(each -> each.id().rule().id().equals("error-method"))
                    .hasSizeGreaterThan(2).allMatch(each -> each.verdict() == Verdict.SKIPPED
                            && each.reason().contains("again in 3315 s"));
            assertThat(judged).extracting(CheckResult::verdict).doesNotContain(Verdict.FAIL, Verdict.ERROR);
        }
    }
}
