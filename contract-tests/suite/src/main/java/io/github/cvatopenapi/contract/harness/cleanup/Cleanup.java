package io.github.cvatopenapi.contract.harness.cleanup;

import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.http.Call;
import io.github.cvatopenapi.contract.harness.http.Caller;
import io.github.cvatopenapi.spec.Contract;
import io.github.cvatopenapi.spec.Operation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes away what a run left behind: what one of its own names holds the id of the run in. Nothing else is touched. */
public final class Cleanup {

    /** The properties that the suite writes its names to. */
    private static final List<String> NAMES = List.of("name", "username", "slug", "display_name", "description");

    /** What has such a name; all else goes with one of these. */
    private static final Set<String> KINDS = Set.of("tasks", "webhooks", "projects", "cloudstorages", "organizations",
            "users", "auth");

    private static final int PAGE_SIZE = 100;

    private final Contract contract;
    private final List<Caller> callers;
    private final RunBucket bucket;
    private final String runId;
    private final List<String> left = new ArrayList<>();
    private int removed;

    /**
     * @param callers as whom things are removed, one after the other
     * @param bucket  where the run may have written, or null
     * @param runId   the id of the run that left them
     */
    public Cleanup(Contract contract, List<Caller> callers, RunBucket bucket, String runId) {
        this.contract = contract;
        this.callers = List.copyOf(callers);
        this.bucket = bucket;
        this.runId = runId;
    }

    /** How many things were removed. */
    public int removed() {
        return removed;
    }

    /**
     * Removes everything.
     *
     * @return one sentence for each thing that is still there
     */
    public List<String> removeAll() {
        for (Caller caller : callers) {
            contract.operations().stream()
                    .filter(operation -> operation.paged() && !operation.path().contains("{")
                            && KINDS.contains(operation.tag()))
                    .sorted(Comparator.comparingInt(operation -> ResourceRegistry.ORDER.indexOf(operation.tag())))
                    .forEach(list -> destroyer(list).ifPresent(destroy -> remove(caller, list, destroy)));
        }
        if (bucket != null) {
            left.addAll(bucket.removeAll());
            removed += bucket.removed();
        }
        return left;
    }

    private Optional<Operation> destroyer(Operation list) {
        return contract.operations().stream()
                .filter(each -> each.method().equals("DELETE") && each.path().equals(list.path() + "/{id}"))
                .findFirst();
    }

    private void remove(Caller caller, Operation list, Operation destroy) {
        for (Map<String, Object> thing : find(caller, list)) {
            Object id = thing.get("id");
            Answer answer = caller.call(destroy.id()).path(id).send();
            if (answer.status() < 300) {
                removed++;
            } else if (answer.status() != 404) {
                left.add(list.tag() + " " + id + " could not be removed (" + answer.status() + ")");
            }
        }
    }

    private List<Map<String, Object>> find(Caller caller, Operation list) {
        List<Map<String, Object>> found = new ArrayList<>();
        Answer page;
        int number = 1;
        do {
            Call call = caller.call(list.id()).query("page_size", PAGE_SIZE).query("page", number++);
            page = (list.parameter("query", "search").isPresent() ? call.query("search", runId) : call).send();
            page.results().stream().filter(this::named).forEach(found::add);
        } while (page.status() == 200 && page.at("next") != null);
        return found;
    }

    private boolean named(Map<String, Object> thing) {
        return NAMES.stream().anyMatch(name -> thing.get(name) instanceof String text && text.contains(runId));
    }
}
