package io.github.cvatopenapi.contract.harness.generic;

import io.github.cvatopenapi.contract.harness.fixtures.Fixture;
import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.http.Call;
import io.github.cvatopenapi.contract.harness.http.JsonTrees;
import io.github.cvatopenapi.contract.harness.http.WrittenAddress;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Run;
import io.github.cvatopenapi.spec.Operation;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Lists page by page, over objects that the run made and that the list shows under a scope of their own. */
final class PageChecks implements GenericChecks.Generator {

    private static final String SIZE = "page_size";
    private static final List<String> SAME_AS_DEFAULT = List.of("0", "-1", "abc");
    private static final List<String> EVERYTHING = List.of("all", "1000");
    private static final List<String> NO_PAGE = List.of("0", "-1", "99999", "abc");

    /** How the addresses that the server tells begin. What is between may tell it another name than the one called. */
    private static final Fixture<String> ORIGIN = Fixture.of("the address that the server tells of itself", run ->
            String.valueOf(run.main().call("users_retrieve_self").expect(200).at("url"))
                    .replaceFirst("/api/.*", "/api/"));

    @Override
    public void generate(Operation operation, Samples samples, CheckPlan plan) {
        if (!operation.paged()) {
            return;
        }
        Run run = plan.run();
        samples.find(operation.id()).ifPresent(sample -> {
            plan.add(operation, Rule.PAGE_SHAPE, "", "a list has count, next, previous and results",
                    () -> shape(sample.call(run).expect(200)));
            for (String page : NO_PAGE) {
                plan.add(operation, Rule.PAGE_NUMBER, page, "a page that does not exist gets 404",
                        () -> sample.call(run).query("page", page).expect(404).readableError());
            }
            sample.items().ifPresent(items -> {
                plan.add(operation, Rule.PAGE_WALK, "next", "a walk by next sees every item once",
                        () -> walk(run, sample, items, "next"));
                plan.add(operation, Rule.PAGE_WALK, "previous", "a walk by previous sees every item once",
                        () -> walk(run, sample, items, "previous"));
                plan.add(operation, Rule.PAGE_COUNT, "", "count is the number of items",
                        () -> count(run, sample, items));
                plan.add(operation, Rule.PAGE_LINKS, "", "the links keep the query", () -> links(run, sample, items));
                plan.add(operation, Rule.PAGE_SIZE, "2", "a page has as many items as were asked for",
                        () -> size(run, sample, items));
                for (String size : SAME_AS_DEFAULT) {
                    plan.add(operation, Rule.PAGE_SIZE, size, "the default size is taken instead",
                            () -> whole(run, sample, items, size));
                }
                for (String size : EVERYTHING) {
                    plan.add(operation, Rule.PAGE_SIZE, size, "everything is on one page",
                            () -> whole(run, sample, items, size));
                }
            });
        });
    }

    private static void shape(Answer page) {
        Set<String> members = new TreeSet<>(page.object().keySet());
        if (!members.containsAll(Set.of("count", "next", "previous", "results"))) {
            throw page.fail("the members are " + members);
        }
        if (!(page.at("results") instanceof List<?> results) || page.number("count") < results.size()) {
            throw page.fail("count is " + page.at("count") + " for fewer items than there are");
        }
    }

    /** The list under its scope. */
    static Call scoped(Run run, Sample sample, Sample.Items items) {
        Call call = sample.call(run);
        items.scope().forEach(call::query);
        return call;
    }

    /** What tells the results of a page apart. */
    static List<Object> keys(Answer page, String key) {
        return page.results().stream().map(each -> JsonTrees.at(each, key)).toList();
    }

    private static void walk(Run run, Sample sample, Fixture<Sample.Items> fixture, String direction) {
        Sample.Items items = run.get(fixture);
        List<Object> seen = new ArrayList<>();
        Answer page = scoped(run, sample, items).query(SIZE, 2).expect(200);
        if (direction.equals("previous")) {
            long last = (page.number("count") + 1) / 2;
            page = scoped(run, sample, items).query(SIZE, 2).query("page", last).expect(200);
        }
        seen.addAll(keys(page, sample.key()));
        while (page.at(direction) instanceof String link && seen.size() <= items.ids().size()) {
            page = sample.caller(run).call("GET", WrittenAddress.relative(link)).expect(200);
            seen.addAll(keys(page, sample.key()));
        }
        if (!same(seen, items.ids())) {
            throw page.fail("the walk by " + direction + " saw " + seen + ", expected " + items.ids()
                    + " in some order");
        }
    }

    private static void count(Run run, Sample sample, Fixture<Sample.Items> fixture) {
        Sample.Items items = run.get(fixture);
        long expected = items.ids().size();
        scoped(run, sample, items).expect(200).has("count", expected);
        scoped(run, sample, items).query(SIZE, 2).query("page", 2).expect(200).has("count", expected);
    }

    private static void links(Run run, Sample sample, Fixture<Sample.Items> fixture) {
        Sample.Items items = run.get(fixture);
        Map<String, String> asked = new TreeMap<>(items.scope());
        asked.put(SIZE, "2");
        if (sample.numbered() && sample.operation().parameter("query", "filter").isPresent()) {
            asked.put("sort", "id");
            asked.put("filter", JsonTrees.write(Map.of(">", List.of(Map.of("var", "id"), 0))));
        }
        Answer first = asking(run, sample, asked).expect(200).has("previous", null);
        Answer second = asking(run, sample, asked).query("page", 2).expect(200);
        if (items.ids().size() <= 4) {
            second.has("next", null);
        }
        keeps(run, second, "previous", asked);
        asked.put("page", "2");
        keeps(run, first, "next", asked);
    }

    private static Call asking(Run run, Sample sample, Map<String, String> parameters) {
        Call call = sample.call(run);
        parameters.forEach(call::query);
        return call;
    }

    /**
     * Asserts that a link leads back to the same server and has those parameters; that to the first page may name it.
     */
    static void keeps(Run run, Answer page, String link, Map<String, String> expected) {
        if (!(page.at(link) instanceof String address) || !address.startsWith(run.get(ORIGIN))) {
            throw page.fail(link + " is " + page.at(link) + ", expected an address that begins with "
                    + run.get(ORIGIN));
        }
        Map<String, String> parameters = parameters(address);
        if (!expected.containsKey("page")) {
            parameters.remove("page", "1");
        }
        if (!parameters.equals(expected)) {
            throw page.fail(link + " has the parameters " + parameters + ", expected " + expected);
        }
    }

    private static Map<String, String> parameters(String link) {
        String query = URI.create(link).getRawQuery();
        Map<String, String> parameters = new TreeMap<>();
        for (String pair : query == null ? new String[0] : query.split("&")) {
            String[] parts = pair.split("=", 2);
            parameters.put(parts[0], parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return parameters;
    }

    private static void size(Run run, Sample sample, Fixture<Sample.Items> fixture) {
        Answer page = scoped(run, sample, run.get(fixture)).query(SIZE, 2).expect(200);
        if (page.results().size() != 2) {
            throw page.fail("there are " + page.results().size() + " results, expected 2");
        }
    }

    private static void whole(Run run, Sample sample, Fixture<Sample.Items> fixture, String size) {
        Sample.Items items = run.get(fixture);
        shows(scoped(run, sample, items).query(SIZE, size).expect(200), sample, items.ids());
    }

    /** Asserts that the results of a page are the expected ones, in whatever order. */
    static void shows(Answer page, Sample sample, List<?> expected) {
        List<Object> there = keys(page, sample.key());
        if (!same(there, expected)) {
            throw page.fail("the results are " + there + ", expected " + expected + " in some order");
        }
    }

    /** Whether two lists hold the same things, whatever their order. */
    static boolean same(List<?> one, List<?> other) {
        return sorted(one).equals(sorted(other));
    }

    private static List<String> sorted(List<?> things) {
        List<String> texts = things.stream().map(String::valueOf).collect(Collectors.toCollection(ArrayList::new));
        Collections.sort(texts);
        return texts;
    }
}
