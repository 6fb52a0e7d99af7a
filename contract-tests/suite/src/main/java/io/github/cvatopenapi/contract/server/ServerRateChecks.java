package io.github.cvatopenapi.contract.server;

import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Check;
import io.github.cvatopenapi.contract.harness.run.Launch;
import io.github.cvatopenapi.contract.harness.run.Run;
import org.junit.jupiter.api.Tag;
import org.opentest4j.TestAbortedException;

/**
 * Throttling. It keeps everybody behind the same address out for a minute, so it comes last and only when asked for.
 */
@Tag(Launch.LAST)
final class ServerRateChecks {

    /** The server lets 100 anonymous calls through in a minute, and each of its processes counts for itself. */
    private static final int MORE_THAN_ALLOWED = 610;

    private static final long A_MINUTE_NANOS = 60_000_000_000L;

    /** Calls until it is enough; skips the check where that is not wanted. */
    private static Answer tooMany(Run run) {
        if (!run.settings().provokeThrottle()) {
            throw new TestAbortedException("throttling is provoked with --provoke-throttle only");
        }
        Answer answer = null;
        long start = System.nanoTime();
        for (int i = 0; i < MORE_THAN_ALLOWED && (answer == null || answer.status() != 429); i++) {
            if (System.nanoTime() - start > A_MINUTE_NANOS) {
                throw new TestAbortedException("the server answers too slowly for too many calls in a minute");
            }
            answer = run.anonymous().call("server_retrieve_about").throttlingWanted().send();
        }
        return answer;
    }

    @Check(operation = "server_retrieve_about", rule = Rule.RATE_THROTTLE)
    void tooManyAnonymousCallsGet429(Run run) {
        Answer answer = tooMany(run).status(429).readableError();
        if (answer.header("Retry-After") == null || !answer.header("Retry-After").matches("\\d+")) {
            throw answer.fail("Retry-After is " + answer.header("Retry-After") + ", expected seconds");
        }
    }

    @Check(operation = "server_retrieve_about", rule = Rule.DOC_ERROR_CODES, caseName = "429")
    void tooManyCallsGetAnErrorOfTheList(Run run) {
        ServerIntroductionChecks.listed(tooMany(run));
    }
}
