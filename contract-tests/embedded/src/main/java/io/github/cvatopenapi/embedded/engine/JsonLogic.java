package io.github.cvatopenapi.embedded.engine;

import com.google.gson.JsonParseException;
import io.github.cvatopenapi.spec.Trees;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The {@code filter} of lists: JSON Logic as far as the server knows it. An expression is compiled once to a predicate.
 * What it does not know is a 400 with a list of one text.
 */
final class JsonLogic<T> {

    private final Map<String, Field<T>> fields = new HashMap<>();

    private JsonLogic(List<Field<T>> fields) {
        fields.stream().filter(Field::filtered).forEach(field -> this.fields.put(field.name(), field));
    }

    static <T> Predicate<T> compile(String expression, List<Field<T>> fields) {
        Object tree;
        try {
            tree = Json.read(expression);
        } catch (JsonParseException e) {
            throw Fault.list("filter: can't parse filter expression: " + e.getMessage());
        }
        if (!(tree instanceof Map) || Trees.object(tree).isEmpty()) {
            throw Fault.list("filter: expected a non-empty dict value, got '" + Json.write(tree)
                    + "' of type '" + Scalars.kind(tree) + "'");
        }
        return new JsonLogic<>(fields).rule(tree);
    }

    private Predicate<T> rule(Object tree) {
        if (!(tree instanceof Map) || Trees.object(tree).size() != 1) {
            throw Fault.list("filter: expected an operation, got '" + Json.write(tree) + "'");
        }
        Map.Entry<String, Object> only = Trees.object(tree).entrySet().iterator().next();
        Object value = only.getValue();
        List<Object> operands = value instanceof List ? Trees.list(value) : List.of(value == null ? "" : value);
        return switch (only.getKey()) {
            case "and" -> operands.stream().map(this::rule).reduce(Predicate::and).orElseThrow(() -> unsupported(only));
            case "or" -> operands.stream().map(this::rule).reduce(Predicate::or).orElseThrow(() -> unsupported(only));
            case "!!" -> only.getValue() instanceof Map ? rule(only.getValue()) : refuse(only);
            case "!" -> operands.size() == 1 ? rule(operands.get(0)).negate() : refuse(only);
            case "var" -> given(variable(tree));
            case "==" -> operands.size() == 2 && named(operands.get(0))
                    ? equal(variable(operands.get(0)), operands.get(1))
                    : refuse(only);
            case "<", ">", "<=", ">=" -> comparison(only, operands);
            case "in" -> operands.size() == 2 ? in(only, operands.get(0), operands.get(1)) : refuse(only);
            default -> refuse(only);
        };
    }

    private static Fault unsupported(Map.Entry<String, Object> operation) {
        return Fault.list("filter: operation '" + operation.getKey() + "' with arguments '"
                + Json.write(operation.getValue()) + "' is not supported");
    }

    private static <T> Predicate<T> refuse(Map.Entry<String, Object> operation) {
        throw unsupported(operation);
    }

    private static boolean named(Object operand) {
        return operand instanceof Map && Trees.object(operand).containsKey("var");
    }

    private Field<T> variable(Object operand) {
        Object name = Trees.object(operand).get("var");
        Field<T> field = fields.get(String.valueOf(name));
        if (field == null) {
            throw Fault.list("filter: term '" + name + "' is not supported");
        }
        return field;
    }

    /** A variable alone asks whether there is a value, whatever it is. */
    private Predicate<T> given(Field<T> field) {
        return entity -> field.of(entity) != null;
    }

    private Predicate<T> equal(Field<T> field, Object operand) {
        Object wanted = typed(field, operand);
        return entity -> Json.same(wanted, field.of(entity));
    }

    private Predicate<T> comparison(Map.Entry<String, Object> only, List<Object> operands) {
        String operator = only.getKey();
        if (operands.size() == 2 && named(operands.get(0))) {
            return compared(variable(operands.get(0)), operator, operands.get(1), false);
        }
        if (operands.size() == 3 && named(operands.get(1))) {
            Field<T> field = variable(operands.get(1));
            return compared(field, operator, operands.get(0), true)
                    .and(compared(field, operator, operands.get(2), false));
        }
        return refuse(only);
    }

    /** {@code bound operator field} when {@code boundFirst}, else {@code field operator bound}. */
    private Predicate<T> compared(Field<T> field, String operator, Object operand, boolean boundFirst) {
        Object bound = typed(field, operand);
        return entity -> {
            Object value = field.of(entity);
            if (value == null || bound == null) {
                return false;
            }
            int order = boundFirst ? Values.compare(bound, value) : Values.compare(value, bound);
            return switch (operator) {
                case "<" -> order < 0;
                case "<=" -> order <= 0;
                case ">" -> order > 0;
                default -> order >= 0;
            };
        };
    }

    private Predicate<T> in(Map.Entry<String, Object> only, Object first, Object second) {
        if (named(first) && second instanceof List) {
            Field<T> field = variable(first);
            List<Object> members = Trees.list(second).stream().map(each -> typed(field, each)).toList();
            return entity -> members.stream().anyMatch(member -> Json.same(member, field.of(entity)));
        }
        if (named(second) && first instanceof String part) {
            Field<T> field = variable(second);
            return entity -> field.of(entity) != null && field.of(entity).toString().contains(part);
        }
        return refuse(only);
    }

    /** The operand in the type of the field; the server failed with 500 where it cannot be, which is a 400 here. */
    private static Object typed(Field<?> field, Object operand) {
        if (operand == null) {
            return null;
        }
        Object typed = switch (field.type()) {
            case NUMBER -> Scalars.number(Map.of(), operand).value();
            case BOOLEAN -> Scalars.flag(operand).value();
            case DATE -> date(operand);
            case TEXT -> operand instanceof String || operand instanceof Number || operand instanceof Boolean
                    ? operand.toString()
                    : null;
        };
        if (typed == null) {
            throw Fault.list("filter: '" + Json.write(operand) + "' does not fit '" + field.name() + "'");
        }
        return typed;
    }

    private static Instant date(Object operand) {
        if (!(operand instanceof String text)) {
            return null;
        }
        Instant instant = Scalars.instant(text);
        return instant != null ? instant : Scalars.instant(text + "T00:00:00");
    }
}
