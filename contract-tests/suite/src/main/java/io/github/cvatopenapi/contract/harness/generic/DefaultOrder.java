package io.github.cvatopenapi.contract.harness.generic;

import java.util.Comparator;

/** In which order a list comes that is not asked to sort. */
enum DefaultOrder {

    NEWEST_FIRST("the newest first", Comparator.reverseOrder()),

    OLDEST_FIRST("the oldest first", Comparator.naturalOrder()),

    /** It was never seen with enough in it. */
    NOT_OBSERVED("any order", null);

    private final String words;
    private final Comparator<Comparable<Object>> order;

    DefaultOrder(String words, Comparator<Comparable<Object>> order) {
        this.words = words;
        this.order = order;
    }

    String words() {
        return words;
    }

    Comparator<Comparable<Object>> order() {
        return order;
    }
}
