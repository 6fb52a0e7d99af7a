package io.github.cvatopenapi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cvatopenapi.client.model.TaskRead;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Walking a list over its pages, while it stays and while it changes. */
class ListingTest extends ServerFixture {

    /** The ids of the tasks that the server has, in the list's order. */
    private final List<Integer> tasks = new CopyOnWriteArrayList<>();
    private final List<String> targets = new CopyOnWriteArrayList<>();

    @BeforeEach
    void serveTasks() {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                targets.add(request.getTarget());
                return page(request.getUrl()).build();
            }
        });
    }

    /** As CVAT does it: 404 beyond the end, and an empty first page for an empty list. */
    private MockResponse.Builder page(HttpUrl url) {
        int page = Integer.parseInt(url.queryParameter("page"));
        int size = Integer.parseInt(url.queryParameter("page_size"));
        List<Integer> now = List.copyOf(tasks);
        int from = (page - 1) * size;
        if (page < 1 || from > 0 && from >= now.size()) {
            return json(404, "{\"detail\": \"Invalid page.\"}");
        }
        int to = Math.min(now.size(), from + size);
        String results = now.subList(from, to).stream().map(id -> "{\"id\": " + id + "}")
                .collect(Collectors.joining(","));
        String next = to < now.size() ? "\"http://elsewhere.example/api/tasks?page=" + (page + 1) + "\"" : "null";
        return json(200, "{\"count\": " + now.size() + ", \"next\": " + next + ", \"previous\": null, \"results\": ["
                + results + "]}");
    }

    private void serve(int first, int last) {
        IntStream.rangeClosed(first, last).forEach(tasks::add);
    }

    private static List<Integer> numbers(int first, int last) {
        return IntStream.rangeClosed(first, last).boxed().toList();
    }

    private static List<Integer> ids(Iterator<TaskRead> items, int count) {
        List<Integer> ids = new ArrayList<>();
        while (ids.size() < count && items.hasNext()) {
            ids.add(items.next().getId());
        }
        return ids;
    }

    private Iterator<TaskRead> byFours(CvatClient client) {
        return client.list(client.tasks().tasksList()).pageSize(4).iterator();
    }

    @Test
    void wholeListInOrder() {
        serve(1, 10);
        try (CvatClient client = settings().build()) {
            assertThat(ids(byFours(client), 99)).isEqualTo(numbers(1, 10));
        }
        assertThat(targets).containsExactly(
                "/api/tasks?page=1&page_size=4", "/api/tasks?page=2&page_size=4", "/api/tasks?page=3&page_size=4");
    }

    @Test
    void fullLastPageIsTheEnd() {
        serve(1, 8);
        try (CvatClient client = settings().build()) {
            assertThat(ids(byFours(client), 99)).isEqualTo(numbers(1, 8));
        }
        assertThat(targets).hasSize(2);
    }

    @Test
    void serverThatAlwaysAnswersTheFirstPageIsNotAskedForEver() {
        serve(1, 10);
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return page(request.getUrl().newBuilder().setQueryParameter("page", "1").build()).build();
            }
        });
        try (CvatClient client = settings().build()) {
            assertThatThrownBy(() -> ids(byFours(client), 99)).isInstanceOf(CvatException.class)
                    .hasMessageContaining("the list has no end");
        }
    }

    @Test
    void emptyListIsOneCall() {
        try (CvatClient client = settings().build()) {
            Iterator<TaskRead> items = byFours(client);
            assertThat(items.hasNext()).isFalse();
            assertThat(items.hasNext()).isFalse();
            assertThatThrownBy(items::next).isInstanceOf(NoSuchElementException.class);
        }
        assertThat(targets).hasSize(1);
    }

    @Test
    void pagesAreReadWhenAskedFor() {
        serve(1, 10);
        try (CvatClient client = settings().build()) {
            Listing<TaskRead> listing = client.list(client.tasks().tasksList()).pageSize(4);
            assertThat(targets).isEmpty();
            assertThat(listing.stream().limit(3).map(TaskRead::getId)).containsExactly(1, 2, 3);
            assertThat(targets).hasSize(1);
            assertThat(listing.stream().count()).isEqualTo(10);
        }
    }

    @Test
    void callsOwnParametersStay() {
        serve(1, 3);
        try (CvatClient client = settings().organization(9).build()) {
            client.list(client.tasks().tasksList(o -> o.search("a b").page(2).pageSize(2))).forEach(task -> { });
        }
        assertThat(targets).containsExactly("/api/tasks?search=a%20b&page=2&page_size=2&org_id=9");
    }

    @Test
    void hundredsIfNotTold() {
        try (CvatClient client = settings().build()) {
            client.list(client.tasks().tasksList()).forEach(task -> { });
        }
        assertThat(targets).containsExactly("/api/tasks?page=1&page_size=100");
    }

    @Test
    void whatAppearsInFrontBringsNothingTwice() {
        serve(1, 8);
        try (CvatClient client = settings().build()) {
            Iterator<TaskRead> items = byFours(client);
            List<Integer> seen = ids(items, 4);
            tasks.add(0, 100);
            tasks.add(0, 101);
            seen.addAll(ids(items, 99));
            assertThat(seen).isEqualTo(numbers(1, 8));
        }
    }

    @Test
    void whatVanishesInFrontHidesNothing() {
        serve(1, 16);
        try (CvatClient client = settings().build()) {
            Iterator<TaskRead> items = byFours(client);
            List<Integer> seen = ids(items, 4);
            tasks.removeAll(List.of(1, 2));
            seen.addAll(ids(items, 4));
            tasks.removeAll(List.of(3, 4, 5, 6, 7));
            seen.addAll(ids(items, 99));
            assertThat(seen).containsAll(numbers(8, 16)).doesNotHaveDuplicates();
        }
    }

    @Test
    void everyItemThatStaysIsSeenWhateverVanishes() {
        serve(1, 60);
        try (CvatClient client = settings().build()) {
            Iterator<TaskRead> items = byFours(client);
            List<Integer> seen = new ArrayList<>();
            for (int odd = 1; items.hasNext(); odd += 2) {
                seen.add(items.next().getId());
                tasks.remove(Integer.valueOf(odd));
            }
            assertThat(seen).containsAll(IntStream.rangeClosed(1, 30).mapToObj(i -> 2 * i).toList())
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void pageThatVanishedIsTheEnd() {
        serve(1, 8);
        try (CvatClient client = settings().build()) {
            Iterator<TaskRead> items = byFours(client);
            List<Integer> seen = ids(items, 4);
            tasks.removeAll(numbers(5, 8));
            seen.addAll(ids(items, 99));
            assertThat(seen).isEqualTo(numbers(1, 4));
        }
    }

    @Test
    void listThatMovedOntoFewerPagesIsReadToItsEnd() {
        serve(1, 12);
        try (CvatClient client = settings().build()) {
            Iterator<TaskRead> items = byFours(client);
            List<Integer> seen = ids(items, 8);
            tasks.removeAll(numbers(1, 6));
            seen.addAll(ids(items, 99));
            assertThat(seen).isEqualTo(numbers(1, 12));
        }
    }

    @Test
    void listThatNeverRestsIsReadToItsEndNonetheless() {
        serve(1, 12);
        AtomicInteger reads = new AtomicInteger();
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                if (reads.incrementAndGet() % 2 == 0) {
                    tasks.remove(Integer.valueOf(99));
                } else {
                    tasks.add(99);
                }
                return page(request.getUrl()).build();
            }
        });
        try (CvatClient client = settings().build()) {
            assertThat(ids(byFours(client), 99)).containsAll(numbers(1, 12)).doesNotHaveDuplicates();
        }
        assertThat(reads).hasValueLessThan(60);
    }

    @Test
    void failureIsThatOfCalls() {
        try (CvatClient client = settings().build()) {
            Iterator<TaskRead> items = client.list(client.tasks().tasksList(o -> o.page(7))).iterator();
            assertThatThrownBy(items::hasNext).isInstanceOf(CvatException.class)
                    .hasMessage("GET /api/tasks: 404: Invalid page.");
        }
    }

    @Test
    void answerThatIsNoPage() {
        server.setDispatcher(new mockwebserver3.QueueDispatcher());
        answer(json(200, "{}"));
        try (CvatClient client = settings().build()) {
            Iterator<TaskRead> items = byFours(client);
            assertThatThrownBy(items::hasNext).hasMessageEndingWith("GET /api/tasks: the answer is no page of a list");
        }
    }

    @Test
    void pageSizeMustBePositive() {
        try (CvatClient client = settings().build()) {
            assertThatThrownBy(() -> client.list(client.tasks().tasksList()).pageSize(0))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
