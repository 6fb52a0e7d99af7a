package io.github.cvatopenapi.contract.harness.upgrade;

import io.github.cvatopenapi.contract.harness.causes.Cause;
import io.github.cvatopenapi.contract.harness.causes.Finding;
import io.github.cvatopenapi.spec.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Whom a change concerns, and how.
 *
 * @param who such as {@code those who read}
 * @param how what they meet, in a few words
 */
record Impact(String who, String how) {

    private static final String SENDERS = "those who send";
    private static final String READERS = "those who read";

    /**
     * Everybody whom a change concerns.
     *
     * @param version of the contract, which the client's jar is made from
     * @param unread  whether the jar cannot read what an operation answers now
     */
    static List<Impact> of(Cause cause, String version, Predicate<String> unread) {
        String jar = "the " + version + " jar";
        Finding first = cause.findings().get(0);
        return switch (cause.kind()) {
            case STATUS -> cause.findings().stream().map(Impact::ofStatus).distinct().toList();
            case REMOVED -> List.of(new Impact(SENDERS, "the call is refused, whatever it asks"),
                    new Impact(jar, "its method for " + first.operation() + " always throws"));
            case SHAPE -> List.of(new Impact(READERS, "code that counts on these members"),
                    ofModels(cause, jar, unread));
            case MEDIA -> List.of(new Impact(READERS, "code that takes the answer for " + first.due()));
            case VALUE -> List.of(new Impact(READERS,
                    "code that counts on " + cause.subject() + " being " + first.due()));
            default -> List.of(new Impact(READERS, "code that counts on the answer that came before"));
        };
    }

    /** The same, and whom else the ledger names for a change. */
    static List<Impact> with(List<Impact> seen, Change change, String version) {
        List<Impact> all = new ArrayList<>(seen);
        change.concerns().stream().sorted().map(concern -> switch (concern) {
            case SENDERS -> new Impact(SENDERS, "calls that count on the answer that came before");
            case READERS -> new Impact(READERS, "code that counts on the answer that came before");
            case JAR -> new Impact("the " + version + " jar", "was made from a document that says otherwise");
        }).filter(each -> seen.stream().noneMatch(other -> other.who().equals(each.who()))).forEach(all::add);
        return all;
    }

    private static Impact ofModels(Cause cause, String jar, Predicate<String> unread) {
        List<String> lost = cause.operations().stream().filter(unread).toList();
        return new Impact(jar, lost.isEmpty() ? "reads the answers all the same; what is missing is null in them"
                : "cannot read what " + String.join(", ", lost) + (lost.size() == 1 ? " answers" : " answer"));
    }

    private static Impact ofStatus(Finding finding) {
        boolean took = finding.due().startsWith("2");
        boolean takes = finding.answered() < 300;
        if (took != takes) {
            return new Impact(SENDERS, takes ? "what was refused is taken" : "what was taken is refused");
        }
        boolean breaks = finding.answered() >= 500;
        if (breaks != finding.due().startsWith("5")) {
            return new Impact(SENDERS, breaks ? "what was refused with a reason breaks the server"
                    : "what broke the server is refused with a reason");
        }
        return new Impact(READERS, "code that goes by the status " + finding.due());
    }
}
