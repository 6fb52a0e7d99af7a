package io.github.cvatopenapi.contract.harness.http;

import io.github.cvatopenapi.spec.Contract;
import io.github.cvatopenapi.spec.Operation;
import io.github.cvatopenapi.spec.Response;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Keeps some lists apart from what takes things out of them: a server can stumble over what is removed while it makes a
 * page, and that would be told of whatever check made the list. Lists may go together, and so may removals. Safe for
 * threads.
 */
final class Apart {

    /** A call that is under way; closed when it has ended. */
    interface Stay extends AutoCloseable {
        @Override
        void close();
    }

    private static final Stay FREE = () -> { };
    private static final int ACCEPTED = 202;

    private final Set<String> lists;
    private final Set<String> paths;
    private int listing;
    private int removing;

    /** @param lists the ids of those that are kept apart */
    Apart(Contract contract, Set<String> lists) {
        this.lists = Set.copyOf(lists);
        this.paths = lists.stream().map(id -> contract.operation(id).path() + "/").collect(Collectors.toSet());
    }

    /** Waits until the call may go out; {@code operation} may be null. */
    synchronized Stay enter(Operation operation) throws InterruptedException {
        if (operation != null && lists.contains(operation.id())) {
            while (removing > 0) {
                wait();
            }
            listing++;
            return () -> leave(1, 0);
        }
        if (operation != null && removes(operation)) {
            while (listing > 0) {
                wait();
            }
            removing++;
            return () -> leave(0, 1);
        }
        return FREE;
    }

    private synchronized void leave(int lists, int removals) {
        listing -= lists;
        removing -= removals;
        notifyAll();
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
