package io.github.cvatopenapi.embedded.engine;

import io.github.cvatopenapi.spec.Contract;
import io.github.cvatopenapi.spec.Operation;
import io.github.cvatopenapi.spec.Trees;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The handlers by operation id; paths and methods come from the contract. Beside them stand the few paths that a
 * server has though the document has not. Filled before the first call, read by many threads after.
 */
public final class Operations {

    private final Contract contract;
    private Contract extras = Contract.of(Map.of());
    private final Map<String, Object> extraPaths = new LinkedHashMap<>();
    private final Map<String, Handler> handlers = new HashMap<>();
    private final Map<String, Handler> options = new HashMap<>();
    private final Set<String> unlocked = new HashSet<>();
    private final Set<String> optionalSlash = new HashSet<>();
    private final Set<String> open = new HashSet<>();
    private final Set<String> unauthenticated = new HashSet<>();
    private final Set<String> bearerOnly = new HashSet<>();
    private final Map<String, Function<String, Answer>> negotiating = new HashMap<>();
    private final AnswerForm form;

    public Operations(Contract contract) {
        this.contract = contract;
        this.form = new AnswerForm(contract);
    }

    /** The form that answers have in this contract. */
    public AnswerForm form() {
        return form;
    }

    public Contract contract() {
        return contract;
    }

    /**
     * Says who answers an operation; fails for one that is answered already. What the contract has not is not answered:
     * older and newer documents have other operations. A misspelt id leaves the right one to {@link #unanswered}.
     */
    public void on(String operationId, Handler handler) {
        if (handlers.put(operationId, handler) != null) {
            throw new IllegalArgumentException("Two handlers for " + operationId + ".");
        }
    }

    /** The same for an operation that needs no credentials. */
    public void open(String operationId, Handler handler) {
        on(operationId, handler);
        open.add(operationId);
    }

    /** Does not even look at credentials. */
    public void ignoreCredentials(String operationId) {
        unauthenticated.add(operationId);
        open.add(operationId);
    }

    /** Takes only a personal access token for credentials. */
    public void bearerOnly(String operationId) {
        bearerOnly.add(operationId);
    }

    /**
     * The handler does slow work, such as calling another server: it runs without the store's lock and takes it
     * itself.
     */
    public void unlocked(String operationId) {
        unlocked.add(operationId);
    }

    /**
     * Makes other media types than the rest.
     *
     * @param refusal the answer to what is in Accept (null for no header), null where it can be made
     */
    public void negotiating(String operationId, Function<String, Answer> refusal) {
        negotiating.put(operationId, refusal);
    }

    /** Answers a path that the document has not. {@code id} is any name that is not an operation id. */
    public void extra(String id, String method, String path, Handler handler) {
        Map<String, Object> item = new LinkedHashMap<>(Trees.object(extraPaths.get(path)));
        item.put(method.toLowerCase(Locale.ROOT), Map.of("operationId", id, "responses", Map.of()));
        extraPaths.put(path, item);
        extras = Contract.of(Map.of("paths", extraPaths));
        handlers.put(id, handler);
    }

    /** The path of an operation, which ends in a slash, is understood without it too. */
    public void optionalSlash(String operationId) {
        if (contract.has(operationId)) {
            optionalSlash.add(contract.operation(operationId).path());
        }
    }

    /** Every operation on a path, whatever its method; empty where there is none. */
    public List<Operation> at(String rawPath) {
        String meant = lacksSlash(rawPath) ? rawPath + "/" : rawPath;
        List<Operation> found = new ArrayList<>(contract.find(meant));
        if (found.isEmpty()) {
            return extras.find(meant);
        }
        // a name such as "export" is no file of an upload: what the document names wins
        String path = found.get(0).path();
        extras.find(meant).stream().filter(each -> each.path().equals(path)).forEach(found::add);
        return found;
    }

    /** Whether a path is that of an operation but for the slash at its end. */
    private boolean lacksSlash(String rawPath) {
        if (optionalSlash.contains(rawPath + "/")) { // before a path on which its last part would be an id
            return true;
        }
        List<Operation> withSlash = contract.find(rawPath + "/");
        return contract.find(rawPath).isEmpty() && !withSlash.isEmpty()
                && optionalSlash.contains(withSlash.get(0).path());
    }

    /** Who answers the operation, as registered. */
    public Handler handler(Operation operation) {
        return handlers.get(operation.id());
    }

    /** The answer of the operation, in the form that the document wants. */
    public Answer answer(Operation operation, Call call) {
        return form.of(operation, handler(operation).handle(call));
    }

    /** Answers OPTIONS on the path of an operation in a way of its own. */
    public void options(String operationId, Answer answer) {
        options.put(operationId, call -> answer);
    }

    /** The answer to OPTIONS on a path, where it has one of its own. */
    public Optional<Answer> options(List<Operation> here) {
        return here.stream().map(each -> options.get(each.id())).filter(each -> each != null)
                .findFirst().map(each -> each.handle(null));
    }

    public boolean locked(Operation operation) {
        return !unlocked.contains(operation.id());
    }

    public boolean open(Operation operation) {
        return open.contains(operation.id());
    }

    public boolean ignoresCredentials(Operation operation) {
        return unauthenticated.contains(operation.id());
    }

    public boolean bearerOnly(Operation operation) {
        return bearerOnly.contains(operation.id());
    }

    /** How an operation refuses an Accept by itself; null where it makes what the rest makes. */
    public Function<String, Answer> negotiation(Operation operation) {
        return negotiating.get(operation.id());
    }

    /**
     * Lets what nobody answers say so with 501, as operations do that a newer document adds, and names them.
     */
    public List<String> unanswered() {
        List<String> missing = contract.operations().stream().map(Operation::id)
                .filter(id -> !handlers.containsKey(id)).toList();
        missing.forEach(id -> handlers.put(id, call -> Answer.sentence(501,
                "The embedded instance does not answer " + id + " yet.")));
        return missing;
    }
}
