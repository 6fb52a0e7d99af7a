package io.github.cvatopenapi.contract.harness.generic;

import io.github.cvatopenapi.contract.harness.fixtures.Fixture;
import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.http.Call;
import io.github.cvatopenapi.contract.harness.http.JsonTrees;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Run;
import io.github.cvatopenapi.spec.Operation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Sorting and JSON Logic by id, which every item has; what else a list filters by is the tag's own business. */
final class FilterChecks implements GenericChecks.Generator {

    private static final Map<String, Object> ID = Map.of("var", "id");

    /** Filters over the sorted ids of the items, and the ids that they must give. */
    private enum Logic {
        EQUAL(ids -> Map.of("==", List.of(ID, ids.get(1))), ids -> List.of(ids.get(1))),
        LESS(ids -> Map.of("<", List.of(ID, ids.get(1))), ids -> ids.subList(0, 1)),
        AT_MOST(ids -> Map.of("<=", List.of(ID, ids.get(1))), ids -> ids.subList(0, 2)),
        GREATER(ids -> Map.of(">", List.of(ID, ids.get(1))), ids -> ids.subList(2, ids.size())),
        AT_LEAST(ids -> Map.of(">=", List.of(ID, ids.get(1))), ids -> ids.subList(1, ids.size())),
        BETWEEN(ids -> Map.of("<=", List.of(ids.get(0), ID, ids.get(1))), ids -> ids.subList(0, 2)),
        ONE_OF(ids -> Map.of("in", List.of(ID, List.of(ids.get(0), ids.get(2)))),
                ids -> List.of(ids.get(0), ids.get(2))),
        AND(ids -> Map.of("and", List.of(Map.of(">", List.of(ID, ids.get(0))), Map.of("<", List.of(ID, ids.get(2))))),
                ids -> List.of(ids.get(1))),
        OR(ids -> Map.of("or", List.of(Map.of("==", List.of(ID, ids.get(0))), Map.of("==", List.of(ID, ids.get(2))))),
                ids -> List.of(ids.get(0), ids.get(2))),
        NOT(ids -> Map.of("!", Map.of("==", List.of(ID, ids.get(1)))), ids -> without(ids, 1));

        private final Function<List<Long>, Map<String, Object>> filter;
        private final Function<List<Long>, List<Long>> expected;

        Logic(Function<List<Long>, Map<String, Object>> filter, Function<List<Long>, List<Long>> expected) {
            this.filter = filter;
            this.expected = expected;
        }

        private String caseName() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    private static final String NO_JSON = "broken JSON";

    /**
     * What its list makes of filters that are JSON and make no sense depends on what there is to filter, and was not
     * observed.
     */
    private static final Set<String> ONLY_JSON_OBSERVED = Set.of("requests_list");

    /** Filters that make no sense, by what is wrong with them. */
    private static final Map<String, Object> BROKEN = Map.of(
            NO_JSON, "{broken",
            "unknown variable", Map.of("and", List.of(Map.of("==", List.of(Map.of("var", "no_such"), 1)))),
            "unknown operator", Map.of("foo", List.of(1, 2)));

    @Override
    public void generate(Operation operation, Samples samples, CheckPlan plan) {
        Run run = plan.run();
        boolean filtered = operation.paged() && operation.parameter("query", "filter").isPresent();
        samples.find(operation.id()).ifPresent(sample -> {
            if (filtered) {
                BROKEN.forEach((name, filter) -> {
                    if (name.equals(NO_JSON) || !ONLY_JSON_OBSERVED.contains(operation.id())) {
                        plan.add(operation, Rule.FILTER_BROKEN, name, "a filter that makes no sense gets 400",
                                () -> sample.call(run)
                                        .query("filter", filter instanceof String text ? text : JsonTrees.write(filter))
                                        .expect(400).readableError());
                    }
                });
            }
            sample.expectations().forEach(each -> plan.add(operation, each.rule(), each.caseName(),
                    "a query gives what matches", () -> shown(run, sample, each)));
            sample.items().filter(items -> sample.numbered()).ifPresent(items -> {
                if (filtered) {
                    for (Logic logic : Logic.values()) {
                        plan.add(operation, Rule.FILTER_LOGIC, logic.caseName(), "a filter by id gives what matches",
                                () -> logic(run, sample, items, logic));
                    }
                }
                if (operation.parameter("query", "sort").isPresent()) {
                    plan.add(operation, Rule.FILTER_SORT, "id", "sort by id goes up",
                            () -> sorted(run, sample, items, "id"));
                    plan.add(operation, Rule.FILTER_SORT, "-id", "sort by -id goes down",
                            () -> sorted(run, sample, items, "-id"));
                }
            });
        });
    }

    private static void shown(Run run, Sample sample, Sample.Expectation expectation) {
        Sample.Shown shown = expectation.shown().apply(run);
        Call call = sample.items().map(items -> PageChecks.scoped(run, sample, run.get(items)))
                .orElseGet(() -> sample.call(run));
        shown.query().forEach(call::query);
        Answer page = call.query("page_size", "all").expect(200);
        if (expectation.rule() != Rule.FILTER_SORT) {
            PageChecks.shows(page, sample, shown.ids());
            return;
        }
        List<Object> there = PageChecks.keys(page, sample.key());
        if (!texts(there).equals(texts(shown.ids()))) {
            throw page.fail("the results are " + there + ", expected " + shown.ids());
        }
    }

    private static List<String> texts(List<?> things) {
        return things.stream().map(String::valueOf).toList();
    }

    private static void logic(Run run, Sample sample, Fixture<Sample.Items> fixture, Logic logic) {
        Sample.Items items = run.get(fixture);
        List<Long> ids = ids(items);
        Answer page = PageChecks.scoped(run, sample, items).query("page_size", "all")
                .query("filter", JsonTrees.write(logic.filter.apply(ids))).expect(200);
        List<Long> expected = logic.expected.apply(ids);
        if (!PageChecks.same(page.resultIds(), expected)) {
            throw page.fail("the results are " + page.resultIds() + ", expected " + expected + " in some order");
        }
    }

    private static void sorted(Run run, Sample sample, Fixture<Sample.Items> fixture, String sort) {
        Sample.Items items = run.get(fixture);
        List<Long> expected = new ArrayList<>(ids(items));
        if (sort.startsWith("-")) {
            Collections.reverse(expected);
        }
        Answer page = PageChecks.scoped(run, sample, items).query("page_size", "all").query("sort", sort).expect(200);
        if (!page.resultIds().equals(expected)) {
            throw page.fail("the results are " + page.resultIds() + ", expected " + expected);
        }
    }

    /** The ids in ascending order. */
    private static List<Long> ids(Sample.Items items) {
        return items.ids().stream().map(id -> ((Number) id).longValue()).sorted().toList();
    }

    private static List<Long> without(List<Long> ids, int index) {
        List<Long> rest = new ArrayList<>(ids);
        rest.remove(index);
        return rest;
    }
}
