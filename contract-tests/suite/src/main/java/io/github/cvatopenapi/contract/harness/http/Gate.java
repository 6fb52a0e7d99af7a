package io.github.cvatopenapi.contract.harness.http;

import io.github.cvatopenapi.spec.Contract;
import io.github.cvatopenapi.spec.Operation;
import io.github.cvatopenapi.spec.Response;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;

/**
 * Lets calls out, so many at once and in the order in which they came. Some lists it keeps apart from what takes things
 * out of them: a server can stumble over what is removed while it makes a page, and that would be told of whatever
 * check made the list. Lists may go together, and so may removals. Safe for threads.
 */
final class Gate {

    /** A call that is under way; closed when it has ended. */
    interface Way extends AutoCloseable {
        @Override
        void close();
    }

    private enum Kind {
        LIST, REMOVAL, OTHER;

        boolean disturbs(Kind other) {
            return this == LIST && other == REMOVAL || this == REMOVAL && other == LIST;
        }
    }

    /** A call that may not go out yet. */
    private record Waiting(Kind kind, CountDownLatch out) {
    }

    private static final int ACCEPTED = 202;

    private final Set<String> lists;
    private final Set<String> paths;
    private final Map<Kind, Integer> underWay = new EnumMap<>(Kind.class);
    private final List<Waiting> waiting = new ArrayList<>();
    private int free;

    /**
     * @param atOnce how many calls may be under way
     * @param lists  the ids of those that are kept apart
     */
    Gate(Contract contract, int atOnce, Set<String> lists) {
        this.free = atOnce;
        this.lists = Set.copyOf(lists);
        this.paths = lists.stream().map(id -> contract.operation(id).path() + "/").collect(Collectors.toSet());
    }

    /**
     * Waits until the call may go out.
     *
     * @param operation what is called, or null where that keeps it from nothing
     */
    Way enter(Operation operation) throws InterruptedException {
        Waiting call = new Waiting(kind(operation), new CountDownLatch(1));
        synchronized (this) {
            waiting.add(call);
            letOut();
        }
        try {
            call.out.await();
        } catch (InterruptedException e) {
            giveUp(call);
            throw e;
        }
        return () -> left(call.kind);
    }

    private synchronized void giveUp(Waiting call) {
        if (!waiting.remove(call)) {
            left(call.kind);
        }
    }

    private synchronized void left(Kind kind) {
        free++;
        underWay.merge(kind, -1, Integer::sum);
        letOut();
    }

    /** Lets out who may go; nobody gets ahead of whom it would disturb. */
    private void letOut() {
        Set<Kind> held = EnumSet.noneOf(Kind.class);
        for (Iterator<Waiting> each = waiting.iterator(); free > 0 && each.hasNext();) {
            Waiting next = each.next();
            boolean disturbs = underWay.entrySet().stream()
                    .anyMatch(other -> other.getValue() > 0 && next.kind.disturbs(other.getKey()));
            if (disturbs || held.stream().anyMatch(next.kind::disturbs)) {
                held.add(next.kind);
            } else {
                each.remove();
                free--;
                underWay.merge(next.kind, 1, Integer::sum);
                next.out.countDown();
            }
        }
    }

    private Kind kind(Operation operation) {
        return operation == null ? Kind.OTHER
                : lists.contains(operation.id()) ? Kind.LIST : removes(operation) ? Kind.REMOVAL : Kind.OTHER;
    }

    /** Whether something may go from a list: removed, ended, or replaced as work is by the same work. */
    private boolean removes(Operation operation) {
        return switch (operation.method()) {
            case "DELETE" -> operation.path().endsWith("}");
            case "POST" -> paths.stream().anyMatch(operation.path()::startsWith)
                    || operation.response(ACCEPTED).filter(Response::declared).isPresent();
            default -> false;
        };
    }
}
