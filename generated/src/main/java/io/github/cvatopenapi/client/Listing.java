package io.github.cvatopenapi.client;

import java.util.Iterator;
import java.util.stream.Stream;

/**
 * The items of a list operation, over all its pages. Pages are read when their first item is asked for, and no page is
 * read that cannot have an item. Each iterator and each stream starts at the beginning.
 *
 * <p>Safe while the list changes: no item comes twice, and when the list's count tells that items vanished, the pages
 * into which others moved up are read again. Only items that appear in the same moment in which as many vanish can hide
 * such a move. Remembers the ids it gave out, until the iterator is dropped.
 *
 * <p>A failing call shows as a {@link CvatException} from {@code hasNext}, {@code next} or the stream. Listings may be
 * shared between threads, their iterators and streams not.
 *
 * @param <T> what the list holds
 */
public interface Listing<T> extends Iterable<T> {

    /**
     * The same listing with another page size.
     *
     * @param size how many items to ask for at a time, at least 1
     * @return a new listing
     * @throws IllegalArgumentException if the size is less than 1
     */
    Listing<T> pageSize(int size);

    /**
     * The items one after the other.
     *
     * @return a sequential stream in the list's order; it need not be closed
     */
    Stream<T> stream();

    @Override
    Iterator<T> iterator();
}
