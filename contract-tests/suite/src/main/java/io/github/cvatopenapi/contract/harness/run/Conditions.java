package io.github.cvatopenapi.contract.harness.run;

import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.http.Caller;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the instance was set up with, found out by reading only. A deviation can depend on it.
 */
public final class Conditions {

    /** No serverless functions. */
    public static final String NO_FUNCTION_SERVICE = "no-function-service";
    /** No analytics store, where events would be kept. */
    public static final String NO_ANALYTICS_STORE = "no-analytics-store";
    /** No mail. */
    public static final String NO_MAIL = "no-mail";

    /** What is answered for a service behind the server that does not answer. */
    private static final Set<Integer> UNREACHABLE = Set.of(502, 503, 504);

    private final Map<String, Boolean> known = new TreeMap<>();

    private Conditions() {
    }

    static Conditions probe(Caller caller) {
        Conditions conditions = new Conditions();
        Answer plugins = caller.call("server_retrieve_plugins").send();
        if (plugins.at("ANALYTICS") instanceof Boolean analytics) {
            conditions.known.put(NO_ANALYTICS_STORE, !analytics);
        }
        conditions.known.put(NO_FUNCTION_SERVICE,
                UNREACHABLE.contains(caller.call("lambda_list_functions").send().status()));
        return conditions;
    }

    /** Whether the condition holds; empty where it could not be found out. */
    public synchronized Optional<Boolean> holds(String condition) {
        return Optional.ofNullable(known.get(condition));
    }

    /** A check found out by the way. */
    public synchronized void learn(String condition, boolean holds) {
        known.put(condition, holds);
    }

    /** Every condition that is known, for the report. */
    public synchronized Map<String, Boolean> known() {
        return new TreeMap<>(known);
    }
}
