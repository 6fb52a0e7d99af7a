package io.github.cvatopenapi.contract.harness.run;

import io.github.cvatopenapi.contract.harness.accounts.Accounts;
import io.github.cvatopenapi.contract.harness.cleanup.Cleanup;
import io.github.cvatopenapi.contract.harness.cleanup.Names;
import io.github.cvatopenapi.contract.harness.cleanup.ResourceRegistry;
import io.github.cvatopenapi.contract.harness.cleanup.RunBucket;
import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.http.Caller;
import io.github.cvatopenapi.contract.harness.http.Client;
import io.github.cvatopenapi.contract.harness.http.ContractValidator;
import io.github.cvatopenapi.contract.harness.http.Exchange;
import io.github.cvatopenapi.contract.harness.http.Redactor;
import io.github.cvatopenapi.contract.harness.http.Unreachable;
import io.github.cvatopenapi.contract.harness.http.SentValues;
import io.github.cvatopenapi.contract.harness.settings.CouldNotRun;
import io.github.cvatopenapi.contract.harness.settings.Settings;
import io.github.cvatopenapi.contract.harness.settings.TargetInstance;
import io.github.cvatopenapi.contract.harness.verdicts.Judge;
import io.github.cvatopenapi.contract.harness.verdicts.Ledger;
import io.github.cvatopenapi.contract.harness.verdicts.Outcome;
import io.github.cvatopenapi.embedded.EmbeddedCvat;
import io.github.cvatopenapi.spec.Contract;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One run of the suite on one instance: who calls, what they share, what was made, and what came out. Checks get it as
 * their parameter. Safe for threads.
 */
public final class Run extends RunCallers implements AutoCloseable {

    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(30);

    private final Contract contract = Contract.load();
    private final Names names = new Names();
    private final ExchangeLog log = new ExchangeLog();
    private final SharedDataCache fixtures = new SharedDataCache();
    private final Redactor redactor = new Redactor();
    private final TargetInstance target;
    private final Settings settings;
    private final ResourceRegistry resources;
    private final RunBucket bucket;
    private final CallListener listener;
    private final SentValues sent;
    private final CheckRunner checks;
    private final Client client;
    private final Accounts accounts;
    private final ServerAbout about;
    private final Conditions conditions;
    private List<String> leftBehind = List.of();
    private volatile List<String> served = List.of();

    private Run(TargetInstance target) {
        this.target = target;
        settings = target.settings();
        resources = new ResourceRegistry(contract);
        bucket = RunBucket.of(settings, names.runId());
        sent = new SentValues(contract);
        listener = new CallListener(settings.readOnly(), resources, sent);
        try {
            Conditions[] found = new Conditions[1];
            client = new Client(target.url(), contract, new ContractValidator(contract, Contract.pinned(),
                    Ledger.corrected(settings), this::asserted), settings.parallel(),
                    shorter(settings.timeout()), target.throttling(), redactor, listener, Ledger.listsThatStumble());
            accounts = new Accounts(client, settings, names, resources);
            about = ServerAbout.ask(accounts.anonymous(), target.url(), contract.version(),
                    settings.allowVersion());
            Judge judge = new Judge(Ledger.deviations(settings), about.version(), about.embedded(),
                    name -> found[0] == null ? Optional.empty() : found[0].holds(name));
            checks = new CheckRunner(contract, settings.selection(), judge, log);
            listener.tell(checks);
            checks.undo(resources::remove);
            resources.onAdd(checks::made);
            checks.alive(() -> accounts.anonymous().call("server_retrieve_about").send().status() < 500);
            accounts.enter();
            found[0] = Conditions.probe(accounts.main());
            conditions = found[0];
        } catch (Unreachable e) {
            target.close();
            throw ConnectionFailure.because(target.url(), e);
        } catch (RuntimeException e) {
            target.close();
            throw e;
        }
    }

    /**
     * Opens the target, finds out its version and lets the accounts in.
     *
     * @throws CouldNotRun where the run cannot be made, with the reason
     */
    public static Run open(Settings settings) {
        return new Run(TargetInstance.open(settings));
    }

    /** The same on an embedded instance that is yet to be started; it is closed with the run. */
    static Run on(EmbeddedCvat.Builder builder, Settings settings) {
        return new Run(TargetInstance.on(builder, settings));
    }

    private static Duration shorter(Duration timeout) {
        return timeout.compareTo(LONGEST_ANSWER) < 0 ? timeout : LONGEST_ANSWER;
    }

    private void asserted(Exchange exchange, int[] statuses, boolean fits) {
        checks.asserted(exchange, statuses, fits);
    }

    public Contract contract() {
        return contract;
    }

    public Settings settings() {
        return settings;
    }

    public CheckRunner checks() {
        return checks;
    }

    @Override
    Accounts accounts() {
        return accounts;
    }

    SentValues sent() {
        return sent;
    }

    ExchangeLog log() {
        return log;
    }

    public Conditions conditions() {
        return conditions;
    }

    /** Whether the server is an embedded instance, that of the run or one that runs elsewhere. */
    public boolean embedded() {
        return about.embedded();
    }

    /** The address of the instance, without a slash at the end. */
    public String url() {
        return target.url().toString();
    }

    /** What the server says its version is. */
    public String serverVersion() {
        return about.version();
    }

    public Redactor redactor() {
        return redactor;
    }

    public Names names() {
        return names;
    }

    /** A name that nothing else has; it holds the id of the run. */
    public String name(String what) {
        return names.next(what);
    }

    /** What the run made. What a create operation answers registers itself; add what comes about another way. */
    public ResourceRegistry resources() {
        return resources;
    }

    /** What the run writes into the bucket of the settings, if there is one; it is taken away at the end. */
    public Optional<RunBucket> bucket() {
        return Optional.ofNullable(bucket);
    }

    /** Shared data, made when it is first asked for. Checks only read it. */
    public <T> T get(SharedData<T> fixture) {
        return fixtures.get(fixture, this);
    }

    /**
     * Waits until a request has finished or failed, asking ever more rarely.
     *
     * @return an answer from after its end: the first that tells of the end can have dates from before it
     */
    public Answer await(Caller caller, String requestId) {
        return Polling.untilEnded(settings.timeout(),
                () -> caller.call("requests_retrieve").path(requestId).expect(200));
    }

    /** Waits until a request has finished; an assertion that it did not fail. */
    public Answer awaitFinished(Caller caller, Answer accepted) {
        Object id = accepted.at("rq_id");
        if (!(id instanceof String requestId)) {
            throw accepted.fail("there is no rq_id");
        }
        return await(caller, requestId).has("status", "finished");
    }

    /** One sentence for each thing that could not be taken away; empty until {@link #clean}. */
    public List<String> leftBehind() {
        return leftBehind;
    }

    /** Compares the document that the server serves of itself with the pinned one. */
    public void compareServedDocument() {
        served = List.of(ServedDocument.compare(this));
    }

    /** How the accounts call where it is not as expected, a sentence each. */
    public List<String> accountNotes() {
        return accounts.notes();
    }

    /** What that comparison found, a sentence; empty where it was not made. */
    List<String> served() {
        return served;
    }

    /** What takes away what that run left, as whoever this one knows. */
    public Cleanup cleanup(String runId) {
        return new Cleanup(contract, accounts.makers(), RunBucket.of(settings, runId), runId);
    }

    /**
     * Takes away everything the run made, last made first, what it may have made without learning of it, by its name,
     * and what is in the bucket because of it.
     */
    public void clean() {
        List<String> left = new ArrayList<>(resources.removeAll(settings.parallel()));
        accounts.tokensAreGone();
        if (listener.takeMadeUnseen()) {
            try {
                left.addAll(new Cleanup(contract, accounts.makers(), null, names.runId()).removeAll());
            } catch (Unreachable e) {
                left.add("what a call made that was not answered could not be removed (" + e.getMessage() + ")");
            }
        }
        if (bucket != null && bucket.written()) {
            left.addAll(bucket.removeAll());
        }
        leftBehind = List.copyOf(left);
    }

    /** What came out of the run so far. */
    public Outcome outcome(Instant started) {
        return RunOutcome.of(this, started);
    }

    @Override
    public void close() {
        clean();
        client.close();
        target.close();
    }
}
