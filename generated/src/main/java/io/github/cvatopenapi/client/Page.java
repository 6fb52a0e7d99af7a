package io.github.cvatopenapi.client;

import java.util.List;

/**
 * One page of a list operation. Every generated type that holds a page implements it, so that
 * {@code CvatClient.list} can walk any list.
 *
 * @param <T> what the list holds
 */
public interface Page<T> {

    /**
     * How many items the list had when this page was read, over all its pages.
     *
     * @return the number of items; null only when the server left it out
     */
    Integer getCount();

    /**
     * The address of the page after this one.
     *
     * @return an absolute address, or null on the last page
     */
    String getNext();

    /**
     * The items of this page.
     *
     * @return the items in the order of the list
     */
    List<T> getResults();
}
