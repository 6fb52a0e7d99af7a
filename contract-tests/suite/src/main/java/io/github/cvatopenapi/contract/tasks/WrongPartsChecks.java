package io.github.cvatopenapi.contract.tasks;

import io.github.cvatopenapi.contract.harness.http.Call;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Check;
import io.github.cvatopenapi.contract.harness.run.Run;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Parts of bodies that servers look at before they look at the body: they are refused as the rest is. */
public final class WrongPartsChecks {

    private static final Map<String, Object> NO_NUMBER = Map.of("location", "cloud_storage", "cloud_storage_id", "abc");

    private static final Map<String, Object> OF_NOBODY =
            Map.of("location", "cloud_storage", "cloud_storage_id", 987_654_321);

    private static final String STORAGE = "text for a cloud storage";

    private static final String ATTRIBUTE = "attribute without value";

    /** A project or task whose files are in storages that there are not. */
    public static Map<String, Object> placed(Run run) {
        return Map.of("name", run.name("nowhere"), "source_storage", NO_NUMBER, "target_storage", OF_NOBODY);
    }

    @Check(operation = "tasks_create", rule = Rule.ERROR_INPUT, caseName = STORAGE)
    void aTaskIsInNoStorageWithoutANumber(Run run) {
        run.main().call("tasks_create").json(placed(run)).send().readableError();
    }

    @Check(operation = "tasks_partial_update", rule = Rule.ERROR_INPUT, caseName = STORAGE)
    void aTaskGoesToNoStorageWithoutANumber(Run run) {
        long task = run.get(TaskFixtures.WITH_IMAGES);
        run.main().call("tasks_partial_update").path(task).json(placed(run)).send().readableError();
    }

    private static void refused(Run run, long task, Call call) {
        Object label = run.main().call("labels_list").query("task_id", task).expect(200).at("results.0.id");
        Map<String, Object> shape = new LinkedHashMap<>(LabelledTask.bare(label, 0));
        List<Object> attributes = new ArrayList<>(List.of(Map.of()));
        attributes.add(null);
        shape.put("attributes", attributes);
        call.json(LabelledTask.sheet(List.of(), List.of(shape), List.of())).send().readableError();
    }

    @Check(operation = "jobs_update_annotations", rule = Rule.ERROR_INPUT, caseName = ATTRIBUTE)
    void aShapeOfAJobHasNoAttributeWithoutAValue(Run run) {
        long task = run.get(TaskFixtures.WITH_IMAGES);
        refused(run, task, run.main().call("jobs_update_annotations").path(TaskFixtures.jobs(run, task).get(0)));
    }

    @Check(operation = "tasks_partial_update_annotations", rule = Rule.ERROR_INPUT, caseName = ATTRIBUTE)
    void aShapeOfATaskHasNoAttributeWithoutAValue(Run run) {
        long task = run.get(TaskFixtures.WITH_IMAGES);
        refused(run, task, run.main().call("tasks_partial_update_annotations").path(task).query("action", "create"));
    }
}
