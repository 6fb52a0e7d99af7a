package io.github.cvatopenapi.contract.harness.run;

import io.github.cvatopenapi.contract.harness.http.Exchange;
import io.github.cvatopenapi.contract.harness.http.Violation;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.spec.Deviation;
import java.util.List;
import java.util.regex.Pattern;

/** What a list looks like over which a server stumbled because something in it was removed meanwhile. */
final class Stumble {

    private static final String GAP = "/results/\\d++/\\w++ null found, \\w++ expected";
    private static final Pattern GAPS = Pattern.compile("\\w++ answered 200: " + GAP + "(?:; " + GAP + ")*+");

    /** It was seen, and a deviation says that it can be now and then. */
    static final class Seen extends AssertionError {
        private final transient Deviation deviation;

        Seen(Deviation deviation, String message) {
            super(message);
            this.deviation = deviation;
        }

        Deviation deviation() {
            return deviation;
        }
    }

    private Stumble() {
    }

    /** Whether the answer is like that: the server failed, or items lack a member. */
    static boolean shows(Exchange exchange) {
        return exchange.status() >= 500 || gaps(exchange);
    }

    /** Whether members that are null are all that is wrong with the items of the list. */
    static boolean gaps(Exchange exchange) {
        List<Violation> bodies = exchange.violations().stream().filter(each -> each.rule() == Rule.SCHEMA_BODY)
                .toList();
        return !bodies.isEmpty() && bodies.stream().allMatch(each -> GAPS.matcher(each.message()).matches());
    }
}
