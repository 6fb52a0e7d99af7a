package io.github.cvatopenapi.spec;

import static io.github.cvatopenapi.spec.ErrorShape.ordered;

import io.github.cvatopenapi.spec.recorded.Exchange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes the part of the ledger that tells what the server does with values beyond their limits: where it answers 5xx,
 * takes what the document forbids, or refuses what the document allows.
 */
final class BoundsLedger {

    /** Ways to be wrong that the document does not speak of, so that any answer below 500 will do. */
    private static final Set<String> ANY_ANSWER = Set.of("missing one", "control character", "wrong items");

    /** Values of a query parameter that cannot be of its type. */
    private static final Map<String, Set<String>> FORBIDDEN = Map.of("integer", Set.of("abc", "1.5", ""),
            "number", Set.of("abc", ""), "boolean", Set.of("maybe", ""), "enum", Set.of("no-such-value", ""));

    private enum Outcome {
        FAULT("fault", "fault", ">=2.58.1 <2.59", "", "the value is not checked before it is used"),
        NO_FUNCTION_SERVICE("503", "document", ">=2.58.1 <2.59", "no-function-service",
                "the function service is asked before the value is checked"),
        TAKEN("taken", "document", ">=2.58.1", "", "the document forbids the value, the server takes it"),
        REFUSED("refused", "document", ">=2.58.1", "",
                "the document allows any text of that length, the server wants an expression");

        private final String suffix;
        private final String kind;
        private final String versions;
        private final String condition;
        private final String reason;

        Outcome(String suffix, String kind, String versions, String condition, String reason) {
            this.suffix = suffix;
            this.kind = kind;
            this.versions = versions;
            this.condition = condition;
            this.reason = reason;
        }
    }

    private record Group(String operation, String rule, Outcome outcome) {
    }

    private final Contract contract;

    private BoundsLedger(Contract contract) {
        this.contract = contract;
    }

    /** The ledger as a tree. */
    static Map<String, Object> make(Contract contract, List<Exchange> exchanges) {
        BoundsLedger ledger = new BoundsLedger(contract);
        Map<Group, List<Exchange>> groups = new LinkedHashMap<>();
        exchanges.stream().filter(each -> each.operation().isPresent() && each.note().contains(": ")
                        && !each.note().startsWith("path: "))
                .forEach(each -> ledger.outcome(each).ifPresent(outcome -> groups.computeIfAbsent(
                        new Group(each.operation().get(), isQuery(each) ? "query" : "body", outcome),
                        key -> new ArrayList<>()).add(each)));
        return ordered("deviations", groups.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<Group, ?> each) -> each.getKey().operation())
                        .thenComparing(each -> each.getKey().rule()).thenComparing(each -> each.getKey().outcome()))
                .map(each -> entry(each.getKey(), each.getValue())).toList());
    }

    private static Object entry(Group group, List<Exchange> exchanges) {
        Outcome outcome = group.outcome();
        Map<String, Object> entry = ordered("id", group.operation() + "-" + group.rule() + "-" + outcome.suffix,
                "kind", outcome.kind, "operations", List.of(group.operation()),
                "rule", "error-" + group.rule() + "-bounds",
                "cases", exchanges.stream().map(Exchange::note).distinct().toList(),
                "seen", exchanges.stream().map(each -> String.valueOf(each.status())).distinct().sorted()
                        .collect(Collectors.joining(" or ")),
                "versions", outcome.versions);
        if (!outcome.condition.isEmpty()) {
            entry.put("condition", outcome.condition);
        }
        entry.put("reason", "In case " + exchanges.get(0).caseName() + " " + outcome.reason + ".");
        return entry;
    }

    private Optional<Outcome> outcome(Exchange exchange) {
        if (exchange.status() >= 500) {
            return Optional.of(exchange.status() == 503 ? Outcome.NO_FUNCTION_SERVICE : Outcome.FAULT);
        }
        return isQuery(exchange) ? ofQuery(exchange) : ofBody(exchange);
    }

    private static boolean isQuery(Exchange exchange) {
        return exchange.method().equals("GET");
    }

    private Optional<Outcome> ofQuery(Exchange exchange) {
        String name = name(exchange);
        Map<String, Object> schema = contract.resolve(contract.operation(exchange.operation().orElseThrow())
                .parameter("query", name).orElseThrow().schema());
        String type = schema.containsKey("enum") ? "enum" : String.valueOf(schema.get("type"));
        boolean forbidden = FORBIDDEN.getOrDefault(type, Set.of()).contains(way(exchange));
        return forbidden && exchange.status() < 300 ? Optional.of(Outcome.TAKEN) : Optional.empty();
    }

    private Optional<Outcome> ofBody(Exchange exchange) {
        String way = way(exchange);
        Map<String, Object> property = property(exchange);
        if (way.equals("longest")) {
            return exchange.status() >= 400 && !property.containsKey("format")
                    ? Optional.of(Outcome.REFUSED)
                    : Optional.empty();
        }
        boolean open = ANY_ANSWER.contains(way) || way.equals("beyond 64 bits") && !property.containsKey("maximum");
        return !open && exchange.status() < 300 ? Optional.of(Outcome.TAKEN) : Optional.empty();
    }

    private Map<String, Object> property(Exchange exchange) {
        String name = name(exchange);
        Map<String, Object> body = name.startsWith("shape ") ? contract.schema("LabeledShapeRequest")
                : contract.resolve(contract.operation(exchange.operation().orElseThrow())
                        .requestBody("application/json").orElseThrow().schema());
        Map<String, Object> property = contract.resolve(
                Trees.object(Trees.at(body, "properties", name.replaceFirst("^shape ", ""))));
        List<Object> parts = Trees.list(property.get("allOf"));
        return parts.size() == 1 ? contract.resolve(Trees.object(parts.get(0))) : property;
    }

    private static String name(Exchange exchange) {
        return exchange.note().substring(0, exchange.note().indexOf(": "));
    }

    private static String way(Exchange exchange) {
        return exchange.note().substring(exchange.note().indexOf(": ") + 2);
    }
}
