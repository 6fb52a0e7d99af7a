package io.github.cvatopenapi.contract.harness.cleanup;

import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.http.Caller;
import io.github.cvatopenapi.contract.harness.http.Exchange;
import io.github.cvatopenapi.contract.harness.http.LostCalls;
import io.github.cvatopenapi.contract.harness.http.Unreachable;
import io.github.cvatopenapi.spec.Contract;
import io.github.cvatopenapi.spec.Operation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Everything that a run made, so that it can be taken away: what is part of others before them, and of a kind last made
 * first. What an operation makes that has a destroy operation beside it registers itself with the answer that tells its
 * id, before anybody can use it. Safe for threads.
 */
public final class ResourceRegistry {

    /** An asset goes with its guide, and a server cannot take it away by itself (deviation asset-never-removed). */
    private static final Set<String> GOES_WITH_ITS_OWNER = Set.of("assets_destroy");

    /** Tokens go with the account that made them. */
    private static final String OF_AN_ACCOUNT = "auth_destroy_access_tokens";

    /** The path of one of many: that of the many, and the parameter that tells which. */
    private static final Pattern OF_ONE = Pattern.compile("(.*)/\\{([a-z_]+)}");

    /** The tag of tokens, by which the others are taken away: they go last, one after the other. */
    private static final String TOKENS = "auth";

    /** In this order kinds go, parts before what they are of; all others before them. */
    static final List<String> ORDER = List.of("comments", "issues", "guides", "invitations", "memberships", "jobs",
            "tasks", "webhooks", "projects", "cloudstorages", "organizations", "users", TOKENS);

    /**
     * One resource, and how it is taken away.
     *
     * @param kind the tag of the operation that takes it away
     * @param name tells it from others of its kind
     */
    public record Resource(String kind, Object name, Supplier<Answer> removal) {

        @Override
        public String toString() {
            return kind + " " + name;
        }

        Answer remove() {
            return LostCalls.retry(removal, answer -> answer.exchange().byGateway(), (failures, last) -> { });
        }
    }

    /** What is still there: with which status its removal was answered, 0 where it was not. */
    private record Stay(Resource resource, int status, String why) {
    }

    /** The operation that takes away what a POST to the path makes, by path. */
    private final Map<String, Operation> destroyers;
    private final Contract contract;
    private final Deque<Resource> resources = new ArrayDeque<>();
    private final Set<String> accounts = ConcurrentHashMap.newKeySet();
    private volatile Consumer<Resource> onAdd = resource -> { };

    public ResourceRegistry(Contract contract) {
        this.contract = contract;
        destroyers = contract.operations().stream().filter(each -> each.method().equals("DELETE")
                && !GOES_WITH_ITS_OWNER.contains(each.id()) && OF_ONE.matcher(each.path()).matches())
                .collect(Collectors.toMap(each -> OF_ONE.matcher(each.path()).replaceFirst("$1"), each -> each));
    }

    /** Registers what an exchange made, if it made anything that can be removed. */
    public void register(Exchange exchange, Answer answer, Caller caller) {
        if (exchange.operation() == null || !exchange.method().equals("POST") || answer.status() != 201) {
            return;
        }
        Operation destroy = destroyers.get(exchange.operation().path());
        Object key = destroy == null ? null : answer.at(OF_ONE.matcher(destroy.path()).replaceFirst("$2"));
        if (key != null && !(destroy.id().equals(OF_AN_ACCOUNT) && accounts.contains(caller.username()))) {
            add(destroy, key, caller);
        }
    }

    /**
     * Registers what came about another way than by its create operation.
     *
     * @param destroy the id of the operation that takes it away
     * @param key     what that takes in its path
     */
    public void add(String destroy, Object key, Caller caller) {
        add(contract.operation(destroy), key, caller);
    }

    private void add(Operation destroy, Object key, Caller caller) {
        add(destroy.tag(), shown(key), () -> caller.call(destroy.id()).path(shown(key)).send());
    }

    /** Registers an account, with which goes what is only its own. */
    public void addAccount(String username, Supplier<Answer> removal) {
        accounts.add(username);
        add("users", username, removal);
    }

    /** Registers what no destroy operation beside its create operation takes away. */
    public void add(String kind, Object name, Supplier<Answer> removal) {
        Resource resource = new Resource(kind, name, removal);
        synchronized (resources) {
            resources.push(resource);
        }
        onAdd.accept(resource);
    }

    /** Told each resource as it is registered, in the thread that makes it. */
    public void onAdd(Consumer<Resource> consumer) {
        onAdd = consumer;
    }

    /** Takes away some of it, last made first; what stays is tried again at the end. */
    public void remove(List<Resource> some) {
        for (int i = some.size() - 1; i >= 0; i--) {
            try {
                if (gone(some.get(i).remove().status())) {
                    synchronized (resources) {
                        resources.remove(some.get(i));
                    }
                }
            } catch (Unreachable e) {
                return; // the others would not be reached either
            }
        }
    }

    /** What the run removed itself, or what went with something else, is answered with 404 or 403. */
    private static boolean gone(int status) {
        return status < 500 && status != 400 && status != 401 && status != 429;
    }

    private static Object shown(Object key) {
        return key instanceof Number number ? number.longValue() : key;
    }

    /**
     * Takes everything away.
     *
     * @param atOnce how many of a kind are taken away at once
     * @return one sentence for each resource that is still there
     */
    public List<String> removeAll(int atOnce) {
        Map<Integer, List<Resource>> byTurn = new TreeMap<>();
        Resource next;
        while ((next = next()) != null) {
            byTurn.computeIfAbsent(ORDER.indexOf(next.kind), turn -> new ArrayList<>()).add(next);
        }
        List<String> left = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(atOnce);
        try {
            byTurn.forEach((turn, some) -> {
                boolean alone = turn < 0 || turn == ORDER.indexOf(TOKENS);
                for (Stay each : alone ? oneByOne(some) : atOnce(some, threads)) {
                    // what went at once may have been in the way of one another
                    Stay still = !alone && each.status() >= 500 ? takeAway(each.resource()) : each;
                    if (still != null) {
                        left.add(still.resource() + " could not be removed (" + still.why() + ")");
                    }
                }
            });
        } finally {
            threads.shutdown();
        }
        return List.copyOf(left);
    }

    private static List<Stay> oneByOne(List<Resource> some) {
        return some.stream().map(ResourceRegistry::takeAway).filter(Objects::nonNull).toList();
    }

    private static List<Stay> atOnce(List<Resource> some, ExecutorService threads) {
        List<CompletableFuture<Stay>> stays = some.stream()
                .map(each -> CompletableFuture.supplyAsync(() -> takeAway(each), threads)).toList();
        return stays.stream().map(CompletableFuture::join).filter(Objects::nonNull).toList();
    }

    /** Takes one away; null where it is gone. */
    private static Stay takeAway(Resource resource) {
        try {
            int status = resource.remove().status();
            return gone(status) ? null : new Stay(resource, status, String.valueOf(status));
        } catch (RuntimeException e) {
            return new Stay(resource, 0, e.getMessage());
        }
    }

    /** Leaves everything where it is, as a run does that is killed; for tests. */
    public void forget() {
        synchronized (resources) {
            resources.clear();
        }
    }

    private Resource next() {
        synchronized (resources) {
            return resources.poll();
        }
    }
}
