package io.github.cvatopenapi.contract.harness.run;

import io.github.cvatopenapi.contract.harness.cleanup.ResourceRegistry.Resource;
import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.http.Exchange;
import io.github.cvatopenapi.contract.harness.http.LostCalls;
import io.github.cvatopenapi.contract.harness.http.Unreachable;
import io.github.cvatopenapi.contract.harness.rules.CheckId;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.settings.Selection;
import io.github.cvatopenapi.contract.harness.verdicts.CheckResult;
import io.github.cvatopenapi.contract.harness.verdicts.Judge;
import io.github.cvatopenapi.contract.harness.verdicts.Verdict;
import io.github.cvatopenapi.spec.Contract;
import io.github.cvatopenapi.spec.Deviation;
import io.github.cvatopenapi.spec.Operation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.opentest4j.TestAbortedException;

/** Runs checks, records what they did and gives the verdicts. Safe for threads. */
public final class CheckRunner {

    /** The body of a check: returns when the server keeps the rule. It can be run again. */
    @FunctionalInterface
    public interface Body {
        void run() throws Throwable;
    }

    /** How long checks that failed are made once more at most. */
    private static final Duration MOST_AGAIN = Duration.ofSeconds(60);

    private final Contract contract;
    private final Selection selection;
    private final Judge judge;
    private final ExchangeLog log;
    private final Attempts attempts = new Attempts();
    private final List<CheckResult> results = new ArrayList<>();
    private final PlannedChecks planned = new PlannedChecks();
    private final List<Failed> failed = new ArrayList<>();
    private volatile boolean listing;
    private volatile boolean together;
    private volatile String ended;
    private volatile Consumer<CheckResult> onResult = result -> { };
    private volatile Callable<Boolean> alive = () -> true;

    CheckRunner(Contract contract, Selection selection, Judge judge, ExchangeLog log) {
        this.contract = contract;
        this.selection = selection;
        this.judge = judge;
        this.log = log;
    }

    /** While listing, checks are only planned, not run. */
    void listing(boolean on) {
        listing = on;
    }

    /** While checks run together, those that fail are kept to be made {@link #again}. */
    void together(boolean on) {
        together = on;
    }

    /** Told each result as it comes, in the thread of the check. */
    public void onResult(Consumer<CheckResult> consumer) {
        onResult = consumer;
    }

    /** How to find out whether the server still answers anything. */
    void alive(Callable<Boolean> probe) {
        alive = probe;
    }

    /** How to take away what a check made that is to be run again. */
    void undo(Consumer<List<Resource>> removal) {
        attempts.undo(removal);
    }

    /** The check that runs in this thread made something. */
    void made(Resource resource) {
        attempts.made(resource);
    }

    /** From now on nothing is checked any more; the first reason counts. */
    public synchronized void end(String reason) {
        if (ended == null) {
            ended = reason;
        }
    }

    /** Why the run ended early, if it did. */
    public Optional<String> ended() {
        return Optional.ofNullable(ended);
    }

    /** Whether the check is to run. */
    public boolean selects(CheckId id) {
        return selection.includes(id, contract) && planned.admits(id);
    }

    /**
     * Runs one check and keeps its result.
     *
     * @throws AssertionError       where the server breaks the rule, so that JUnit sees it too
     * @throws TestAbortedException where the check was skipped
     */
    public void run(CheckId id, Body body) {
        if (!selects(id)) {
            throw new TestAbortedException("not selected");
        }
        if (listing) {
            planned.add(id);
            return;
        }
        if (ended != null) {
            keep(new CheckResult(id, Verdict.SKIPPED, "the run ended early: " + ended, "", List.of(), 0));
            throw new TestAbortedException(ended);
        }
        long start = System.nanoTime();
        Attempts.Attempt attempt = attempts.undisturbed(body, () -> ended == null);
        Throwable thrown = attempt.thrown();
        long millis = (System.nanoTime() - start) / 1_000_000;
        CheckResult result = verdict(id, thrown, attempt.trace(), millis);
        if (together && result.verdict() == Verdict.FAIL) {
            synchronized (failed) {
                failed.add(new Failed(result, body, attempt.trace()));
            }
        } else {
            log.keep(attempt.trace(), result.verdict());
        }
        keep(result);
        if (result.verdict() == Verdict.SKIPPED) {
            throw new TestAbortedException(result.reason());
        }
        if (result.verdict().bad()) {
            throw thrown instanceof AssertionError failure ? failure : new AssertionError(result.reason(), thrown);
        }
    }

    /** A check that failed while others ran. */
    private record Failed(CheckResult result, Body body, CheckTrace trace) {
    }

    /**
     * Makes each check that failed among others once more, alone, the quick ones first and for a minute at most: what
     * does not come again is told as that. Nothing else may run.
     */
    void again() {
        failed.sort(Comparator.comparing(each -> each.result().millis()));
        long end = System.nanoTime() + MOST_AGAIN.toNanos();
        for (Failed each : failed) {
            boolean time = ended == null && System.nanoTime() + each.result().millis() * 1_000_000 < end;
            Attempts.Attempt second = time ? attempts.again(each.trace(), each.body(), () -> ended == null) : null;
            if (second == null || second.thrown() != null) {
                log.keep(each.trace(), Verdict.FAIL);
            } else {
                log.keep(second.trace(), Verdict.PASS);
                synchronized (results) {
                    results.replaceAll(result -> result == each.result() ? once(result) : result);
                }
            }
        }
        failed.clear();
    }

    private CheckResult once(CheckResult result) {
        String reason = "1 of 2 attempts: " + result.reason();
        List<Exchange> evidence = result.evidence();
        return evidence.stream().skip(Math.max(0, evidence.size() - 1)).filter(Stumble::shows)
                .flatMap(last -> judge.stumble(last.operation()).stream()).findFirst()
                .map(deviation -> result.with(Verdict.KNOWN, reason, deviation.id()))
                .orElseGet(() -> result.with(Verdict.FAIL, reason, ""));
    }

    /** The deviation that explains why a list of the operation is wrong now and then, if one does. */
    Optional<Deviation> stumble(Operation operation) {
        return judge.stumble(operation);
    }

    /** The deviation that is known and would explain why the check fails. */
    Optional<Deviation> excuse(CheckId id) {
        return judge.excuse(id);
    }

    /** A verdict over exchanges that were made before; it needs no server. */
    void conclude(CheckId id, List<Exchange> evidence, Body body) {
        if (!selection.includes(id, contract)) {
            return;
        }
        CheckTrace trace = new CheckTrace();
        evidence.forEach(trace::exchanged);
        keep(verdict(id, attempts.within(trace, body).thrown(), trace, 0));
    }

    private CheckResult verdict(CheckId id, Throwable thrown, CheckTrace trace, long millis) {
        CheckResult result = new CheckResult(id, Verdict.PASS, "", "", trace.evidence(), millis);
        if (thrown == null) {
            return result;
        }
        String message = String.valueOf(thrown.getMessage());
        if (thrown instanceof TestAbortedException || thrown instanceof FixtureFailed) {
            return result.with(Verdict.SKIPPED, message, "");
        }
        if (thrown instanceof Unreachable) {
            if (!answers()) {
                end("the server stopped answering: " + message);
                return result.with(Verdict.SKIPPED, "the run ended early: " + ended, "");
            }
            return result.with(Verdict.FAIL, message, "");
        }
        if (thrown instanceof Stumble.Seen stumbled) {
            return result.with(Verdict.KNOWN, message, stumbled.deviation().id());
        }
        if (thrown instanceof AssertionError) {
            return judge.excuse(id).map(deviation -> result.with(Verdict.KNOWN, message, deviation.id()))
                    .orElseGet(() -> result.with(Verdict.FAIL, message, ""));
        }
        StackTraceElement[] stack = thrown.getStackTrace();
        return result.with(Verdict.ERROR, thrown.getClass().getSimpleName() + ": " + message
                + (stack.length == 0 ? "" : " (" + stack[0] + ")"), "");
    }

    private boolean answers() {
        try {
            return alive.call();
        } catch (Exception e) { // no answer either way
            return false;
        }
    }

    private void keep(CheckResult result) {
        synchronized (results) {
            results.add(result);
        }
        onResult.accept(result);
    }

    /** Makes a fixture; what is exchanged for it is not the evidence of the check that needs it first. */
    <T> T setup(String what, Callable<T> make) throws Throwable {
        Object[] value = new Object[1];
        Attempts.Attempt attempt = attempts.undisturbed(() -> value[0] = make.call(), () -> ended == null);
        log.keepSetup(what, attempt.trace(), attempt.thrown());
        if (attempt.thrown() != null) {
            throw attempt.thrown();
        }
        @SuppressWarnings("unchecked") // the array holds what make returned
        T made = (T) value[0];
        return made;
    }

    void exchanged(Exchange exchange, Answer answer) {
        log.exchanged(exchange);
        attempts.exchanged(exchange);
    }

    void asserted(Exchange exchange, int[] statuses, boolean fits) {
        attempts.asserted(exchange, statuses, fits);
    }

    /** What would run. */
    PlannedChecks planned() {
        return planned;
    }

    /** What a reader should know beside the verdicts, a sentence each. */
    List<String> notes() {
        return judge.notes(judged(), !selection.quick());
    }

    /** Every result so far, with deviations that are gone failed; of a quick run none is, as not all was tried. */
    public List<CheckResult> judged() {
        synchronized (results) {
            return selection.quick() ? List.copyOf(results) : judge.judged(results);
        }
    }
}
