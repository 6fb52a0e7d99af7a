package io.github.cvatopenapi.contract.harness.causes;

import io.github.cvatopenapi.spec.Contract;
import io.github.cvatopenapi.spec.Media;
import io.github.cvatopenapi.spec.Operation;
import io.github.cvatopenapi.spec.Trees;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds requests and members of answers in the document, so that they can be called by its names. */
final class DocumentPlaces {

    private final Contract contract;

    DocumentPlaces(Contract contract) {
        this.contract = contract;
    }

    /**
     * A member of a schema.
     *
     * @param schema the name of the schema, or the operation where the schema has none
     * @param member its path within that schema; empty for the whole of it
     */
    record Place(String schema, String member) {
    }

    /** The operation that a request is for, or else {@code otherwise}. */
    String operation(String method, String target, String otherwise) {
        return contract.find(method, target.split("\\?", 2)[0]).map(Operation::id).orElse(otherwise);
    }

    /** Whether a request goes to the path of that operation, by whatever method. */
    boolean on(String operation, String target) {
        return contract.find(target.split("\\?", 2)[0]).stream().map(Operation::path)
                .anyMatch(known(operation).map(Operation::path).orElse("")::equals);
    }

    /** The operation of that method beside another one on its path. */
    Optional<String> beside(String operation, String method) {
        return known(operation).flatMap(there -> contract.operations().stream()
                .filter(each -> each.path().equals(there.path()) && each.method().equals(method)).findFirst())
                .map(Operation::id);
    }

    /** Where in the document a member lies that an answer has at {@code path}, its names and indices in order. */
    Place place(String operation, int status, List<String> path) {
        Map<String, Object> schema = known(operation).flatMap(there -> there.response(status))
                .flatMap(response -> response.content().stream().filter(each -> each.type().contains("json"))
                        .findFirst())
                .map(Media::schema).orElse(Map.of());
        Place here = new Place(name(schema, operation), "");
        for (int i = 0; i < path.size(); i++) {
            String step = path.get(i);
            Map<String, Object> resolved = contract.resolve(one(schema));
            boolean index = step.chars().allMatch(each -> each >= '0' && each <= '9');
            schema = Trees.object(index ? resolved.get("items") : Trees.at(resolved, "properties", step));
            String member = index ? here.member() : here.member().isEmpty() ? step : here.member() + "." + step;
            String named = name(schema, "");
            boolean asked = i == path.size() - 1;
            here = named.isEmpty() || asked ? new Place(here.schema(), member) : new Place(named, "");
        }
        return here;
    }

    private Optional<Operation> known(String id) {
        return contract.operations().stream().filter(each -> each.id().equals(id)).findFirst();
    }

    private static String name(Map<String, Object> schema, String otherwise) {
        return one(schema).get("$ref") instanceof String reference
                ? reference.substring(reference.lastIndexOf('/') + 1) : otherwise;
    }

    /** What a schema says by way of a single part, as one does that only adds a description. */
    private static Map<String, Object> one(Map<String, Object> schema) {
        List<Object> parts = Trees.list(schema.get("allOf"));
        return parts.size() == 1 ? Trees.object(parts.get(0)) : schema;
    }
}
