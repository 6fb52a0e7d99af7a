package io.github.cvatopenapi.contract.harness.generic;

import io.github.cvatopenapi.contract.harness.fixtures.Fixture;
import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.http.JsonTrees;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Run;
import io.github.cvatopenapi.spec.Operation;
import java.time.OffsetDateTime;
import java.util.List;

/** The order of lists that are not asked to sort: of the ids, or of the dates where the ids are texts. */
final class OrderChecks implements GenericChecks.Generator {

    @Override
    public void generate(Operation operation, Samples samples, CheckPlan plan) {
        Run run = plan.run();
        samples.find(operation.id()).filter(sample -> sample.order() != DefaultOrder.NOT_OBSERVED)
                .ifPresent(sample -> sample.items().ifPresent(items -> plan.add(operation, Rule.PAGE_ORDER, "",
                        "a list that is not asked to sort has " + sample.order().words(),
                        () -> ordered(run, sample, items))));
    }

    private static void ordered(Run run, Sample sample, Fixture<Sample.Items> fixture) {
        Sample.Items items = run.get(fixture);
        Answer page = PageChecks.scoped(run, sample, items).query("page_size", "all").expect(200);
        PageChecks.shows(page, sample, items.ids());
        List<Comparable<Object>> places = page.results().stream().map(item -> place(page, sample, item)).toList();
        if (!places.equals(places.stream().sorted(sample.order().order()).toList())) {
            throw page.fail("the results are " + PageChecks.keys(page, sample.key()) + " of " + places + ", expected "
                    + sample.order().words());
        }
    }

    @SuppressWarnings("unchecked") // numbers of one kind or instants, each of which compare
    private static Comparable<Object> place(Answer page, Sample sample, Object item) {
        Object value = JsonTrees.at(item, sample.numbered() ? "id" : "created_date");
        if (value instanceof Number number) {
            return (Comparable<Object>) (Comparable<?>) number.longValue();
        }
        if (value instanceof String date && !sample.numbered()) {
            return (Comparable<Object>) (Comparable<?>) OffsetDateTime.parse(date).toInstant();
        }
        throw page.fail("an item has no place: " + value);
    }
}
