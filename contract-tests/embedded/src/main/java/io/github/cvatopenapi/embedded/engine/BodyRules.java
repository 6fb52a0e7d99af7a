package io.github.cvatopenapi.embedded.engine;

import io.github.cvatopenapi.spec.Contract;
import io.github.cvatopenapi.spec.Media;
import io.github.cvatopenapi.spec.Operation;
import io.github.cvatopenapi.spec.Trees;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Holds bodies against the schemas of the contract, with the exceptions that the server was seen to make. */
public final class BodyRules {

    private final SchemaCheck schemas;
    private final Map<String, Set<String>> anything = new HashMap<>();
    private final Set<String> onlyDeclared = new HashSet<>();
    private final Set<String> whole = new HashSet<>();

    public BodyRules(Contract contract) {
        this.schemas = new SchemaCheck(contract);
    }

    /**
     * Takes any JSON for these properties, and none at all, where the server was seen to be more lenient than the
     * document, or where the handler has to judge the value itself.
     */
    public BodyRules anything(String operationId, String... properties) {
        anything.computeIfAbsent(operationId, id -> new HashSet<>()).addAll(Set.of(properties));
        return this;
    }

    /**
     * Refuses properties that the document does not declare with 403, as the server does where permission depends on
     * each.
     */
    public BodyRules onlyDeclared(String operationId) {
        onlyDeclared.add(operationId);
        return this;
    }

    /** Asks for all required properties though the method is PATCH. */
    public BodyRules whole(String operationId) {
        whole.add(operationId);
        return this;
    }

    /** The body in its declared types; a 400 for what does not fit. */
    Body check(Operation operation, Object content) {
        Object sent = content == Answer.NONE ? Map.of() : content;
        Map<String, Object> schema = operation.requestBodies().stream().findFirst().map(Media::schema).orElse(Map.of());
        if (onlyDeclared.contains(operation.id())
                && !schemas.properties(schema).containsAll(Trees.object(sent).keySet())) {
            throw Fault.detail(403, "Attempted to update an unknown field");
        }
        boolean partial = operation.method().equals("PATCH") && !whole.contains(operation.id());
        SchemaCheck.Result result = schemas.check(schema, sent, partial,
                anything.getOrDefault(operation.id(), Set.of()));
        if (result.errors() != null) {
            throw new Fault(Answer.json(400, result.errors()));
        }
        return result.body();
    }
}
