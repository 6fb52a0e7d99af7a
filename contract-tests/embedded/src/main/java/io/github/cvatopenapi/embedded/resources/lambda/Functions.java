package io.github.cvatopenapi.embedded.resources.lambda;

import io.github.cvatopenapi.embedded.engine.Answer;
import io.github.cvatopenapi.embedded.engine.Call;
import io.github.cvatopenapi.embedded.engine.Fault;
import io.github.cvatopenapi.embedded.engine.Json;
import io.github.cvatopenapi.embedded.resources.instance.Instance;
import io.github.cvatopenapi.embedded.resources.permissions.EntityLookup;
import io.github.cvatopenapi.embedded.resources.permissions.Permissions;
import io.github.cvatopenapi.embedded.store.Job;
import io.github.cvatopenapi.embedded.store.Label;
import io.github.cvatopenapi.embedded.store.Store;
import io.github.cvatopenapi.embedded.store.Task;
import io.github.cvatopenapi.spec.Trees;
import java.util.List;
import java.util.Map;

/** Functions that annotate. Without a function service every use of one is a 503. */
public final class Functions {

    private final Store store;
    private final Permissions permissions;
    /** Null where there is no function service. */
    private final FunctionCatalog catalog;

    public Functions(Instance instance) {
        this.store = instance.store;
        this.permissions = instance.permissions;
        this.catalog = instance.settings.functions() ? new FunctionCatalog() : null;
        instance.operations.on("lambda_list_functions", call -> Answer.ok(service().all()));
        instance.operations.on("lambda_retrieve_functions", call -> Answer.ok(function(call.word("func_id"))));
        instance.operations.on("lambda_create_functions", this::call);
    }

    private FunctionCatalog service() {
        if (catalog == null) {
            throw new Fault(Answer.json(503, "There is no function service that could be reached."));
        }
        return catalog;
    }

    /** The description of a function; 503 without a service, 404 for one that it has not. */
    Map<String, Object> function(String id) {
        Map<String, Object> function = service().get(id);
        if (function == null) {
            throw new Fault(Answer.json(404, "The function service has no function " + id));
        }
        return function;
    }

    private Answer call(Call call) {
        String id = call.word("func_id");
        Object content = call.content();
        Map<String, Object> sent = Trees.object(content instanceof Map ? content : Map.of());
        if (!(content instanceof Map) && content != Answer.NONE) {
            call.body(content);
        }
        Task task = task(id, sent);
        Permissions.require(permissions.sees(call.user(), sent.get("job") == null ? task : job(sent)));
        Map<String, Object> function = function(id);
        return Answer.ok(switch (String.valueOf(function.get("kind"))) {
            case "detector" -> Json.object("version", 0, "tags", List.of(),
                    "shapes", found(task, frame(id, task, sent), sent.get("mapping")), "tracks", List.of());
            case "interactor" -> {
                frame(id, task, sent);
                yield FunctionCatalog.OUTLINE;
            }
            default -> track(id, task, sent);
        });
    }

    private Job job(Map<String, Object> sent) {
        return EntityLookup.named(store.jobs, "Job", "job", sent);
    }

    private Task task(String function, Map<String, Object> sent) {
        if (sent.get("job") != null) {
            return job(sent).task;
        }
        if (sent.get("task") == null) {
            throw wrongArguments(function, sent.containsKey("task") ? "Task matching query does not exist." : "'task'");
        }
        return EntityLookup.named(store.tasks, "Task", "task", sent);
    }

    private static Fault wrongArguments(String function, String what) {
        return new Fault(Answer.json(400, "`" + function + "` lambda function was run with wrong arguments (" + what
                + ")"));
    }

    private static int frame(String function, Task task, Map<String, Object> sent) {
        if (!(sent.get("frame") instanceof Number frame)) {
            throw wrongArguments(function, "'frame'");
        }
        int size = task.data == null ? 0 : task.data.size();
        if (frame.doubleValue() < 0 || frame.doubleValue() >= size) {
            throw Fault.list("Invalid frame '" + frame + "'. The frame number should be in the [0, " + size
                    + "] range");
        }
        return frame.intValue();
    }

    /**
     * What the detector finds in a frame: shapes under the label of the task that the mapping, or else the name, leads
     * to.
     */
    List<Map<String, Object>> found(Task task, int frame, Object mapping) {
        Label label = label(task, mapping);
        return label == null ? List.of() : List.of(Json.object("type", "rectangle", "occluded", false, "outside",
                false, "z_order", 0L,
                "rotation", 0.0, "points", FunctionCatalog.FOUND_POINTS, "id", null, "frame", (long) frame, "label_id",
                        label.id,
                "group", null, "source", "auto", "score", 1.0, "attributes", List.of()));
    }

    private Label label(Task task, Object mapping) {
        String name = FunctionCatalog.FOUND_LABEL;
        if (mapping != null) {
            Object entry = mapping instanceof Map ? Trees.object(mapping).get(name) : null;
            if (!(mapping instanceof Map) || entry != null && !(entry instanceof Map && Trees.object(entry)
                    .get("name") instanceof String)) {
                throw Fault.field("mapping", "Expected a dictionary of labels, each with a name.");
            }
            if (entry == null) {
                return null;
            }
            name = (String) Trees.object(entry).get("name");
        }
        String wanted = name;
        Label label = store.labelsOf.get(task.labels()).stream().filter(each -> each.parent == null
                && each.name.equals(wanted))
                .findFirst().orElse(null);
        if (label == null && mapping != null) {
            throw Fault.list("The task has no label " + wanted);
        }
        return label;
    }

    /** Objects stay where they are. The server failed with 500 where there are not as many states as shapes. */
    private static Map<String, Object> track(String function, Task task, Map<String, Object> sent) {
        frame(function, task, sent);
        List<Object> shapes = list(sent, "shapes");
        List<Object> states = list(sent, "states");
        if (shapes.size() != states.size()) {
            throw Fault.field("states", "There must be a state for each shape.");
        }
        return Json.object("shapes", shapes, "states", states);
    }

    private static List<Object> list(Map<String, Object> sent, String name) {
        if (sent.get(name) != null && !(sent.get(name) instanceof List)) {
            throw Fault.field(name, "Expected a list of items.");
        }
        return Trees.list(sent.get(name));
    }
}
