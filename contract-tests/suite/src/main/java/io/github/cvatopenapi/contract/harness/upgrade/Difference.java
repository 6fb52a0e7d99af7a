package io.github.cvatopenapi.contract.harness.upgrade;

import io.github.cvatopenapi.contract.harness.causes.Cause;
import java.util.List;

/**
 * One thing that a server does otherwise than another did.
 *
 * @param title     what, in a sentence without its point
 * @param cause     what told it
 * @param concerned whom it concerns
 * @param evidence  what each server did, a pair for each check
 */
record Difference(String title, Cause cause, List<Impact> concerned, List<Pair> evidence) {

    /** The same check on either server. */
    record Pair(ReportedCheck before, ReportedCheck after) {
    }
}
