package io.github.cvatopenapi.contract.harness.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cvatopenapi.contract.harness.run.Run;
import io.github.cvatopenapi.contract.harness.settings.CouldNotRun;
import io.github.cvatopenapi.contract.harness.settings.Selection;
import io.github.cvatopenapi.contract.harness.settings.Settings.Account;
import io.github.cvatopenapi.contract.harness.settings.Settings;
import io.github.cvatopenapi.contract.harness.settings.Slowness;
import io.github.cvatopenapi.embedded.EmbeddedCvat;
import io.github.cvatopenapi.embedded.Interceptor.Chain;
import io.github.cvatopenapi.embedded.Interceptor.Request;
import io.github.cvatopenapi.embedded.Interceptor.Response;
import io.github.cvatopenapi.embedded.Interceptor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

/** Who may call, and what keeps somebody from it, on servers that are set up in unusual ways. */
class AccountsTest {

    private static final String PASSWORD = "Pw-very-secret-word-1";
    private static final Account ALICE = new Account("alice-main", PASSWORD, null);
    private static final Account BOB = new Account("bob-second", PASSWORD, null);
    private static final String REGISTER = "/api/auth/register";

    private static EmbeddedCvat start(Interceptor interceptor) {
        EmbeddedCvat cvat = EmbeddedCvat.builder().interceptor(interceptor).start();
        List.of(ALICE, BOB).forEach(account -> cvat.addUser(account.user(), PASSWORD));
        return cvat;
    }

    private static Response pass(Request request, Chain chain) {
        return chain.proceed(request);
    }

    private static Settings settings(EmbeddedCvat cvat, Account main, Account second) {
        return new Settings(cvat.baseUrl(), main, second, new Account(cvat.adminName(), cvat.adminPassword(), null),
                true, false, Selection.all(), 2, Duration.ofSeconds(20), Path.of("target", "conformance-test"), null,
                false, false, null, Slowness.NONE, null);
    }

    private static String token(EmbeddedCvat cvat, Account account) {
        try (Run run = Run.open(settings(cvat, account, null))) {
            String value = String.valueOf(run.main().call("auth_create_access_tokens")
                    .json(Map.of("name", "of the operator", "read_only", false)).expect(201).at("value"));
            run.resources().forget();
            return value;
        }
    }

    @Test
    void theSecondAccountIsAnother() {
        try (EmbeddedCvat cvat = start(AccountsTest::pass)) {
            assertThatThrownBy(() -> Run.open(settings(cvat, ALICE, ALICE))).isInstanceOf(CouldNotRun.class)
                    .hasMessageContaining("CVAT_SECOND_USER");
        }
    }

    @Test
    void tokenAndPasswordAreOfOneAccount() {
        try (EmbeddedCvat cvat = start(AccountsTest::pass)) {
            String token = token(cvat, ALICE);
            assertThatThrownBy(() -> Run.open(settings(cvat, new Account("bob-second", PASSWORD, token), null)))
                    .isInstanceOf(CouldNotRun.class).hasMessageContaining("not a token of the account bob-second");
            assertThatThrownBy(() -> Run.open(settings(cvat, new Account("alice-main", "wrong-Pw-1", token), null)))
                    .isInstanceOf(CouldNotRun.class).hasMessageContaining("CVAT_PASSWORD")
                    .hasMessageNotContaining("wrong-Pw-1");
            try (Run run = Run.open(settings(cvat, new Account("alice-main", PASSWORD, token), BOB))) {
                assertThat(run.main().credentials().kind()).isEqualTo("bearer");
                assertThat(run.mainByPassword().credentials().kind()).isEqualTo("basic");
            }
        }
    }

    @Test
    void aMainAccountThatIsAnAdministratorStandsInForOne() {
        try (EmbeddedCvat cvat = start(AccountsTest::pass)) {
            Settings settings = settings(cvat, new Account(cvat.adminName(), cvat.adminPassword(), null), BOB);
            try (Run run = Run.open(settings.people(settings.main(), BOB, null))) {
                assertThat(run.administrator().username()).isEqualTo(cvat.adminName());
                assertThat(run.throwawayAccount().caller().username()).startsWith(run.names().runId());
            }
        }
    }

    @Test
    void whoMayMakeNothingIsNoMainAccountButOfAReadOnlyRun() {
        try (EmbeddedCvat cvat = start(AccountsTest::pass)) {
            try (Run run = Run.open(settings(cvat, BOB, ALICE))) {
                run.administrator().call("users_partial_update").path(run.second().id())
                        .json(Map.of("groups", List.of("worker"))).expect(200);
            }
            assertThatThrownBy(() -> Run.open(settings(cvat, ALICE, BOB))).isInstanceOf(CouldNotRun.class)
                    .hasMessageContaining("--read-only");
        }
    }

    @Test
    void whomNothingIsRefusedIsNoSecondAccount() {
        try (EmbeddedCvat cvat = start(AccountsTest::pass)) {
            try (Run run = Run.open(settings(cvat, ALICE, BOB))) {
                run.administrator().call("users_partial_update").path(run.second().id())
                        .json(Map.of("groups", List.of("admin"))).expect(200);
            }
            assertThatThrownBy(() -> Run.open(settings(cvat, ALICE, BOB))).isInstanceOf(CouldNotRun.class)
                    .hasMessageContaining("CVAT_SECOND_USER");
        }
    }

    @Test
    void whereNothingIsRegisteredItIsTriedOnce() {
        AtomicInteger tries = new AtomicInteger();
        Interceptor closed = (request, chain) -> {
            if (request.path().equals(REGISTER)) {
                tries.incrementAndGet();
                return chain.proceed(new Request("GET", "/api/nothing", null, request.headers(), new byte[0]));
            }
            return chain.proceed(request);
        };
        try (EmbeddedCvat cvat = start(closed); Run run = Run.open(settings(cvat, ALICE, null))) {
            assertThatThrownBy(run::second).isInstanceOf(TestAbortedException.class)
                    .hasMessageContaining("does not register any (404)");
            assertThatThrownBy(run::throwawayAccount).isInstanceOf(TestAbortedException.class)
                    .hasMessageContaining("leave --register away");
            assertThat(tries).hasValue(1);
        }
    }

    @Test
    void anAccountThatMustBeConfirmedIsRemovedAgain() {
        Interceptor confirming = (request, chain) -> {
            Response response = chain.proceed(request);
            return !request.path().equals(REGISTER) ? response : new Response(response.status(), response.headers(),
                    new String(response.body(), StandardCharsets.UTF_8)
                            .replaceFirst("(\"email_verification_required\" ?: ?)false", "$1true")
                            .getBytes(StandardCharsets.UTF_8));
        };
        try (EmbeddedCvat cvat = start(confirming); Run run = Run.open(settings(cvat, ALICE, null))) {
            assertThatThrownBy(run::second).isInstanceOf(TestAbortedException.class)
                    .hasMessageContaining("confirmed by mail");
            assertThat(ours(run)).isEqualTo(1);
            run.clean();
            assertThat(run.leftBehind()).isEmpty();
            assertThat(ours(run)).isZero();
        }
    }

    private static long ours(Run run) {
        return run.administrator().call("users_list").query("search", run.names().runId()).expect(200).number("count");
    }
}
