package io.github.cvatopenapi.contract.harness.run;

import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.http.Unreachable;
import io.github.cvatopenapi.spec.SpecException;
import io.github.cvatopenapi.spec.bump.Change;
import io.github.cvatopenapi.spec.bump.Drift;

/** How the document that the server serves of itself differs from the pinned one. */
final class ServedDocument {

    private ServedDocument() {
    }

    /** The difference in a sentence, for the report. */
    static String compare(Run run) {
        try {
            Answer answer = run.main().call("schema_retrieve").accept("application/vnd.oai.openapi").send();
            if (answer.status() != 200) {
                return "The server's own document could not be read (" + answer.status()
                        + "), so it was not compared with the pinned one.";
            }
            return sentence(Drift.compare(answer.text(), "The server's own document"));
        } catch (SpecException | Unreachable e) {
            return "The server's own document was not compared with the pinned one: " + e.getMessage();
        }
    }

    static String sentence(Drift drift) {
        if (drift.changes().isEmpty()) {
            return "The server's own document (" + drift.served() + ") says the same as the pinned one.";
        }
        long senders = drift.changes().stream()
                .filter(each -> each.senders().effect() == Change.Effect.BREAKING).count();
        long readers = drift.changes().stream()
                .filter(each -> each.readers().effect() == Change.Effect.BREAKING).count();
        return "The server's own document (" + drift.served() + ") differs from the pinned one (" + drift.pinned()
                + ") in " + drift.changes().size() + " places: of these changes " + senders
                + " break those who send and " + readers + " those who read; scripts/drift lists them.";
    }
}
