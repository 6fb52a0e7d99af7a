package io.github.cvatopenapi.contract.harness.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cvatopenapi.contract.harness.settings.Selection;
import io.github.cvatopenapi.contract.harness.settings.Settings.Account;
import io.github.cvatopenapi.contract.harness.settings.Settings;
import io.github.cvatopenapi.contract.harness.settings.Slowness;
import io.github.cvatopenapi.contract.harness.verdicts.CheckResult;
import io.github.cvatopenapi.contract.harness.verdicts.Verdict;
import io.github.cvatopenapi.embedded.EmbeddedCvat;
import io.github.cvatopenapi.embedded.Interceptor;
import io.github.cvatopenapi.spec.Contract;
import io.github.cvatopenapi.spec.recorded.Recordings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The ways in which the suite can be run on a server that behaves as the recorded one: each finds nothing and leaves
 * nothing.
 */
class LaunchesTest {

    private static final String PASSWORD = "Pw-very-secret-word-1";
    private static final Account BY_PASSWORD = new Account("alice-main", PASSWORD, null);
    private static final Selection PEOPLE = new Selection(List.of("auth", "users", "organizations", "invitations",
            "memberships", "server", "schema", "events"), List.of());

    private static EmbeddedCvat cvat;
    private static String writing;
    private static String reading;

    @BeforeAll
    static void start() {
        Recordings.assumeTheyAreOf(Contract.load().version());
        cvat = EmbeddedCvat.builder().interceptor(new RecordedFaults(Recordings.VERSION)).throttling(false).start();
        cvat.addUser("alice-main", PASSWORD);
        try (Run run = Run.open(settings(BY_PASSWORD, false))) {
            Function<Boolean, String> token = readOnly -> String.valueOf(run.main().call("auth_create_access_tokens")
                    .json(Map.of("name", "the operator's", "read_only", readOnly)).expect(201).at("value"));
            writing = token.apply(false);
            reading = token.apply(true);
            run.resources().forget();
        }
    }

    @AfterAll
    static void stop() {
        if (cvat != null) {
            cvat.close();
        }
    }

    private static Settings settings(Account main, boolean readOnly) {
        return new Settings(cvat.baseUrl(), main, null, null, false, readOnly, PEOPLE, 6, Duration.ofSeconds(60),
                Path.of("target", "conformance-test"), null, false, false, null, Slowness.NONE, null);
    }

    private static void findsNothing(Settings settings) {
        try (Run run = Run.open(settings)) {
            new Launch(run).execute();
            run.clean();
            List<CheckResult> judged = run.checks().judged();
            assertThat(judged).filteredOn(result -> result.verdict().bad()).isEmpty();
            assertThat(judged).filteredOn(result -> result.verdict() == Verdict.PASS).hasSizeGreaterThan(100);
            assertThat(judged).filteredOn(result -> result.verdict() == Verdict.SKIPPED).extracting(CheckResult::reason)
                    .allMatch(reason -> !reason.isBlank());
            assertThat(run.leftBehind()).isEmpty();
            assertThat(run.main().call("organizations_list").expect(200).number("count")).isZero();
        }
    }

    @Test
    void byUserAndPasswordAlone() {
        findsNothing(settings(BY_PASSWORD, false));
    }

    @Test
    void byATokenAlone() {
        findsNothing(settings(new Account(null, null, writing), false));
    }

    @Test
    void byATokenThatOnlyReads() {
        findsNothing(settings(new Account(null, null, reading), true));
    }

    @Test
    void byAnAdministratorAlone() {
        findsNothing(settings(new Account(cvat.adminName(), cvat.adminPassword(), null), false));
    }
}
