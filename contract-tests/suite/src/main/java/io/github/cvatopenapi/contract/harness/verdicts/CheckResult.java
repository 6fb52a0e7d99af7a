package io.github.cvatopenapi.contract.harness.verdicts;

import io.github.cvatopenapi.contract.harness.http.Exchange;
import io.github.cvatopenapi.contract.harness.rules.CheckId;
import java.util.List;

/**
 * How a check went.
 *
 * @param id        what it was about
 * @param verdict   what it came to
 * @param reason    why, in a sentence; empty for a pass
 * @param deviation the id of the known or gone deviation, or an empty text
 * @param evidence  the exchanges it made, the last ones if many
 * @param millis    how long it took
 */
public record CheckResult(CheckId id, Verdict verdict, String reason, String deviation, List<Exchange> evidence,
                          long millis) {

    public CheckResult with(Verdict other, String otherReason, String deviationId) {
        return new CheckResult(id, other, otherReason, deviationId, evidence, millis);
    }
}
