package io.github.cvatopenapi.spec.bump;

import io.github.cvatopenapi.spec.Contract;
import io.github.cvatopenapi.spec.Media;
import io.github.cvatopenapi.spec.Operation;
import io.github.cvatopenapi.spec.Parameter;
import io.github.cvatopenapi.spec.Response;
import io.github.cvatopenapi.spec.Trees;
import io.github.cvatopenapi.spec.bump.Findings.Direction;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which operations send and which read each component schema, directly or inside another one. */
final class Uses {

    private final Contract contract;
    private final Map<Direction, Map<String, Set<String>>> uses = new EnumMap<>(Direction.class);

    private Uses(Contract contract) {
        this.contract = contract;
        for (Direction direction : Direction.values()) {
            uses.put(direction, new LinkedHashMap<>());
        }
    }

    static Uses of(Contract contract) {
        Uses uses = new Uses(contract);
        for (Operation operation : contract.operations()) {
            for (Parameter parameter : operation.parameters()) {
                uses.follow(parameter.schema(), Direction.SENT, operation.id(), new HashSet<>());
            }
            for (Media media : operation.requestBodies()) {
                uses.follow(media.schema(), Direction.SENT, operation.id(), new HashSet<>());
            }
            for (Response response : operation.responses()) {
                for (Media media : response.content()) {
                    uses.follow(media.schema(), Direction.READ, operation.id(), new HashSet<>());
                }
            }
        }
        return uses;
    }

    /** The operations that use the schema in that direction, in document order. */
    Set<String> of(String schema, Direction direction) {
        return uses.get(direction).getOrDefault(schema, Set.of());
    }

    private void follow(Object node, Direction direction, String operation, Set<String> seen) {
        if (node instanceof List<?> items) {
            items.forEach(item -> follow(item, direction, operation, seen));
            return;
        }
        Map<String, Object> schema = Trees.object(node);
        if (schema.isEmpty()) {
            return;
        }
        if (schema.get("$ref") instanceof String reference && seen.add(Shape.name(reference))) {
            uses.get(direction).computeIfAbsent(Shape.name(reference), name -> new LinkedHashSet<>()).add(operation);
            follow(contract.schema(Shape.name(reference)), direction, operation, seen);
        }
        String hidden = direction == Direction.SENT ? "readOnly" : "writeOnly";
        Trees.object(schema.get("properties")).values().stream()
                .filter(property -> !Boolean.TRUE.equals(Trees.object(property).get(hidden)))
                .forEach(property -> follow(property, direction, operation, seen));
        for (String below : List.of("allOf", "oneOf", "anyOf", "not", "items", "additionalProperties")) {
            follow(schema.get(below), direction, operation, seen);
        }
    }
}
