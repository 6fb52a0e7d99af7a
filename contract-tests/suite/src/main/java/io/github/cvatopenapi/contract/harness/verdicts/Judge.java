package io.github.cvatopenapi.contract.harness.verdicts;

import io.github.cvatopenapi.contract.harness.rules.CheckId;
import io.github.cvatopenapi.spec.Deviation;
import io.github.cvatopenapi.spec.Evidence;
import io.github.cvatopenapi.spec.Operation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Weighs outcomes against the deviations that are known of this server: one that shows is reported and not failed; one
 * that does not show where it was seen before is failed as gone.
 */
public final class Judge {

    private final List<Deviation> deviations;
    private final String version;
    private final Function<String, Optional<Boolean>> conditions;

    /**
     * @param deviations those that are known
     * @param version    of the server
     * @param embedded   whether the server is the embedded instance, where the document can be contradicted and nothing
     *                   else deviates
     * @param conditions whether a condition holds; empty where it is not known
     */
    public Judge(List<Deviation> deviations, String version, boolean embedded,
                 Function<String, Optional<Boolean>> conditions) {
        this.deviations = deviations.stream()
                .filter(each -> each.evidence().on(version) != Evidence.Stand.NOT_SEEN)
                .filter(each -> !embedded || each.kind() == Deviation.Kind.DOCUMENT).toList();
        this.version = version;
        this.conditions = conditions;
    }

    /** The deviation that explains why the check failed, if one does. */
    public Optional<Deviation> excuse(CheckId check) {
        return deviations.stream().filter(each -> covers(each, check) && condition(each).orElse(true)).findFirst();
    }

    /**
     * The deviation that explains why a list of that operation was wrong now and then, if one does: something in it was
     * removed meanwhile.
     */
    public Optional<Deviation> stumble(Operation operation) {
        return operation == null ? Optional.empty() : deviations.stream().filter(Ledger::isOfAListMeanwhile)
                .filter(each -> each.operations().contains(operation.id())).findFirst();
    }

    /**
     * What a reader should know beside the verdicts, a sentence each: what the server does otherwise because it is
     * newer, and which deviations do not show on a version on which nobody has looked for them.
     *
     * @param judged every result
     * @param whole  whether everything was tried, so that what did not show does not
     */
    public List<String> notes(List<CheckResult> judged, boolean whole) {
        List<String> notes = new ArrayList<>();
        Map<String, Long> shown = judged.stream().filter(each -> each.verdict() == Verdict.KNOWN)
                .collect(Collectors.groupingBy(CheckResult::deviation, Collectors.counting()));
        deviations.stream().filter(each -> each.kind() == Deviation.Kind.CHANGE && shown.containsKey(each.id()))
                .collect(Collectors.toMap(Deviation::id, Deviation::reason, (one, same) -> one, LinkedHashMap::new))
                .forEach((id, sentence) -> notes.add("Changed in " + version + " (" + id + ", " + shown.get(id)
                        + (shown.get(id) == 1 ? " check" : " checks") + "): " + sentence));
        if (!whole) {
            return notes;
        }
        List<Deviation> missing = deviations.stream().filter(this::mayShow)
                .filter(each -> !shown.containsKey(each.id()))
                .filter(each -> each.operations().stream().anyMatch(operation -> passes(each, judged.stream()
                        .filter(result -> result.id().operation().id().equals(operation)).toList()))).toList();
        note(notes, "What other versions were seen to do wrong no longer shows on " + version, missing,
                each -> each.kind() != Deviation.Kind.CHANGE && !each.evidence().inferred());
        note(notes, "What newer versions were seen to do otherwise does not show on " + version, missing,
                each -> each.kind() == Deviation.Kind.CHANGE);
        note(notes, "What was inferred from the source does not show on " + version, missing,
                each -> each.evidence().inferred());
        return notes;
    }

    private static void note(List<String> notes, String sentence, List<Deviation> missing, Predicate<Deviation> which) {
        String ids = missing.stream().filter(which).map(Deviation::id).distinct().collect(Collectors.joining(", "));
        if (!ids.isEmpty()) {
            notes.add(sentence + ": " + ids + ".");
        }
    }

    /**
     * The results with those turned into gone deviations that passed although a deviation was seen there. It is gone
     * from an operation when it is one that always shows, its condition is known to hold, every case of it ran, and
     * none showed it.
     */
    public List<CheckResult> judged(List<CheckResult> results) {
        Map<String, List<CheckResult>> byOperation = results.stream().collect(Collectors.groupingBy(
                each -> each.id().operation().id(), LinkedHashMap::new, Collectors.toCollection(ArrayList::new)));
        for (Deviation deviation : deviations) {
            if (mustShow(deviation)) {
                deviation.operations().stream().filter(byOperation::containsKey)
                        .forEach(operation -> judge(deviation, byOperation.get(operation)));
            }
        }
        return byOperation.values().stream().flatMap(List::stream).toList();
    }

    private boolean mustShow(Deviation deviation) {
        return deviation.evidence().on(version) == Evidence.Stand.SEEN && !deviation.sometimes()
                && condition(deviation).orElse(false);
    }

    private boolean mayShow(Deviation deviation) {
        return deviation.evidence().on(version) == Evidence.Stand.UNKNOWN && !deviation.sometimes()
                && condition(deviation).orElse(false);
    }

    /** Whether every case of it ran on an operation and none showed it. */
    private static boolean passes(Deviation deviation, List<CheckResult> ofOperation) {
        List<CheckResult> covered = ofOperation.stream().filter(each -> covers(deviation, each.id())).toList();
        Set<String> passed = covered.stream().filter(each -> each.verdict() == Verdict.PASS)
                .map(each -> each.id().caseName()).collect(Collectors.toSet());
        boolean everyCase = deviation.cases().isEmpty() ? !covered.isEmpty() : passed.containsAll(deviation.cases());
        return everyCase && covered.stream().allMatch(each -> each.verdict() == Verdict.PASS);
    }

    private static void judge(Deviation deviation, List<CheckResult> ofOperation) {
        if (passes(deviation, ofOperation)) {
            ofOperation.replaceAll(each -> !covers(deviation, each.id()) ? each : each.with(Verdict.GONE,
                    "The deviation " + deviation.id() + " was seen on this version and does not show: "
                            + deviation.reason(), deviation.id()));
        }
    }

    private static boolean covers(Deviation deviation, CheckId check) {
        return deviation.covers(check.operation().id(), check.rule().id(), check.caseName());
    }

    private Optional<Boolean> condition(Deviation deviation) {
        return deviation.condition().isEmpty() ? Optional.of(true) : conditions.apply(deviation.condition());
    }
}
