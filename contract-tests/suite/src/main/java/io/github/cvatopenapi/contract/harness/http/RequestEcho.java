package io.github.cvatopenapi.contract.harness.http;

import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.spec.Operation;
import io.github.cvatopenapi.spec.Trees;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Whether what was made or changed is answered as it was sent, wherever the answer has a member of that name. */
public final class RequestEcho {

    /** Members that servers choose themselves, whatever is sent. */
    private static final Set<String> CHOSEN_BY_THE_SERVER = Set.of("id", "version");

    /** The kind of a webhook stays as it was made. */
    private static final Set<String> LASTING = Set.of("webhooks_update type", "webhooks_partial_update type");

    private RequestEcho() {
    }

    /** The rule that the operation is held to; none where it makes and changes nothing. */
    public static Optional<Rule> rule(Operation operation) {
        boolean answers = Set.of(200, 201).stream().anyMatch(status -> operation.response(status)
                .flatMap(response -> response.content(Call.CVAT_JSON)).isPresent());
        return operation.requestBody("application/json").isEmpty() || !answers ? Optional.empty()
                : Optional.of(operation.method().equals("POST") ? Rule.LIFECYCLE_CREATE : Rule.LIFECYCLE_CHANGE);
    }

    /** The first member that is answered otherwise. */
    static Optional<Violation> violation(Operation operation, Object sent, RawAnswer answer) {
        if (answer.status() != 200 && answer.status() != 201) {
            return Optional.empty();
        }
        Map<String, Object> answered = Trees.object(answer.json());
        return rule(operation).flatMap(rule -> Trees.object(sent).entrySet().stream()
                .filter(member -> !CHOSEN_BY_THE_SERVER.contains(member.getKey())
                        && !LASTING.contains(operation.id() + " " + member.getKey()))
                .filter(member -> otherwise(member.getValue(), counterpart(member.getKey(), answered)))
                .findFirst().map(member -> new Violation(rule, operation.id() + " answered " + answer.status() + ": "
                        + member.getKey() + " was sent as " + JsonTrees.write(member.getValue()) + " and is "
                        + JsonTrees.write(counterpart(member.getKey(), answered)))));
    }

    /** The member of that name, or the id of what the name is the id of. */
    private static Object counterpart(String name, Map<String, Object> answered) {
        if (answered.containsKey(name) || !name.endsWith("_id")) {
            return answered.get(name);
        }
        return Trees.object(answered.get(name.substring(0, name.length() - "_id".length()))).get("id");
    }

    /** Whether two values of the same kind differ. Of fractions servers may cut off what is behind the point. */
    private static boolean otherwise(Object sent, Object answered) {
        if (sent instanceof Number one && answered instanceof Number other) {
            return one.doubleValue() != other.doubleValue() && one.longValue() != other.doubleValue();
        }
        if (sent instanceof String one && answered instanceof String other) {
            return !JsonTrees.same(one.strip(), other.strip());
        }
        if (sent instanceof List<?> ones && answered instanceof List<?> others && texts(ones) && texts(others)) {
            return !Set.copyOf(ones).equals(Set.copyOf(others));
        }
        return sent instanceof Boolean && answered instanceof Boolean && !Objects.equals(sent, answered);
    }

    private static boolean texts(List<?> items) {
        return items.stream().allMatch(String.class::isInstance);
    }
}
