package io.github.cvatopenapi.contract.harness.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.http.Caller;
import io.github.cvatopenapi.contract.harness.run.Run;
import io.github.cvatopenapi.contract.harness.settings.Selection;
import io.github.cvatopenapi.contract.harness.settings.Settings;
import io.github.cvatopenapi.contract.harness.settings.Settings.Account;
import io.github.cvatopenapi.contract.harness.settings.Slowness;
import io.github.cvatopenapi.embedded.EmbeddedCvat;
import io.github.cvatopenapi.embedded.Interceptor;
import io.github.cvatopenapi.embedded.Interceptor.Request;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** The personal access tokens by which accounts call that are known by password. */
class RunTokensTest {

    private static final Account ALICE = new Account("alice-main", "Pw-very-secret-word-1", null);
    private static final String TOKENS = "/api/auth/access_tokens";

    private final List<Request> received = new CopyOnWriteArrayList<>();

    private EmbeddedCvat start(Interceptor interceptor) {
        EmbeddedCvat cvat = EmbeddedCvat.builder().interceptor((request, chain) -> {
            received.add(request);
            return interceptor.intercept(request, chain);
        }).start();
        cvat.addUser(ALICE.user(), ALICE.password());
        return cvat;
    }

    private static Run open(EmbeddedCvat cvat, boolean readOnly) {
        return Run.open(new Settings(cvat.baseUrl(), ALICE, null,
                new Account(cvat.adminName(), cvat.adminPassword(), null), true, readOnly, Selection.all(), 2,
                Duration.ofSeconds(20), Path.of("target", "conformance-test"), null, false, false, null, Slowness.NONE,
                null));
    }

    private static String kind(Request request) {
        return String.valueOf(request.headers().get("authorization")).replaceAll("\\W*(\\w+).*", "$1");
    }

    private Request last() {
        return received.get(received.size() - 1);
    }

    @Test
    void everybodyCallsByATokenAndDoesByPasswordWhatNoTokenMay() {
        try (EmbeddedCvat cvat = start((request, chain) -> chain.proceed(request)); Run run = open(cvat, false)) {
            for (Caller each : List.of(run.main(), run.second(), run.administrator(), run.newcomer().caller())) {
                each.call("users_retrieve_self").expect(200).has("id", each.id());
                assertThat(kind(last())).isEqualTo("Bearer");
                each.call("projects_create").json(Map.of("name", run.name("project"))).expect(201);
                assertThat(kind(last())).isEqualTo("Bearer");
                each.call("auth_create_access_tokens").json(Map.of("name", run.name("token"))).expect(201);
                assertThat(kind(last())).isEqualTo("Basic");
            }
            run.administrator().call("users_partial_update").path(run.second().id())
                    .json(Map.of("first_name", "Bob")).expect(200);
            assertThat(kind(last())).isEqualTo("Basic");
        }
    }

    @Test
    void aTokenIsNamedByTheRunWritesAndExpiresWithinADay() {
        try (EmbeddedCvat cvat = start((request, chain) -> chain.proceed(request)); Run run = open(cvat, false)) {
            Answer token = run.main().call("auth_retrieve_access_tokens_self").expect(200).has("read_only", false);
            assertThat(String.valueOf(token.at("name"))).contains(run.names().runId());
            assertThat(OffsetDateTime.parse(String.valueOf(token.at("expiry_date"))).toInstant())
                    .isBetween(Instant.now(), Instant.now().plus(Duration.ofDays(1)));
        }
    }

    @Test
    void theTokensAreGoneAfterTheRun() {
        try (EmbeddedCvat cvat = start((request, chain) -> chain.proceed(request))) {
            try (Run run = open(cvat, false)) {
                Caller byToken = run.main();
                run.newcomer();
                run.clean();
                assertThat(run.leftBehind()).isEmpty();
                run.mainByPassword().call("auth_list_access_tokens").expect(200).has("count", 0);
                assertThat(byToken.call("users_retrieve_self").send().status()).isEqualTo(401);
                run.main().call("users_retrieve_self").expect(200);
            }
        }
    }

    @Test
    void cleaningUpAfterAKilledRunRevokesThem() {
        try (EmbeddedCvat cvat = start((request, chain) -> chain.proceed(request))) {
            String killed;
            try (Run run = open(cvat, false)) {
                killed = run.names().runId();
                run.resources().forget();
            }
            try (Run run = open(cvat, false)) {
                assertThat(run.cleanup(killed).removeAll()).isEmpty();
                run.mainByPassword().call("auth_list_access_tokens").query("search", killed).expect(200)
                        .has("count", 0);
            }
        }
    }

    @Test
    void whereTheServerMakesNoneTheRunGoesOnByPasswordAndSaysSo() {
        Interceptor none = (request, chain) -> request.path().equals(TOKENS) && request.method().equals("POST")
                ? chain.proceed(new Request("GET", "/api/nothing", null, request.headers(), new byte[0]))
                : chain.proceed(request);
        try (EmbeddedCvat cvat = start(none); Run run = open(cvat, false)) {
            run.main().call("users_retrieve_self").expect(200);
            assertThat(kind(last())).isEqualTo("Basic");
            assertThat(run.accountNotes()).anyMatch(note -> note.contains("main account calls by password")
                    && note.contains("404"));
        }
    }

    @Test
    void aReadOnlyRunMakesNone() {
        try (EmbeddedCvat cvat = start((request, chain) -> chain.proceed(request)); Run run = open(cvat, true)) {
            run.main().call("users_retrieve_self").expect(200);
            assertThat(kind(last())).isEqualTo("Basic");
            assertThat(received).extracting(Request::method).doesNotContain("POST");
        }
    }
}
