package io.github.cvatopenapi.embedded.engine;

import io.github.cvatopenapi.spec.Contract;
import io.github.cvatopenapi.spec.Media;
import io.github.cvatopenapi.spec.Operation;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Holds bodies against the schemas of the contract, with the exceptions that the server was seen to make. */
public final class BodyRules {

    private final SchemaCheck schemas;
    private final Map<String, Set<String>> anything = new HashMap<>();

    public BodyRules(Contract contract) {
        this.schemas = new SchemaCheck(contract);
    }

    /**
     * Takes any JSON for these properties, where the server was seen to be more lenient than the document, or where the
     * handler has to judge the value itself.
     */
    public BodyRules anything(String operationId, String... properties) {
        anything.computeIfAbsent(operationId, id -> new HashSet<>()).addAll(Set.of(properties));
        return this;
    }

    /** The body in its declared types; a 400 for what does not fit. */
    Body check(Operation operation, Object content) {
        Object sent = content == Answer.NONE ? Map.of() : content;
        Map<String, Object> schema = operation.requestBodies().stream().findFirst().map(Media::schema).orElse(Map.of());
        SchemaCheck.Result result = schemas.check(schema, sent, operation.method().equals("PATCH"),
                anything.getOrDefault(operation.id(), Set.of()));
        if (result.errors() != null) {
            throw new Fault(Answer.json(400, result.errors()));
        }
        return result.body();
    }
}
