package io.github.cvatopenapi.contract.harness.generic;

import io.github.cvatopenapi.contract.harness.fixtures.Fixture;
import io.github.cvatopenapi.contract.harness.http.Call;
import io.github.cvatopenapi.contract.harness.http.Caller;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Run;
import io.github.cvatopenapi.spec.Operation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A right call of an operation. The generic checks make wrong ones of it, one difference each.
 */
public final class Sample {

    /**
     * Objects that a list shows and nothing else, so that right and wrong answers differ.
     *
     * @param ids   of all of them, at least three
     * @param scope query parameters under which the list shows exactly them
     */
    public record Items(List<?> ids, Map<String, String> scope) {

        /** The ids at those places, counted from 0. */
        public List<Object> at(int... places) {
            return Arrays.stream(places).<Object>mapToObj(ids::get).toList();
        }
    }

    /**
     * What a list shows for a query.
     *
     * @param query parameters, which go with the scope of the items
     * @param ids   what it must show then; in this order for the rules of sorting
     */
    public record Shown(Map<String, ?> query, List<?> ids) {
    }

    /**
     * Objects in an organization that nothing else is in.
     *
     * @param slug    of the organization
     * @param id      of the organization
     * @param inside  ids of all the objects of the list in it
     * @param outside the id of one that the caller has elsewhere
     */
    public record InOrganization(String slug, long id, List<?> inside, Object outside) {
    }

    /** One thing to expect of a list. */
    record Expectation(Rule rule, String caseName, Function<Run, Shown> shown) {
    }

    /** Who calls where nothing is said. */
    static final Function<Run, Caller> MAIN = Run::main;

    private final Operation operation;
    private final List<Expectation> expectations = new ArrayList<>();
    private Fixture<InOrganization> organization;
    private final List<Function<Run, ?>> path = new ArrayList<>();
    private final Map<String, Object> query = new LinkedHashMap<>();
    private Function<Run, Map<String, Object>> body;
    private Function<Run, Caller> caller = MAIN;
    private Fixture<Items> items;
    private final List<ListedField> fields = new ArrayList<>();
    private final Fixture<List<Map<String, Object>>> shownItems = Fixture.of("the items as their list shows them",
            run -> PageChecks.scoped(run, this, run.get(items().orElseThrow())).query("page_size", "all").expect(200)
                    .results());
    private String key = "id";
    private boolean numbered = true;
    private DefaultOrder order = DefaultOrder.NEWEST_FIRST;
    private boolean bounds;
    private boolean together;
    private String shapes;

    Sample(Operation operation) {
        this.operation = operation;
    }

    /** Where the next parameter of the path comes from. */
    public Sample path(Fixture<?> fixture) {
        path.add(run -> run.get(fixture));
        return this;
    }

    /** Where the next parameter of the path comes from. */
    public Sample path(Function<Run, ?> value) {
        path.add(value);
        return this;
    }

    /** A query parameter that must be given. */
    public Sample query(String name, Object value) {
        query.put(name, value);
        return this;
    }

    /** A JSON body that is accepted. Called for each call anew, so names can be new each time. */
    public Sample json(Function<Run, Map<String, Object>> right) {
        body = right;
        return this;
    }

    /** Who may call it; the main account where nothing is said. */
    public Sample by(Function<Run, Caller> who) {
        caller = who;
        return this;
    }

    /** The list shows the oldest first where it is not asked to sort; most show the newest first. */
    public Sample oldestFirst() {
        order = DefaultOrder.OLDEST_FIRST;
        return this;
    }

    /** In which order the list comes where it is not asked to sort was not observed. */
    public Sample orderNotObserved() {
        order = DefaultOrder.NOT_OBSERVED;
        return this;
    }

    /** What a list shows, for the checks of the families PAGE and FILTER. */
    public Sample items(Fixture<Items> shown) {
        items = shown;
        return this;
    }

    /** The same, where the ids are texts, so that nothing can be said of their order. */
    public Sample itemsByText(Fixture<Items> shown) {
        numbered = false;
        return items(shown);
    }

    /** The same, where results are told apart by something other than {@code id}. */
    public Sample items(Fixture<Items> shown, String by) {
        key = by;
        numbered = false;
        return items(shown);
    }

    /** What the list shows for a query: for the rules of the family FILTER, which every tag knows best for itself. */
    public Sample shows(Rule rule, String caseName, Function<Run, Shown> shown) {
        expectations.add(new Expectation(rule, caseName, shown));
        return this;
    }

    /** The same for a query that needs nothing of the run: it gives the items at those places, counted from 0. */
    public Sample shows(Rule rule, String caseName, Map<String, ?> query, int... places) {
        return shows(rule, caseName, run -> new Shown(query, run.get(items).at(places)));
    }

    /** A field that the list filters and sorts by, in which the items differ; a member of that name shows it. */
    public Sample differs(String field) {
        return differs(field, field);
    }

    /** The same, shown by that member. */
    public Sample differs(String field, String member) {
        fields.add(new ListedField(field, member, true));
        return this;
    }

    /** A field that the list filters by, in which all items are alike; a member of that name shows it. */
    public Sample alike(String field) {
        return alike(field, field);
    }

    /** The same, shown by that member. */
    public Sample alike(String field, String member) {
        fields.add(new ListedField(field, member, false));
        return this;
    }

    /** What the list shows in an organization, for the checks of the family ORG. */
    public Sample inOrganization(Fixture<InOrganization> shown) {
        organization = shown;
        return this;
    }

    /**
     * Each property of the body is sent at and beyond its limits. Changes what the path names: give it a fixture of its
     * own.
     */
    public Sample bounds() {
        bounds = true;
        return this;
    }

    /**
     * Many properties of the body are sent wrong at once, which is so of {@link #bounds} too. Nothing of it is taken.
     */
    public Sample together() {
        together = true;
        return this;
    }

    /** As {@link #bounds}, and so are the properties of the first object of the array {@code property} of the body. */
    public Sample boundsWithin(String property) {
        shapes = property;
        return bounds();
    }

    Operation operation() {
        return operation;
    }

    boolean hasBounds() {
        return bounds;
    }

    boolean isWrongTogether() {
        return together || bounds;
    }

    Optional<String> within() {
        return Optional.ofNullable(shapes);
    }

    Optional<Fixture<Items>> items() {
        return Optional.ofNullable(items);
    }

    List<ListedField> fields() {
        return fields;
    }

    /** The items as the list shows them; asked for once. */
    Fixture<List<Map<String, Object>>> shownItems() {
        return shownItems;
    }

    List<Expectation> expectations() {
        return expectations;
    }

    Optional<Fixture<InOrganization>> organization() {
        return Optional.ofNullable(organization);
    }

    /** Whether the results have an {@code id} that is a number. */
    boolean numbered() {
        return numbered;
    }

    DefaultOrder order() {
        return order;
    }

    String key() {
        return key;
    }

    /** Whether nobody else than the main account was named as the caller. */
    boolean byMain() {
        return caller == MAIN;
    }

    boolean hasBody() {
        return body != null;
    }

    Map<String, Object> body(Run run) {
        return new LinkedHashMap<>(body.apply(run));
    }

    Caller caller(Run run) {
        return caller.apply(run);
    }

    /** Whether every parameter of the path has a value. */
    boolean complete() {
        return path.size() == operation.parameters().stream().filter(each -> each.in().equals("path")).count();
    }

    /** The path of the right call. */
    String target(Run run) {
        return call(run).target().split("\\?")[0];
    }

    /** The right call, without its body. */
    Call call(Run run) {
        return callWithout(run, "");
    }

    /** The right call, without its body and without that query parameter. */
    Call callWithout(Run run, String parameter) {
        Call call = caller(run).call(operation.id());
        fill(call, run, parameter);
        return call;
    }

    /** The right call by somebody else, without its body. */
    Call calledBy(Caller somebody, Run run) {
        Call call = somebody.call(operation.id());
        fill(call, run, "");
        return call;
    }

    private void fill(Call call, Run run, String without) {
        path.forEach(value -> call.path(value.apply(run)));
        query.forEach((name, value) -> {
            if (!name.equals(without)) {
                call.query(name, value);
            }
        });
    }
}
