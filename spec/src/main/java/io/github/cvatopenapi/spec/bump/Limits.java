package io.github.cvatopenapi.spec.bump;

import io.github.cvatopenapi.spec.bump.Change.Verdict;
import io.github.cvatopenapi.spec.bump.Findings.Direction;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Verdicts on changed limits. A narrower one refuses what was taken; a wider one only matters to the type that holds
 * it.
 */
final class Limits {

    private static final List<String> LOWER = List.of("minimum", "minLength", "minItems", "minProperties");
    private static final List<String> UPPER = List.of("maximum", "maxLength", "maxItems", "maxProperties");
    private static final List<String> SWITCHES = List.of("exclusiveMinimum", "exclusiveMaximum", "uniqueItems");
    private static final List<String> FORMS = List.of("pattern", "multipleOf");
    private static final BigDecimal INT = BigDecimal.valueOf(Integer.MAX_VALUE);

    private Limits() {
    }

    static void compare(Map<String, Object> was, Map<String, Object> is, BiConsumer<String, Verdict> report,
                        Direction direction) {
        LOWER.forEach(key -> bound(key, was, is, report, direction, 1));
        UPPER.forEach(key -> bound(key, was, is, report, direction, -1));
        SWITCHES.forEach(key -> {
            boolean off = !Boolean.TRUE.equals(was.get(key));
            boolean on = Boolean.TRUE.equals(is.get(key));
            if (off == on) {
                report.accept(key + (on ? " set" : " unset"), verdict(on, direction));
            }
        });
        FORMS.forEach(key -> {
            if (!SchemaComparer.same(was.get(key), is.get(key))) {
                report.accept(key + " " + SchemaComparer.text(was.get(key)) + " -> " + SchemaComparer.text(is.get(key)),
                        verdict(is.containsKey(key), direction));
            }
        });
    }

    private static void bound(String key, Map<String, Object> was, Map<String, Object> is,
                              BiConsumer<String, Verdict> report, Direction direction, int narrowing) {
        BigDecimal old = number(was.get(key));
        BigDecimal now = number(is.get(key));
        if (old == null ? now == null : now != null && old.compareTo(now) == 0) {
            return;
        }
        boolean narrower = old == null || now != null && now.compareTo(old) * narrowing > 0;
        boolean outgrown = !narrower && direction == Direction.READ && Set.of("minimum", "maximum").contains(key)
                && "integer".equals(is.get("type")) && !"int64".equals(is.get("format"))
                && old.abs().compareTo(INT) <= 0 && (now == null || now.abs().compareTo(INT) > 0);
        report.accept(key + " " + SchemaComparer.text(was.get(key)) + " -> " + SchemaComparer.text(is.get(key)),
                outgrown && now != null ? Verdict.breaking("numbers may come that a Java int cannot hold")
                        : verdict(narrower, direction));
    }

    private static Verdict verdict(boolean narrower, Direction direction) {
        if (direction == Direction.READ) {
            return Verdict.safe(narrower ? "only some of the values that came before still come"
                    : "this client does not check limits of what it reads");
        }
        return narrower ? Verdict.breaking("values that were taken are refused now")
                : Verdict.safe("every value of before is still taken");
    }

    private static BigDecimal number(Object value) {
        return value instanceof Number number ? new BigDecimal(number.toString()) : null;
    }
}
