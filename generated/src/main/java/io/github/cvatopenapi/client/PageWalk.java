package io.github.cvatopenapi.client;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;

/**
 * Walks from page to page while the list changes. What appears pushes items on to the next page, where they would come
 * twice: each id is given out once. What vanishes draws items up to pages that were read already, where they would be
 * missed: when the count has fallen, the walk goes back as far as they can have moved.
 */
final class PageWalk<T> implements Iterator<T> {

    private static final int NOT_FOUND = 404;

    /** So often the walk goes back without finding anything new: a list that never rests must not hold it for ever. */
    private static final int MOST_FRUITLESS = 10;

    /** Reads a page by its number, from 1. */
    interface Source<T> {
        Page<T> read(int number);
    }

    private final Source<T> source;
    private final int first;
    private final int size;
    private final Set<Object> seen = new HashSet<>();
    private final Deque<T> ready = new ArrayDeque<>();
    private int next;
    private int count = -1;
    private int steppedBack;
    private int fruitless;
    private boolean ended;

    PageWalk(Source<T> source, int first, int size) {
        this.source = source;
        this.first = first;
        this.next = first;
        this.size = size;
    }

    @Override
    public boolean hasNext() {
        while (ready.isEmpty() && !ended) {
            advance();
        }
        return !ready.isEmpty();
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return ready.remove();
    }

    private void advance() {
        Page<T> page;
        try {
            page = source.read(next);
        } catch (CvatException e) {
            if (e.status() == NOT_FOUND && next > first) {
                stepBack();
                return;
            }
            throw e;
        }
        int back = fall(page) - steppedBack;
        steppedBack = 0;
        if (back > 0 && next > first && fruitless < MOST_FRUITLESS) {
            // What this page holds comes again, in its place, when the walk is here again.
            fruitless++;
            next = Math.max(first, next - back);
            return;
        }
        for (T item : page.getResults()) {
            if (seen.add(Identity.of(item))) {
                ready.add(item);
                fruitless = 0;
            }
        }
        if (page.getNext() == null) {
            ended = true;
        } else {
            next++;
        }
    }

    /** The list has become so short that this page is gone; what it held may have moved up. */
    private void stepBack() {
        if (steppedBack == 0 && ++fruitless > MOST_FRUITLESS) {
            ended = true;
        }
        next--;
        steppedBack++;
    }

    /** Over how many pages items can have moved up since the page before was read. */
    private int fall(Page<T> page) {
        if (page.getCount() == null) {
            return 0;
        }
        int vanished = Math.max(0, count - page.getCount());
        count = page.getCount();
        return (vanished + size - 1) / size;
    }
}
