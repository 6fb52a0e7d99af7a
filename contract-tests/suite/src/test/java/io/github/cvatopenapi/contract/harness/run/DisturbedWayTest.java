package io.github.cvatopenapi.contract.harness.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cvatopenapi.contract.harness.verdicts.Outcome;
import io.github.cvatopenapi.contract.harness.verdicts.Verdict;
import io.github.cvatopenapi.embedded.Interceptor;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * Something before a sound server fails now and then: the verdicts are those of the server, and nothing is left behind.
 */
class DisturbedWayTest {

    private static final List<String> OPERATIONS = List.of("comments_create", "comments_partial_update",
            "comments_destroy", "comments_list");

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    /** Fails every so many calls of the kind. */
    private static Interceptor failing(int status, boolean safe, int every) {
        AtomicInteger calls = new AtomicInteger();
        return (request, chain) -> SAFE.contains(request.method()) == safe && calls.incrementAndGet() % every == 0
                ? new Interceptor.Response(status, Map.of("content-type", List.of("text/html")), page())
                : chain.proceed(request);
    }

    private static byte[] page() {
        return "<html>the server does not answer</html>".getBytes(StandardCharsets.UTF_8);
    }

    private static Outcome outcome(Interceptor disturbed) {
        return Experiment.run(disturbed, OPERATIONS, Duration.ofSeconds(30));
    }

    private static List<String> lines(Outcome outcome) {
        return outcome.bad().stream().map(each -> each.id().displayName() + ": " + each.reason()).toList();
    }

    @Test
    void callsThatChangeNothingAreMadeAgain() {
        Outcome outcome = outcome(failing(504, true, 7));
        assertThat(lines(outcome)).isEmpty();
        assertThat(outcome.notes().disturbed()).anyMatch(note -> note.contains("calls were answered with 502 or 504"));
    }

    @Test
    void checksAreMadeAgainWhereAChangeGotLost() {
        Outcome outcome = outcome(failing(502, false, 25));
        assertThat(lines(outcome)).isEmpty();
        assertThat(outcome.counts().get(Verdict.SKIPPED)).isEqualTo(outcome(null).counts().get(Verdict.SKIPPED));
        assertThat(outcome.notes().leftBehind()).isEmpty();
    }

    @Test
    void aServerThatBreaksEachTimeIsFailed() {
        Outcome outcome = outcome((request, chain) -> request.method().equals("PATCH")
                && request.path().startsWith("/api/comments/")
                ? new Interceptor.Response(502, Map.of("content-type", List.of("text/html")), page())
                : chain.proceed(request));
        assertThat(lines(outcome)).isNotEmpty().allMatch(line -> line.startsWith("comments_partial_update: "));
    }
}
