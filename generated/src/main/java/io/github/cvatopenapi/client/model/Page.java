package io.github.cvatopenapi.client.model;

import java.util.List;

/**
 * A page of a list.
 *
 * @param <T> what is listed
 */
public interface Page<T> {

    /** How many there are on all pages. */
    Integer getCount();

    /** The absolute URL of the next page; null on the last. */
    String getNext();

    /** The absolute URL of the previous page; null on the first. */
    String getPrevious();

    /** What is on this page. */
    List<T> getResults();
}
