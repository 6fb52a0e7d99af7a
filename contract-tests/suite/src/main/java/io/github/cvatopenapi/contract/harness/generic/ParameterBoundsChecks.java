package io.github.cvatopenapi.contract.harness.generic;

import static io.github.cvatopenapi.contract.harness.generic.BoundaryCase.Expected.NOT_BROKEN;
import static io.github.cvatopenapi.contract.harness.generic.BoundaryCase.Expected.REFUSED;

import io.github.cvatopenapi.contract.harness.http.Call;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Run;
import io.github.cvatopenapi.spec.Operation;
import io.github.cvatopenapi.spec.Parameter;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Query parameters with values that do not fit. */
final class ParameterBoundsChecks implements GenericChecks.Generator {

    private static final int LONGEST_NAME = 20;
    private static final int LONGEST_SHOWN = 500;
    private static final int VERY_LONG = 3000;
    static final String BEYOND_64_BITS = "1180591620717411303424";

    /** Values of each type as they go over the wire. */
    private static final Map<String, List<String>> VALUES = Map.of(
            "integer", List.of("abc", "-1", "1.5", BEYOND_64_BITS, "", "0"),
            "number", List.of("abc", "", "-1"),
            "boolean", List.of("maybe", "", "1", "True"),
            "string", List.of("", "x".repeat(VERY_LONG), "%00", "%F0%9F%98%80", "'%22%3B--"));
    private static final List<String> CHOICES = List.of("no-such-value", "");
    private static final Set<String> FORBIDDEN = Set.of("integer abc", "integer 1.5", "integer ",
            "number abc", "number ", "boolean maybe", "boolean ", "enum no-such-value", "enum ");

    /**
     * Operations that break on ids that nothing has, which other cases show. Ids are given twice by such ones only,
     * because what has the ids 1 and 2 may be somebody else's.
     */
    private static final Set<String> BROKEN_BY_MISSING = Set.of("labels_list");

    /** Their queries are not those of a list. */
    private static final Set<String> OTHERWISE = Set.of("schema_retrieve", "events_list");

    @Override
    public void generate(Operation operation, Samples samples, CheckPlan plan) {
        if (!operation.method().equals("GET") || OTHERWISE.contains(operation.id())) {
            return;
        }
        samples.find(operation.id()).filter(sample -> sample.hasBounds() || !operation.path().contains("{"))
                .ifPresent(sample -> operation.parameters().stream().filter(each -> each.in().equals("query"))
                        .forEach(parameter -> values(parameter, sample, plan)));
    }

    private static void values(Parameter parameter, Sample sample, CheckPlan plan) {
        Run run = plan.run();
        Map<String, Object> schema = BoundaryCase.resolved(run.contract(), parameter.schema());
        String type = type(schema);
        for (String value : type.equals("enum") ? CHOICES : VALUES.getOrDefault(type, List.of("abc"))) {
            BoundaryCase.Expected expected = expected(schema, value);
            plan.add(sample.operation(), Rule.ERROR_QUERY_BOUNDS, parameter.name() + ": " + name(value),
                    BodyBoundsChecks.behaviour(expected),
                    () -> BodyBoundsChecks.judge(call(run, sample, parameter.name(), value)
                            .rawQuery(parameter.name() + "=" + value).send(), expected));
        }
        boolean names = type.equals("integer") && parameter.name().endsWith("_id");
        if (!sample.operation().path().contains("{")
                && !(names && BROKEN_BY_MISSING.contains(sample.operation().id()))) {
            String first = parameter.name() + "=" + (names ? "987654321" : "1");
            String second = parameter.name() + "=" + (names ? "987654322" : "2");
            plan.add(sample.operation(), Rule.ERROR_QUERY_BOUNDS, parameter.name() + ": twice",
                    BodyBoundsChecks.behaviour(NOT_BROKEN),
                    () -> sample.callWithout(run, parameter.name()).rawQuery(first + "&" + second).send().notBroken());
        }
    }

    /**
     * The right call without that parameter. A page without end is asked for over the run's own objects only: there may
     * be many others.
     */
    private static Call call(Run run, Sample sample, String parameter, String value) {
        return sample.items().filter(items -> parameter.equals("page_size") && value.equals(BEYOND_64_BITS))
                .map(items -> PageChecks.scoped(run, sample, run.get(items)))
                .orElseGet(() -> sample.callWithout(run, parameter));
    }

    /** What a server may make of that value of a query parameter. */
    static BoundaryCase.Expected expected(Map<String, Object> schema, String value) {
        return FORBIDDEN.contains(type(schema) + " " + value) ? REFUSED : NOT_BROKEN;
    }

    private static String type(Map<String, Object> schema) {
        return schema.containsKey("enum") ? "enum" : String.valueOf(schema.get("type"));
    }

    /** As it is called in reports: cut, and the quotation mark as itself. */
    static String name(String value) {
        String shown = value.replace("%22", "\"");
        return value.length() > LONGEST_SHOWN
                ? "very long" : shown.substring(0, Math.min(LONGEST_NAME, shown.length()));
    }
}
