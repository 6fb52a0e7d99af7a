package io.github.cvatopenapi.contract.harness.upgrade;

import io.github.cvatopenapi.contract.harness.causes.Cause;
import java.util.List;

/**
 * One thing that a server does otherwise than another did.
 *
 * @param title     what, in a sentence without its point: the ledger's, where it knows of this change
 * @param seen      how it shows, where the title does not tell; else empty
 * @param cause     what told it
 * @param concerned whom it concerns
 * @param evidence  what each server did, a pair for each check
 */
record Difference(String title, String seen, Cause cause, List<Impact> concerned, List<Pair> evidence) {

    /** The same check on either server. */
    record Pair(ReportedCheck before, ReportedCheck after) {
    }
}
