package io.github.cvatopenapi.contract.harness.causes;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Findings of one kind: the same answer where the same was due, the same member, the same operation that is gone. One
 * change of a server shows in many checks; this is the one.
 *
 * @param findings the first one gives the cause its name
 */
public record Cause(List<Finding> findings) {

    /** Those that hurt most come first; of such that hurt alike, those of most checks. */
    static final Comparator<Cause> WORST_FIRST = Comparator.comparing(Cause::severity)
            .thenComparing(Comparator.comparing((Cause each) -> each.checks().size()).reversed());

    public FindingKind kind() {
        return findings.get(0).kind();
    }

    /** What it is about: a parameter, a schema, a deviation; empty for nothing by name. */
    public String subject() {
        return findings.get(0).subject();
    }

    /** What is called, each once. */
    public List<String> operations() {
        return findings.stream().map(Finding::operation).distinct().toList();
    }

    /** The checks that found it, as their report has them. */
    public List<Map<String, Object>> checks() {
        return findings.stream().map(Finding::check).distinct().toList();
    }

    /** What it is, in a sentence without its point. */
    public String title(Baseline against) {
        return new CauseTitle(this, against).text();
    }

    private int severity() {
        return findings.stream().mapToInt(Cause::weight).min().orElseThrow();
    }

    private static int weight(Finding finding) {
        boolean taken = finding.answered() < 300;
        return switch (finding.kind()) {
            case ERROR -> 0;
            case STATUS -> taken && finding.due().matches("40[134]") ? 1 : finding.due().startsWith("2") ? 3
                    : finding.broke() ? 6 : 7;
            case REMOVED -> 2;
            case SHAPE -> 4;
            case MEDIA, VALUE, OTHER -> 5;
            case UNSEEN, GONE -> 8;
            case THROTTLED, CORRECTED -> 9;
        };
    }
}
