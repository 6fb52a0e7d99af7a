package io.github.cvatopenapi.embedded.engine;

import io.github.cvatopenapi.spec.Trees;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/** Reads the value of a query parameter that asks for equality with a field. */
final class SimpleFilter {

    /** Stands for a value that filters nothing. */
    private static final Object ANY = new Object();

    private SimpleFilter() {
    }

    /** The value in the type of the field; a 400 for one that cannot be. */
    static Object value(Field<?> field, Map<String, Object> schema, String text) {
        if (schema.containsKey("enum")) {
            requireChoice(field.name(), schema, text);
        }
        return switch (field.type()) {
            case NUMBER -> "integer".equals(schema.get("type"))
                    ? whole(number(field.name(), text))
                    : number(field.name(), text);
            case BOOLEAN -> switch (text) {
                case "true", "True", "2" -> (Object) true; // numbers as those of a choice of unknown, yes and no
                case "false", "False", "3" -> false;
                default -> ANY; // the server takes anything else for no filter
            };
            default -> {
                if (text.indexOf('\0') >= 0) {
                    throw Fault.field(field.name(), "Null characters are not allowed.");
                }
                yield text;
            }
        };
    }

    static void requireChoice(String name, Map<String, Object> schema, String text) {
        if (Trees.list(schema.get("enum")).stream().noneMatch(each -> text.equals(String.valueOf(each)))) {
            throw Fault.field(name, "Select a valid choice. " + text + " is not one of the available choices.");
        }
    }

    /** The server cuts fractions off. A number that is too large to be written out is none that anything has. */
    private static BigDecimal whole(BigDecimal number) {
        return number.precision() - number.scale() > 300 ? number : number.setScale(0, RoundingMode.DOWN);
    }

    private static BigDecimal number(String name, String text) {
        try {
            if (text.length() > 300) {
                throw new NumberFormatException();
            }
            return new BigDecimal(text.strip());
        } catch (NumberFormatException e) {
            throw Fault.field(name, "Enter a number.");
        }
    }

    static boolean fits(Object wanted, Object value) {
        return wanted == ANY || Json.same(wanted, value);
    }
}
