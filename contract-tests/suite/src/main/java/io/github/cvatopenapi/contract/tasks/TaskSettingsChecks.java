package io.github.cvatopenapi.contract.tasks;

import io.github.cvatopenapi.contract.harness.generic.CheckPlan;
import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Run;
import java.util.Map;

/** What holds for the settings of quality and of consensus alike. */
public final class TaskSettingsChecks {

    private TaskSettingsChecks() {
    }

    /** The checks for settings of a tag. */
    public static void add(CheckPlan plan, Run run, TaskSettings settings) {
        String tag = settings.tag();
        plan.add(tag + "_retrieve_settings", Rule.AUTH_FOREIGN, "", "somebody else cannot read the settings",
                () -> run.second().call(tag + "_retrieve_settings").path(run.get(settings.shared())).expect(403)
                        .readableError());
        plan.add(tag + "_partial_update_settings", Rule.AUTH_FOREIGN, "", "somebody else cannot change the settings",
                () -> foreignChange(run, settings));
        plan.add("tasks_destroy", Rule.LIFECYCLE_CASCADE, tag + " settings",
                "the settings of a removed task are gone", () -> removed(run, settings));
        plan.add(tag + "_list_settings", Rule.DOC_SEARCH, "", "a search for what there is not finds nothing",
                () -> search(run, settings));
    }

    private static void foreignChange(Run run, TaskSettings settings) {
        long id = run.get(settings.shared());
        Answer before = settings.read(run, id);
        run.second().call(settings.tag() + "_partial_update_settings").path(id).json(Map.of("iou_threshold", 0.9))
                .expect(403).readableError();
        settings.read(run, id).sameAs(before);
    }

    private static void removed(Run run, TaskSettings settings) {
        long task = settings.makeTask(run);
        long id = settings.of(run, task);
        run.main().call("tasks_destroy").path(task).expect(204);
        run.main().call(settings.tag() + "_retrieve_settings").path(id).expect(404).readableError();
    }

    private static void search(Run run, TaskSettings settings) {
        run.get(settings.shared());
        run.main().call(settings.tag() + "_list_settings").query("task_id", run.get(settings.task()))
                .query("search", "zzz-nothing-" + run.names().runId()).expect(200).has("count", 0);
    }
}
