package io.github.cvatopenapi.spec;

import static io.github.cvatopenapi.spec.ErrorShape.ordered;

import io.github.cvatopenapi.spec.recorded.RecordedExchange;
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
        FAULT("fault", "fault", "", "the value is not checked before it is used"),
        NO_FUNCTION_SERVICE("503", "document", "no-function-service",
                "the function service is asked before the value is checked"),
        TAKEN("taken", "document", "", "the document forbids the value, the server takes it"),
        REFUSED("refused", "document", "",
                "the document allows any text of that length, the server wants an expression");

        private final String suffix;
        private final String kind;
        private final String condition;
        private final String reason;

        Outcome(String suffix, String kind, String condition, String reason) {
            this.suffix = suffix;
            this.kind = kind;
            this.condition = condition;
            this.reason = reason;
        }
    }

    /** What was sent: a value to a parameter or member of an operation. */
    private record Sent(String operation, String rule, String note) {
    }

    /** One entry: what came out in the same way, on the same versions. */
    private record Group(String operation, String rule, Outcome outcome, List<String> seen, List<String> notSeen) {
        String id() {
            return operation + "-" + rule + "-" + outcome.suffix;
        }
    }

    private final Contract contract;

    private BoundsLedger(Contract contract) {
        this.contract = contract;
    }

    /**
     * The ledger as a tree.
     *
     * @param exchanges by the version of the server; what newer ones were sent counts where the contract's own was sent
     *                  it too, for the values follow the document
     */
    static Map<String, Object> make(Contract contract, Map<String, List<RecordedExchange>> exchanges) {
        BoundsLedger ledger = new BoundsLedger(contract);
        Map<Sent, Map<String, RecordedExchange>> answers = answers(exchanges);
        answers.values().removeIf(byVersion -> !byVersion.containsKey(contract.version()));
        Map<Group, List<RecordedExchange>> groups = new LinkedHashMap<>();
        answers.forEach((sent, byVersion) -> {
            for (Outcome outcome : Outcome.values()) {
                List<String> seen = byVersion.keySet().stream()
                        .filter(version -> ledger.outcome(byVersion.get(version)).equals(Optional.of(outcome)))
                        .toList();
                if (!seen.isEmpty()) {
                    groups.computeIfAbsent(new Group(sent.operation(), sent.rule(), outcome, seen,
                            byVersion.keySet().stream().filter(version -> !seen.contains(version)).toList()),
                            key -> new ArrayList<>()).add(byVersion.get(seen.get(0)));
                }
            }
        });
        Map<String, Long> ids = groups.keySet().stream()
                .collect(Collectors.groupingBy(Group::id, Collectors.counting()));
        return ordered("deviations", groups.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<Group, ?> each) -> each.getKey().operation())
                        .thenComparing(each -> each.getKey().rule()).thenComparing(each -> each.getKey().outcome()))
                .map(each -> entry(each.getKey(), ids.get(each.getKey().id()) > 1, each.getValue())).toList());
    }

    private static Map<Sent, Map<String, RecordedExchange>> answers(Map<String, List<RecordedExchange>> exchanges) {
        Map<Sent, Map<String, RecordedExchange>> answers = new LinkedHashMap<>();
        exchanges.forEach((version, ofVersion) -> ofVersion.stream().filter(BoundsLedger::isAboutBounds)
                .forEach(each -> answers.computeIfAbsent(
                        new Sent(each.operation().get(), isQuery(each) ? "query" : "body", each.note()),
                        key -> new LinkedHashMap<>()).putIfAbsent(version, each)));
        return answers;
    }

    private static Object entry(Group group, boolean oneOfSeveral, List<RecordedExchange> exchanges) {
        Outcome outcome = group.outcome();
        Map<String, Object> entry = ordered(
                "id", oneOfSeveral ? group.id() + "-on-" + String.join("-", group.seen()) : group.id(),
                "kind", outcome.kind, "operations", List.of(group.operation()),
                "rule", "error-" + group.rule() + "-bounds",
                "cases", exchanges.stream().map(RecordedExchange::note).toList(),
                "shows", exchanges.stream().map(each -> String.valueOf(each.status())).distinct().sorted()
                        .collect(Collectors.joining(" or ")),
                "seen", group.seen());
        if (!group.notSeen().isEmpty()) {
            entry.put("not-seen", group.notSeen());
        }
        if (!outcome.condition.isEmpty()) {
            entry.put("condition", outcome.condition);
        }
        entry.put("reason", "In case " + exchanges.get(0).caseName() + " " + outcome.reason + ".");
        return entry;
    }

    private static boolean isAboutBounds(RecordedExchange exchange) {
        return exchange.operation().isPresent() && exchange.note().contains(": ")
                && !exchange.note().startsWith("path: ");
    }

    private Optional<Outcome> outcome(RecordedExchange exchange) {
        if (exchange.status() >= 500) {
            return Optional.of(exchange.status() == 503 ? Outcome.NO_FUNCTION_SERVICE : Outcome.FAULT);
        }
        return isQuery(exchange) ? ofQuery(exchange) : ofBody(exchange);
    }

    private static boolean isQuery(RecordedExchange exchange) {
        return exchange.method().equals("GET");
    }

    private Optional<Outcome> ofQuery(RecordedExchange exchange) {
        Map<String, Object> schema = contract.resolve(contract.operation(exchange.operation().orElseThrow())
                .parameter("query", name(exchange)).orElseThrow().schema());
        String type = schema.containsKey("enum") ? "enum" : String.valueOf(schema.get("type"));
        boolean forbidden = FORBIDDEN.getOrDefault(type, Set.of()).contains(way(exchange));
        return forbidden && exchange.status() < 300 ? Optional.of(Outcome.TAKEN) : Optional.empty();
    }

    private Optional<Outcome> ofBody(RecordedExchange exchange) {
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

    private Map<String, Object> property(RecordedExchange exchange) {
        String name = name(exchange);
        Map<String, Object> body = name.startsWith("shape ") ? contract.schema("LabeledShapeRequest")
                : contract.resolve(contract.operation(exchange.operation().orElseThrow())
                        .requestBody("application/json").orElseThrow().schema());
        Map<String, Object> property = contract.resolve(
                Trees.object(Trees.at(body, "properties", name.replaceFirst("^shape ", ""))));
        List<Object> parts = Trees.list(property.get("allOf"));
        return parts.size() == 1 ? contract.resolve(Trees.object(parts.get(0))) : property;
    }

    private static String name(RecordedExchange exchange) {
        return exchange.note().substring(0, exchange.note().indexOf(": "));
    }

    private static String way(RecordedExchange exchange) {
        return exchange.note().substring(exchange.note().indexOf(": ") + 2);
    }
}
