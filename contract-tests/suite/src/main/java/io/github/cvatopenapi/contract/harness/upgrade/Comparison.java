package io.github.cvatopenapi.contract.harness.upgrade;

import io.github.cvatopenapi.contract.harness.causes.Baseline;
import io.github.cvatopenapi.contract.harness.causes.Cause;
import io.github.cvatopenapi.contract.harness.causes.Causes;
import io.github.cvatopenapi.contract.harness.causes.Finding;
import io.github.cvatopenapi.contract.harness.causes.FindingKind;
import io.github.cvatopenapi.contract.harness.causes.FindingReader;
import io.github.cvatopenapi.contract.harness.causes.KnownChanges;
import io.github.cvatopenapi.contract.harness.settings.CouldNotRun;
import io.github.cvatopenapi.spec.Change;
import io.github.cvatopenapi.spec.Contract;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a server does otherwise than another did, by what two reports tell of their answers. What the ledger calls an
 * answer does not count; where it knows of a change that both reports show, it lends its sentence.
 */
public final class Comparison {

    private final SavedReport before;
    private final SavedReport after;
    private final KnownChanges ledger = new KnownChanges(Contract.load());
    private final Map<String, List<String>> silent = new LinkedHashMap<>();
    private final List<Difference> changes;
    private final List<Difference> mended;
    private final List<Difference> allowed;
    private final int same;

    private Comparison(SavedReport before, SavedReport after) {
        this.before = before;
        this.after = after;
        CheckComparison answers = new CheckComparison(new FindingReader(Contract.load()));
        after.checks().forEach((key, check) -> {
            if (before.checks().containsKey(key)) {
                compare(answers, key, new ReportedCheck(before.checks().get(key)), new ReportedCheck(check));
            } else {
                silent("only the report after has it", key);
            }
        });
        this.changes = changes(answers.changed(), this::changed);
        this.mended = changes(answers.mended(), this::mended);
        this.allowed = changes(answers.allowed(), this::allowed);
        this.same = after.checks().size()
                - silent.values().stream().mapToInt(List::size).sum() - told();
        before.checks().keySet().stream().filter(key -> !after.checks().containsKey(key))
                .forEach(key -> silent("only the report before has it", key));
    }

    /**
     * Compares two files that runs have written.
     *
     * @throws CouldNotRun where one is no report
     */
    public static Comparison of(Path before, Path after) {
        return new Comparison(SavedReport.read(before), SavedReport.read(after));
    }

    /** How many checks any of the changes rests on. */
    private int told() {
        return (int) Stream.of(changes, mended, allowed).flatMap(List::stream)
                .flatMap(each -> each.cause().checks().stream()).map(SavedReport::key).distinct().count();
    }

    private void compare(CheckComparison answers, String key, ReportedCheck old, ReportedCheck now) {
        if (!old.silence().isEmpty()) {
            silent("nothing is known of before: " + old.silence(), key);
        } else if (!now.silence().isEmpty()) {
            silent("nothing is known of after: " + now.silence(), key);
        } else if (!answers.compare(old, now)) {
            silent("a server was asked too often to answer", key);
        }
    }

    private void silent(String why, String key) {
        silent.computeIfAbsent(why, none -> new ArrayList<>()).add(key);
    }

    private static List<Difference> changes(List<Finding> found, Function<Cause, Difference> of) {
        return Causes.of(found).stream().map(of).toList();
    }

    private Difference changed(Cause cause) {
        String title = cause.title(Baseline.BEFORE);
        List<Impact> impacts = Impact.of(cause, after.contract(), this::unread);
        return known(cause).map(change -> new Difference(change.sentence().replaceFirst("\\.$", ""), title, cause,
                        Impact.with(impacts, change, after.contract()), evidence(cause)))
                .orElseGet(() -> new Difference(title, "", cause, impacts, evidence(cause)));
    }

    /** The change that the ledger knows to lie between the two servers and that this is. */
    private Optional<Change> known(Cause cause) {
        return ledger.of(cause.checks()).filter(change -> !change.inForce(before.version())
                && change.inForce(after.version()));
    }

    private Difference allowed(Cause cause) {
        return new Difference(cause.title(Baseline.BEFORE), "", cause,
                Impact.of(cause, after.contract(), this::unread), evidence(cause));
    }

    private Difference mended(Cause cause) {
        boolean status = cause.kind() == FindingKind.STATUS;
        String title = status ? cause.title(Baseline.BEFORE) : "No longer: " + cause.title(Baseline.CONTRACT);
        return new Difference(title, "", cause, status ? Impact.of(cause, after.contract(), this::unread) : List.of(),
                evidence(cause));
    }

    /** Whether the models of the contract do not keep what an operation answers now. */
    private boolean unread(String operation) {
        return after.checks().values().stream()
                .filter(each -> operation.equals(each.get("operation")) && "schema-model".equals(each.get("rule")))
                .map(ReportedCheck::new).anyMatch(each -> each.silence().isEmpty() && !each.reason().isEmpty());
    }

    /** What shows it, first what a check complained of and what differs by the status alone. */
    private List<Difference.Pair> evidence(Cause cause) {
        return cause.checks().stream().map(SavedReport::key)
                .map(key -> new Difference.Pair(new ReportedCheck(before.checks().get(key)),
                        new ReportedCheck(after.checks().get(key))))
                .sorted(Comparator.comparing((Difference.Pair pair) -> pair.after().reason().isEmpty())
                        .thenComparing(pair -> pair.before().status() == pair.after().status())).toList();
    }

    /** Whether the server after does something otherwise that somebody may notice. */
    public boolean worse() {
        return !changes.isEmpty();
    }

    SavedReport before() {
        return before;
    }

    SavedReport after() {
        return after;
    }

    /** What somebody may notice, the worst first. */
    List<Difference> changes() {
        return changes;
    }

    /** What was wrong before and is right now. */
    List<Difference> mended() {
        return mended;
    }

    /** Answers that differ where the contract allows both; many come from what else is in a server. */
    List<Difference> allowed() {
        return allowed;
    }

    /** The checks that tell nothing, by why, the most first. */
    Map<String, List<String>> silent() {
        Map<String, List<String>> most = new LinkedHashMap<>();
        silent.entrySet().stream().sorted(Comparator.comparing(each -> -each.getValue().size()))
                .forEach(each -> most.put(each.getKey(), each.getValue()));
        return most;
    }

    /** How many checks came out the same. */
    int same() {
        return same;
    }

    /** What came out, in one sentence. */
    String sentence() {
        String told = after.name() + " does " + (changes.isEmpty()
                ? "what " + before.name() + " did, as far as it was checked"
                : (changes.size() == 1 ? "one thing" : changes.size() + " things") + " otherwise than " + before.name()
                + " did");
        return mended.isEmpty() ? told + "." : told + ", and does right " + (mended.size() == 1 ? "one thing that was"
                : mended.size() + " things that were") + " wrong.";
    }
}
