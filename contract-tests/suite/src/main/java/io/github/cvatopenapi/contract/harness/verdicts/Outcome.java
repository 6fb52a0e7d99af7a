package io.github.cvatopenapi.contract.harness.verdicts;

import io.github.cvatopenapi.contract.harness.http.SentValues;
import io.github.cvatopenapi.contract.harness.rules.Family;
import io.github.cvatopenapi.spec.Contract;
import io.github.cvatopenapi.spec.Operation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came out of a run: everything that a report tells.
 *
 * @param contract      the contract that was checked
 * @param runId         the id of the run
 * @param url           the instance, without secrets
 * @param embedded      whether it was the embedded one
 * @param serverVersion what it says its version is
 * @param settings      what was in force, without secrets
 * @param conditions    what the instance was found to be set up with
 * @param started       when the run began
 * @param took          how long it took
 * @param exchanges     how many calls were made
 * @param results       of every check, in the order of the document
 * @param coverage      what was asserted
 * @param sent          what was sent of all that can be sent
 * @param selected      whether only a part of the checks was selected
 * @param ended         why the run ended early, if it did
 * @param notes         what else a reader should know
 */
public record Outcome(Contract contract, String runId, String url, boolean embedded, String serverVersion,
                      Map<String, String> settings, Map<String, Boolean> conditions, Instant started, Duration took,
                      int exchanges, List<CheckResult> results, Coverage coverage, SentValues.Count sent,
                      boolean selected,
                      Optional<String> ended, Notes notes) {

    /** How many checks came to each verdict. */
    public Map<Verdict, Integer> counts() {
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        Arrays.stream(Verdict.values()).filter(each -> each != Verdict.NOT_APPLICABLE)
                .forEach(each -> counts.put(each, 0));
        results.forEach(result -> counts.merge(result.verdict(), 1, Integer::sum));
        return counts;
    }

    /** The verdict of every operation in every family. */
    public Map<Operation, Map<Family, Verdict>> matrix() {
        Map<String, Map<Family, List<Verdict>>> found = new LinkedHashMap<>();
        results.forEach(result -> found.computeIfAbsent(result.id().operation().id(), id -> new EnumMap<>(Family.class))
                .computeIfAbsent(result.id().rule().family(), family -> new ArrayList<>()).add(result.verdict()));
        Map<Operation, Map<Family, Verdict>> matrix = new LinkedHashMap<>();
        for (Operation operation : contract.operations()) {
            Map<Family, Verdict> row = new EnumMap<>(Family.class);
            for (Family family : Family.values()) {
                List<Verdict> verdicts = found.getOrDefault(operation.id(), Map.of()).getOrDefault(family, List.of());
                row.put(family, verdicts.isEmpty() && selected ? Verdict.SKIPPED : Verdict.worst(verdicts));
            }
            matrix.put(operation, row);
        }
        return matrix;
    }

    /** The results that make the server not conformant. */
    public List<CheckResult> bad() {
        return results.stream().filter(result -> result.verdict().bad()).toList();
    }

    /** 0 conformant, 1 not, 2 could not run to its end, or found nothing out. */
    public int exitCode() {
        if (ended.isPresent() || nothing()) {
            return 2;
        }
        return bad().isEmpty() && notes.leftBehind().isEmpty() && notes.notMade().isEmpty() ? 0 : 1;
    }

    /** Whether no check came to a verdict about the server, so that nothing can be said of it. */
    private boolean nothing() {
        return results.stream().allMatch(result -> result.verdict() == Verdict.SKIPPED);
    }

    /** What the exit code means, in one sentence. */
    public String sentence() {
        String server = "CVAT " + serverVersion + (embedded ? " (embedded)" : " at " + url);
        if (ended.isPresent()) {
            return "The run on " + server + " could not be finished: " + ended.get();
        }
        if (nothing()) {
            return "Nothing was found out about " + server + ": every selected check was skipped"
                    + (results.isEmpty() ? "." : ", as this one: " + results.get(0).reason() + ".");
        }
        if (!bad().isEmpty()) {
            return server + " does not keep the contract: " + bad().size() + " of " + results.size()
                    + " checks say so.";
        }
        if (!notes.notMade().isEmpty()) {
            return server + " kept the contract as far as it was seen, but of what checks need "
                    + notes.notMade().size() + " could not be made, and those checks were skipped: "
                    + notes.notMade().get(0);
        }
        if (!notes.leftBehind().isEmpty()) {
            return server + " kept the contract, but not everything that the run made could be removed: "
                    + "run cleanup --run " + runId + ".";
        }
        return server + " keeps the contract" + (selected ? " as far as it was selected." : ".");
    }
}
