package io.github.cvatopenapi.embedded.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cvatopenapi.spec.Contract;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class ListingTest {

    private record Thing(long id, String name, String owner, Instant created) {
    }

    private static final Listing<Thing> LIST = new Listing<>(
            Field.number("id", Thing::id), Field.<Thing>text("name", Thing::name).search(),
            Field.<Thing>text("owner", Thing::owner).search(), Field.date("updated_date", Thing::created));

    private static final List<Thing> THINGS = List.of(
            new Thing(4, "delta", null, Instant.parse("2026-04-01T00:00:00Z")),
            new Thing(3, "gamma", "bob", Instant.parse("2026-03-01T00:00:00Z")),
            new Thing(2, "beta", "ann", Instant.parse("2026-02-01T00:00:00Z")),
            new Thing(1, "Alpha", "ann", Instant.parse("2026-01-01T00:00:00Z")));

    private static Call call(String query) {
        return new Call(Contract.load().operation("projects_list"), new Request(query), Caller.NOBODY, Context.NONE);
    }

    private static List<?> results(String query, List<Thing> things) {
        return (List<?>) ((Map<?, ?>) LIST.page(call(query), things, any -> true, Thing::id).body()).get("results");
    }

    private static Map<?, ?> page(String query) {
        return (Map<?, ?>) LIST.page(call(query), THINGS, any -> true, Thing::id).body();
    }

    private static Object ids(String query) {
        return page(query).get("results");
    }

    private static Object filtered(String filter) {
        return ids("filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8));
    }

    private static void refuses(String query, int status) {
        assertThatThrownBy(() -> page(query)).isInstanceOfSatisfying(Fault.class,
                fault -> assertThat(fault.answer().status()).isEqualTo(status));
    }

    @Test
    void pagesWithLinksSortedByName() {
        Map<?, ?> page = page("sort=id&page_size=1&page=2&foo=a%20b");

        assertThat(page.get("count")).isEqualTo(4);
        assertThat(page.get("results")).isEqualTo(List.of(2L));
        assertThat(page.get("next")).isEqualTo("http://here/api/things?foo=a+b&page=3&page_size=1&sort=id");
        assertThat(page.get("previous")).isEqualTo("http://here/api/things?foo=a+b&page_size=1&sort=id");
        assertThat(page("page=2&page_size=3").get("previous")).isEqualTo("http://here/api/things?page_size=3");
    }

    @Test
    void hasNoLinksBeyondTheEnds() {
        assertThat(page("").get("next")).isNull();
        assertThat(page("").get("previous")).isNull();
    }

    @Test
    void takesTheDefaultForPageSizesThatAreNone() {
        List<Thing> many = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            many.add(new Thing(i, "n", null, Instant.EPOCH));
        }
        for (String size : List.of("0", "-1", "abc", "1.5", "")) {
            assertThat(results("page_size=" + size, many)).as(size).hasSize(10);
        }
        for (String size : List.of("all", "1000", "99999999999999999999")) {
            assertThat(results("page_size=" + size, many)).as(size).hasSize(25);
        }
    }

    @Test
    void knowsNoOtherPages() {
        for (String page : List.of("0", "-1", "2", "abc", "1.5", "99999999999999999999")) {
            refuses("page=" + page, 404);
        }
    }

    @Test
    void sortsAndIgnoresWhatItDoesNotKnow() {
        assertThat(ids("sort=id")).isEqualTo(List.of(1L, 2L, 3L, 4L));
        assertThat(ids("sort=-name")).isEqualTo(List.of(3L, 4L, 2L, 1L));
        assertThat(ids("sort=owner,-id")).isEqualTo(List.of(2L, 1L, 3L, 4L));
        assertThat(ids("sort=no_such")).isEqualTo(List.of(4L, 3L, 2L, 1L));
    }

    @Test
    void searchesWithoutCaseInTheSearchedFields() {
        assertThat(ids("search=ALPHA")).isEqualTo(List.of(1L));
        assertThat(ids("search=ann")).isEqualTo(List.of(2L, 1L));
        assertThat(ids("search=ann%20bet")).isEqualTo(List.of(2L));
        assertThat(ids("search=zzz")).isEqualTo(List.of());
        refuses("search=%00", 400);
    }

    @Test
    void filtersByParametersThatTheDocumentHas() {
        assertThat(ids("owner=ann")).isEqualTo(List.of(2L, 1L));
        assertThat(ids("owner=")).isEqualTo(List.of(4L, 3L, 2L, 1L));
        assertThat(ids("owner=an")).isEqualTo(List.of());
        assertThat(ids("id=1")).as("not a parameter of this operation").isEqualTo(List.of(4L, 3L, 2L, 1L));
        refuses("owner=%00", 400);
    }

    @Test
    void showsOnlyWhatIsVisible() {
        assertThat(LIST.select(call(""), THINGS, each -> each.id() > 2)).extracting(Thing::id).containsExactly(4L, 3L);
    }

    @Test
    void filtersWithJsonLogic() {
        assertThat(filtered("{\"==\":[{\"var\":\"owner\"},\"ann\"]}")).isEqualTo(List.of(2L, 1L));
        assertThat(filtered("{\"==\":[{\"var\":\"id\"},2.0]}")).isEqualTo(List.of(2L));
        assertThat(filtered("{\"<\":[{\"var\":\"id\"},2]}")).isEqualTo(List.of(1L));
        assertThat(filtered("{\"<=\":[{\"var\":\"id\"},2]}")).isEqualTo(List.of(2L, 1L));
        assertThat(filtered("{\">\":[{\"var\":\"id\"},3]}")).isEqualTo(List.of(4L));
        assertThat(filtered("{\">=\":[{\"var\":\"id\"},3]}")).isEqualTo(List.of(4L, 3L));
        assertThat(filtered("{\"<=\":[2,{\"var\":\"id\"},3]}")).isEqualTo(List.of(3L, 2L));
        assertThat(filtered("{\"<=\":[\"2026-02-01\",{\"var\":\"updated_date\"},\"2026-03-01\"]}"))
                .isEqualTo(List.of(3L, 2L));
        assertThat(filtered("{\"in\":[{\"var\":\"id\"},[1,4]]}")).isEqualTo(List.of(4L, 1L));
        assertThat(filtered("{\"in\":[\"Alp\",{\"var\":\"name\"}]}")).isEqualTo(List.of(1L));
        assertThat(filtered("{\"in\":[\"ALP\",{\"var\":\"name\"}]}")).as("letter case counts").isEqualTo(List.of());
        assertThat(filtered("{\"var\":\"owner\"}")).as("which have one").isEqualTo(List.of(3L, 2L, 1L));
        assertThat(filtered("{\"!!\":{\"var\":\"owner\"}}")).isEqualTo(List.of(3L, 2L, 1L));
        assertThat(filtered("{\"!\":{\"var\":\"owner\"}}")).isEqualTo(List.of(4L));
        assertThat(filtered("{\"!\":{\"==\":[{\"var\":\"id\"},1]}}")).isEqualTo(List.of(4L, 3L, 2L));
        assertThat(filtered("{\"and\":[{\">\":[{\"var\":\"id\"},1]},{\"==\":[{\"var\":\"owner\"},\"ann\"]}]}"))
                .isEqualTo(List.of(2L));
        assertThat(filtered("{\"or\":[{\"==\":[{\"var\":\"id\"},1]},{\"==\":[{\"var\":\"id\"},4]}]}"))
                .isEqualTo(List.of(4L, 1L));
    }

    @Test
    void refusesFiltersThatItDoesNotKnow() {
        for (String filter : List.of("{broken", "{}", "[]", "2", "{\"foo\":[1,2]}", "{\"!!\":[{\"var\":\"id\"}]}",
                "{\"==\":[{\"var\":\"no_such\"},1]}", "{\"<\":[{\"var\":\"id\"},\"abc\"]}",
                "{\"and\":[]}", "{\"==\":[1,2]}", "{\"!\":null}")) {
            assertThatThrownBy(() -> filtered(filter)).as(filter).isInstanceOfSatisfying(Fault.class, fault -> {
                assertThat(fault.answer().status()).isEqualTo(400);
                assertThat(fault.answer().body()).asInstanceOf(InstanceOfAssertFactories.LIST).hasSize(1);
            });
        }
    }

    @Test
    void comparesTextsInALiteralList() {
        Listing<Thing> literal = Listing.literal(Field.text("owner", Thing::owner), Field.text("status", Thing::name));

        assertThat(literal.select(call("owner="), THINGS, any -> true)).isEmpty();
        assertThat(literal.select(call("owner=bob"), THINGS, any -> true)).extracting(Thing::id).containsExactly(3L);
        assertThat(literal.select(call("status=no-such-status"), THINGS, any -> true)).isEmpty();
        refusesStatus();
    }

    private static void refusesStatus() {
        Listing<Thing> strict = new Listing<>(Field.text("status", Thing::name));
        assertThatThrownBy(() -> strict.select(call("status=no-such-status"), THINGS, any -> true))
                .isInstanceOf(Fault.class);
    }
}
