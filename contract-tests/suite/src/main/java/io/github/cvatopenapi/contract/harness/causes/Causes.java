package io.github.cvatopenapi.contract.harness.causes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Groups findings by what causes them. */
public final class Causes {

    private Causes() {
    }

    /** The causes of these findings, the worst first. */
    public static List<Cause> of(List<Finding> findings) {
        Map<String, List<Finding>> groups = new LinkedHashMap<>();
        findings.stream().filter(each -> !each.repeats()).forEach(each -> add(groups, key(each), each));
        together(groups, Causes::ofOneOperation);
        together(groups, group -> ofShape(group, groups));
        findings.stream().filter(Finding::repeats).forEach(each -> add(groups, find(groups, other -> each.says(other)
                && each.due().equals(other.due())).orElseGet(() -> key(each)), each));
        return groups.values().stream().map(each -> new Cause(List.copyOf(each))).sorted(Cause.WORST_FIRST).toList();
    }

    private static void add(Map<String, List<Finding>> groups, String key, Finding finding) {
        groups.computeIfAbsent(key, none -> new ArrayList<>()).add(finding);
    }

    /** Moves each group to where it belongs, if anywhere else. */
    private static void together(Map<String, List<Finding>> groups, Function<List<Finding>, Optional<String>> where) {
        for (String key : List.copyOf(groups.keySet())) {
            where.apply(groups.get(key)).filter(other -> !other.equals(key)).ifPresent(other ->
                    groups.remove(key).forEach(each -> add(groups, other, each)));
        }
    }

    /** Parameters of which nothing is heard but that one operation breaks at them are one cause. */
    private static Optional<String> ofOneOperation(List<Finding> group) {
        Finding first = group.get(0);
        boolean one = group.stream().allMatch(each -> each.operation().equals(first.operation()));
        return first.broke() && !first.subject().isEmpty() && one
                ? Optional.of(first.kind() + " " + first.answered() + " " + first.rule() + " of " + first.operation())
                : Optional.empty();
    }

    /** A member has another value because it is another thing altogether. */
    private static Optional<String> ofShape(List<Finding> group, Map<String, List<Finding>> groups) {
        Finding first = group.get(0);
        return first.kind() != FindingKind.VALUE ? Optional.empty() : find(groups, each ->
                each.kind() == FindingKind.SHAPE && each.members().stream().anyMatch(member ->
                        first.subject().equals(each.subject() + "." + member.name())));
    }

    private static Optional<String> find(Map<String, List<Finding>> groups, Predicate<Finding> what) {
        return groups.entrySet().stream().filter(group -> group.getValue().stream().anyMatch(what))
                .map(Map.Entry::getKey).findFirst();
    }

    private static String key(Finding finding) {
        return finding.kind() + " " + switch (finding.kind()) {
            case STATUS -> finding.answered() + " " + (!finding.broke() ? "for " + finding.due()
                    : finding.subject().isEmpty() ? finding.rule() : finding.subject());
            case SHAPE, VALUE, GONE -> finding.subject();
            case MEDIA -> finding.seen() + " for " + finding.due();
            case REMOVED, CORRECTED -> finding.operation();
            case UNSEEN -> finding.operation() + " " + finding.due();
            case OTHER, ERROR -> finding.rule() + " " + finding.operation() + " "
                    + finding.seen().replaceAll("ct[0-9a-z]{8}|\\d+", "#");
            case THROTTLED -> "";
        };
    }
}
