package io.github.cvatopenapi.contract.harness.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.verdicts.CheckResult;
import io.github.cvatopenapi.contract.harness.verdicts.Outcome;
import io.github.cvatopenapi.contract.harness.verdicts.Verdict;
import io.github.cvatopenapi.embedded.Interceptor.Request;
import io.github.cvatopenapi.embedded.Interceptor.Response;
import io.github.cvatopenapi.embedded.Interceptor;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Events with and without a store to keep them in, whatever the server says of itself. */
class SuiteOnAnalyticsStoreTest {

    private static final List<String> OPERATIONS = List.of("events_list", "events_create_export");

    private static Outcome run(Interceptor server) {
        return Experiment.run(server, OPERATIONS, Duration.ofSeconds(30));
    }

    private static Response changed(Response response, Consumer<JsonObject> change) {
        JsonObject tree = JsonParser.parseString(new String(response.body(), StandardCharsets.UTF_8)).getAsJsonObject();
        change.accept(tree);
        return new Response(response.status(), response.headers(), tree.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static boolean asksFor(Request request, String text) {
        return request.query() != null && request.query().contains(text);
    }

    private static boolean ofExport(Request request, Response response) {
        return request.path().startsWith("/api/requests/") && response.status() == 200
                && new String(response.body(), StandardCharsets.UTF_8).contains("\"failed\"");
    }

    @Test
    void whereTheEventsAreKeptTheyMustBeHadThoughAnalyticsAreOff() {
        Outcome outcome = run((request, chain) -> {
            if (request.path().equals("/api/events") && asksFor(request, "query_id=")) {
                return asksFor(request, "action=download")
                        ? new Response(200, Map.of("Content-Type", List.of("text/csv")),
                                "scope\n".getBytes(StandardCharsets.UTF_8))
                        : new Response(201, Map.of(), new byte[0]);
            }
            Response response = chain.proceed(request);
            return ofExport(request, response) ? changed(response, tree -> {
                tree.addProperty("status", "finished");
                tree.addProperty("message", "");
            }) : response;
        });
        assertThat(outcome.bad()).isEmpty();
        assertThat(verdicts(outcome, Rule.ASYNC_RESULT)).containsOnly(Verdict.PASS);
        assertThat(verdicts(outcome, Rule.STATUS_DECLARED)).containsOnly(Verdict.PASS);
    }

    @Test
    void aStoreThatCannotBeReachedIsKnownThoughAnalyticsAreOn() {
        Outcome outcome = run((request, chain) -> {
            Response response = chain.proceed(request);
            if (request.path().equals("/api/server/plugins")) {
                return changed(response, tree -> tree.addProperty("ANALYTICS", true));
            }
            return ofExport(request, response) ? changed(response, tree ->
                    tree.addProperty("message", "clickhouse_connect.driver.exceptions.OperationalError: no route"))
                    : response;
        });
        assertThat(outcome.bad()).isEmpty();
        assertThat(verdicts(outcome, Rule.ASYNC_RESULT)).containsOnly(Verdict.KNOWN);
    }

    private static List<Verdict> verdicts(Outcome outcome, Rule rule) {
        return outcome.results().stream()
                .filter(each -> each.id().rule() == rule && OPERATIONS.contains(each.id().operation().id()))
                .map(CheckResult::verdict).toList();
    }
}
