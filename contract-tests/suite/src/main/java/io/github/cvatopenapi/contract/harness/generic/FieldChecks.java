package io.github.cvatopenapi.contract.harness.generic;

import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.http.JsonTrees;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Run;
import io.github.cvatopenapi.spec.Operation;
import io.github.cvatopenapi.spec.Parameter;
import io.github.cvatopenapi.spec.Trees;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Each field that a list filters and sorts by: as a parameter of its own, as a variable of JSON Logic, and sorted both
 * ways. What must come out is told by the items themselves, as the list shows them unfiltered.
 */
final class FieldChecks implements GenericChecks.Generator {

    private static final int NOBODY = 987654321;

    @Override
    public void generate(Operation operation, Samples samples, CheckPlan plan) {
        Optional<Sample> listed = samples.find(operation.id()).filter(sample -> sample.items().isPresent());
        listed.ifPresent(sample -> sample.fields().forEach(field -> {
            Run run = plan.run();
            operation.parameter("query", field.name()).ifPresent(parameter -> plan.add(operation, Rule.FILTER_SIMPLE,
                    "field " + field.name(), "a filter by " + field.name() + " gives what has the value",
                    () -> simple(run, sample, field, parameter)));
            plan.add(operation, Rule.FILTER_LOGIC, "field " + field.name(),
                    "a condition on " + field.name() + " gives what meets it", () -> logic(run, sample, field));
            if (field.differs()) {
                plan.add(operation, Rule.FILTER_SORT, "field " + field.name(),
                        "sort by " + field.name() + " orders both ways", () -> sorted(run, sample, field));
            }
        }));
    }

    private static Answer list(Run run, Sample sample, String parameter, Object value) {
        return PageChecks.scoped(run, sample, run.get(sample.items().orElseThrow())).query(parameter, value)
                .query("page_size", "all").expect(200);
    }

    private static void simple(Run run, Sample sample, ListedField field, Parameter parameter) {
        List<Map<String, Object>> items = run.get(sample.shownItems());
        Object value = value(items, field);
        shows(list(run, sample, field.name(), value), sample, items, item -> same(field.of(item), value));
        if (!field.differs()) {
            other(run, items, field, parameter).ifPresent(none ->
                    shows(list(run, sample, field.name(), none), sample, items, item -> false));
        }
    }

    private static void logic(Run run, Sample sample, ListedField field) {
        List<Map<String, Object>> items = run.get(sample.shownItems());
        Object value = value(items, field);
        boolean date = field.name().endsWith("_date");
        Map<String, Object> is = Map.of(date ? "<=" : "==", List.of(Map.of("var", field.name()), value));
        shows(list(run, sample, "filter", JsonTrees.write(is)), sample, items,
                item -> date ? compare(field.of(item), value) <= 0 : same(field.of(item), value));
        if (!field.differs()) {
            shows(list(run, sample, "filter", JsonTrees.write(Map.of("!", is))), sample, items, item -> false);
        }
    }

    /** A value that an item has, and where they differ one that not all have. */
    private static Object value(List<Map<String, Object>> items, ListedField field) {
        List<Object> values = items.stream().map(field::of).filter(Objects::nonNull).toList();
        if (values.isEmpty()
                || field.differs() && items.stream().allMatch(item -> same(field.of(item), values.get(0)))) {
            throw new AssertionError("The list shows " + field.member() + " as "
                    + items.stream().map(field::of).toList() + ", other than the items were made.");
        }
        return field.name().endsWith("_date") ? Collections.min(values, FieldChecks::compare) : values.get(0);
    }

    /** A value that no item has and that the document allows, if there is one. */
    private static Optional<Object> other(Run run, List<Map<String, Object>> items, ListedField field,
                                          Parameter parameter) {
        Map<String, Object> schema = BoundaryCase.resolved(run.contract(), parameter.schema());
        if (schema.containsKey("enum")) {
            return Trees.list(schema.get("enum")).stream()
                    .filter(choice -> choice instanceof String text && !text.isEmpty()
                            && items.stream().noneMatch(item -> same(field.of(item), text)))
                    .findFirst();
        }
        return Optional.of(switch (String.valueOf(schema.get("type"))) {
            case "integer" -> NOBODY;
            case "boolean" -> !Boolean.TRUE.equals(value(items, field));
            default -> "no such " + field.name();
        });
    }

    private static void shows(Answer page, Sample sample, List<Map<String, Object>> items,
                              Predicate<Map<String, Object>> which) {
        List<Object> expected = items.stream().filter(which).map(item -> JsonTrees.at(item, sample.key())).toList();
        PageChecks.shows(page, sample, expected);
    }

    private static void sorted(Run run, Sample sample, ListedField field) {
        List<?> expected = run.get(sample.items().orElseThrow()).ids();
        Answer up = list(run, sample, "sort", field.name());
        Answer down = list(run, sample, "sort", "-" + field.name());
        PageChecks.shows(up, sample, expected);
        PageChecks.shows(down, sample, expected);
        List<Object> values = values(up, field);
        List<Object> turned = new ArrayList<>(values(down, field));
        Collections.reverse(turned);
        for (int i = 0; i < values.size(); i++) {
            if (!same(values.get(i), turned.get(i))) {
                throw down.fail(field.name() + " is " + values(down, field) + ", expected the reverse of " + values);
            }
            // none may be first or last, and upper and lower case, blanks and signs are ordered as the database likes
            if (i > 0 && comparable(values.get(i - 1), values.get(i))
                    && compare(values.get(i - 1), values.get(i)) > 0) {
                throw up.fail(field.name() + " is " + values + ", expected in ascending order");
            }
        }
    }

    private static List<Object> values(Answer page, ListedField field) {
        return page.results().stream().map(field::of).toList();
    }

    private static boolean same(Object one, Object other) {
        return Objects.equals(String.valueOf(one), String.valueOf(other));
    }

    /** Whether every collation orders the two the same way: they differ first in a small letter or a digit. */
    private static boolean comparable(Object one, Object other) {
        if (one == null || other == null) {
            return false;
        }
        if (!(one instanceof String first) || !(other instanceof String second)) {
            return true;
        }
        int at = 0;
        while (at < first.length() && at < second.length() && first.charAt(at) == second.charAt(at)) {
            at++;
        }
        return (first.substring(at) + second.substring(at)).matches("[a-z0-9]*")
                || date(first) != null && date(second) != null;
    }

    private static int compare(Object one, Object other) {
        if (one instanceof Number first && other instanceof Number second) {
            return Double.compare(first.doubleValue(), second.doubleValue());
        }
        Instant first = date(one);
        Instant second = date(other);
        return first != null && second != null
                ? first.compareTo(second) : String.valueOf(one).compareTo(String.valueOf(other));
    }

    private static Instant date(Object value) {
        try {
            return OffsetDateTime.parse(String.valueOf(value)).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
