package io.github.cvatopenapi.client;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import okhttp3.HttpUrl;
import okhttp3.Request;
import retrofit2.Invocation;

/** Makes the pages' calls from one call of a list operation, by setting its page and page size. */
final class PagedListing<T> implements Listing<T> {

    static final int DEFAULT_SIZE = 100;

    private static final String PAGE = "page";
    private static final String PAGE_SIZE = "page_size";

    private final Calls calls;
    private final Request first;
    private final Type type;
    private final int size;

    private PagedListing(Calls calls, Request first, Type type, int size) {
        this.calls = calls;
        this.first = first;
        this.type = type;
        this.size = size;
    }

    /**
     * A listing from the page and with the page size that the call has; from the first, by hundreds, where it has none.
     */
    static <T> PagedListing<T> of(Calls calls, Request call) {
        Invocation invocation = call.tag(Invocation.class);
        if (invocation == null || !(invocation.method().getGenericReturnType() instanceof ParameterizedType answer)) {
            throw new IllegalArgumentException("not a call of a generated list operation: " + Operations.name(call));
        }
        return new PagedListing<>(
                calls, call, answer.getActualTypeArguments()[0], number(call.url(), PAGE_SIZE, DEFAULT_SIZE));
    }

    private static int number(HttpUrl url, String name, int otherwise) {
        String value = url.queryParameter(name);
        return value == null ? otherwise : Integer.parseInt(value);
    }

    @Override
    public Listing<T> pageSize(int pageSize) {
        if (pageSize < 1) {
            throw new IllegalArgumentException("the page size must be at least 1, not " + pageSize);
        }
        return new PagedListing<>(calls, first, type, pageSize);
    }

    @Override
    public Iterator<T> iterator() {
        return new PageWalk<>(this::page, number(first.url(), PAGE, 1), size);
    }

    @Override
    public Stream<T> stream() {
        int order = Spliterator.ORDERED | Spliterator.NONNULL;
        return StreamSupport.stream(() -> Spliterators.spliteratorUnknownSize(iterator(), order), order, false);
    }

    private Page<T> page(int number) {
        HttpUrl url = first.url().newBuilder()
                .setQueryParameter(PAGE, Integer.toString(number))
                .setQueryParameter(PAGE_SIZE, Integer.toString(size))
                .build();
        Page<T> page = calls.read(first.newBuilder().url(url).build(), type);
        if (page == null || page.getResults() == null) {
            throw new CvatException(Operations.name(first), "the answer is no page of a list", "", null);
        }
        HttpUrl next = page.getNext() == null ? null : HttpUrl.parse(page.getNext());
        if (next != null && number(next, PAGE, number + 1) <= number) {
            throw new CvatException(Operations.name(first), "the page after page " + number + " is said to be "
                    + next.queryParameter(PAGE) + ", so that the list has no end", "", null);
        }
        return page;
    }
}
