package io.github.cvatopenapi.contract.harness.causes;

import io.github.cvatopenapi.contract.harness.causes.WrongMember.How;
import io.github.cvatopenapi.contract.harness.http.Truncation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says in one sentence what a cause is. */
final class CauseTitle {

    private static final int LONGEST = 160;
    private static final int MOST_MEMBERS = 8;

    private final Cause cause;
    private final Finding first;
    private final Baseline against;

    CauseTitle(Cause cause, Baseline against) {
        this.cause = cause;
        this.first = cause.findings().get(0);
        this.against = against;
    }

    String text() {
        return switch (cause.kind()) {
            case STATUS -> who() + (one() ? " answers " : " answer ") + first.answered() + about() + where() + rule();
            case REMOVED -> first.operation() + " is gone: the server knows no such method any more";
            case SHAPE -> shape();
            case MEDIA -> who() + (one() ? " answers " : " answer ") + (first.seen().isEmpty() ? "no media type"
                    : first.seen()) + where();
            case VALUE -> first.subject() + " is " + cut(first.seen()) + where();
            case OTHER -> who() + named() + ": " + cut(first.seen());
            case GONE -> "The deviation " + first.subject() + " is declared and does not show";
            case UNSEEN -> first.operation() + " never answers " + first.due();
            case THROTTLED -> who() + (one() ? " answers " : " answer ") + "429: the server was asked too often";
            case CORRECTED -> first.operation() + " keeps the corrected document only";
            case ERROR -> "The suite failed: " + cut(first.seen());
        };
    }

    private boolean one() {
        return cause.operations().size() == 1;
    }

    private String who() {
        return one() ? first.operation() : cause.operations().size() + " operations";
    }

    private String about() {
        List<String> subjects = cause.findings().stream().map(Finding::subject).filter(each -> !each.isEmpty())
                .distinct().toList();
        return subjects.isEmpty() || !one() && subjects.size() > 1 ? "" : " to " + listed(subjects, 0);
    }

    /** Of the server's own faults the rule tells which, where no parameter does. */
    private String rule() {
        return first.broke() && about().isEmpty() ? " (" + first.rule() + ")" : "";
    }

    private String named() {
        Object name = first.check().getOrDefault("case", "");
        return cause.findings().size() == 1 && !name.equals("") ? " (" + name + ")" : "";
    }

    private String where() {
        Set<String> due = cause.findings().stream().map(Finding::due).filter(each -> !each.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        String asked = String.join(" or ", due);
        if (first.broke() && (against == Baseline.CONTRACT && due.size() > 1 || due.contains("any answer below 500"))) {
            asked = "an answer below 500";
        }
        return asked.isEmpty() ? "" : " where " + cut(asked) + " " + against.words();
    }

    private String shape() {
        List<String> parts = new ArrayList<>();
        add(parts, How.NULL, "may be null");
        int more = cause.findings().stream().mapToInt(Finding::more).filter(each -> each > 0)
                .min().orElse(0);
        List<String> missing = names(How.MISSING);
        if (!missing.isEmpty()) {
            parts.add(listed(missing, more) + " may be missing");
        }
        members().filter(each -> each.how() == How.TYPE).map(WrongMember::name).distinct().forEach(name -> {
            WrongMember seen = members().filter(each -> each.how() == How.TYPE && each.name().equals(name)).findFirst()
                    .orElseThrow();
            parts.add((name.isEmpty() ? "the body" : name) + " holds " + typed(seen.seen()) + " where "
                    + typed(seen.due()) + " " + against.words());
        });
        if (parts.isEmpty()) {
            add(parts, How.OTHERWISE, "is not as the document says");
        }
        String text = String.join(", and ", parts);
        return first.subject() + (text.startsWith("the body") ? ": " : ".") + text;
    }

    private static String typed(String type) {
        return ("aeiou".indexOf(type.charAt(0)) < 0 ? "a " : "an ") + type;
    }

    private void add(List<String> parts, How how, String what) {
        List<String> names = names(how);
        if (!names.isEmpty()) {
            parts.add(listed(names, 0) + " " + what);
        }
    }

    private Stream<WrongMember> members() {
        return cause.findings().stream().flatMap(each -> each.members().stream());
    }

    private List<String> names(How how) {
        return members().filter(each -> each.how() == how).map(each -> each.name().isEmpty() ? "the body" : each.name())
                .distinct().toList();
    }

    /** Names in a row; those of several answers make up for what one of them does not name. */
    private static String listed(List<String> names, int more) {
        int shown = Math.min(names.size(), MOST_MEMBERS);
        int rest = names.size() - shown + more;
        String row = String.join(", ", names.subList(0, shown));
        int last = row.lastIndexOf(", ");
        return rest > 0 ? row + " and " + rest + " more"
                : last < 0 ? row : row.substring(0, last) + " and " + row.substring(last + 2);
    }

    private static String cut(String text) {
        return Truncation.line(text, LONGEST).replaceFirst("(?<!\\.)\\.$", "");
    }
}
