package io.github.cvatopenapi.spec.bump;

import io.github.cvatopenapi.spec.bump.Change.Verdict;
import io.github.cvatopenapi.spec.bump.Findings.Direction;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;

/** Verdicts on a changed type or format. A wider type breaks those who read, a narrower one those who send. */
final class Types {

    private static final Map<String, Set<String>> WIDER =
            Map.of("integer", Set.of("number"), "int32", Set.of("int64"), "float", Set.of("double"));

    private Types() {
    }

    /** Whether the two are of one type, so that it makes sense to look into them. */
    static boolean compare(Map<String, Object> was, Map<String, Object> is, BiConsumer<String, Verdict> report,
                           Direction direction) {
        String old = type(was);
        String now = type(is);
        if (!old.equals(now)) {
            report.accept("type " + old + " -> " + now, verdict(old, now, "any", direction));
            return false;
        }
        Object format = was.get("format");
        Object formatNow = is.get("format");
        if (!Objects.equals(format, formatNow)) {
            report.accept("format " + SchemaComparer.text(format) + " -> " + SchemaComparer.text(formatNow),
                    verdict(SchemaComparer.text(format), SchemaComparer.text(formatNow), "none", direction));
        }
        return true;
    }

    private static Verdict verdict(String old, String now, String unlimited, Direction direction) {
        boolean wider = now.equals(unlimited) || WIDER.getOrDefault(old, Set.of()).contains(now);
        boolean narrower = old.equals(unlimited) || WIDER.getOrDefault(now, Set.of()).contains(old);
        if (direction == Direction.SENT) {
            return wider ? Verdict.safe("every value of before is still taken")
                    : Verdict.breaking(narrower ? "not every value of before is taken"
                    : "values of the old type are refused");
        }
        return narrower ? Verdict.safe("only some of the values that came before still come")
                : Verdict.breaking(wider ? "values may come that the old type cannot hold"
                : "the old type cannot hold it");
    }

    private static String type(Map<String, Object> schema) {
        if (schema.get("type") instanceof String type) {
            return type;
        }
        return schema.containsKey("properties") ? "object" : schema.containsKey("items") ? "array" : "any";
    }
}
