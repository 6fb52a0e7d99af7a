package io.github.cvatopenapi.contract.quality;

import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Check;
import io.github.cvatopenapi.contract.harness.run.Run;
import io.github.cvatopenapi.contract.projects.ProjectFixtures;
import io.github.cvatopenapi.contract.tasks.TaskFixtures;
import java.util.LinkedHashMap;
import java.util.Map;

/** How quality is measured: settings that every project and task has. */
final class QualitySettingsChecks {

    /** What settings are before anybody changes them. */
    private static final Map<String, Object> BEGINNING = Map.of("iou_threshold", 0.4, "low_overlap_threshold", 0.8,
            "target_metric", "accuracy", "target_metric_threshold", 0.7, "max_validations_per_job", 0, "inherit", true,
            "point_size_base", "group_bbox_size", "job_filter", "", "empty_is_annotated", false, "compare_groups",
                    true);

    /** Other values for everything that can be set, but for {@code job_filter}. */
    private static final Map<String, Object> OTHERWISE = otherwise();

    private static Map<String, Object> otherwise() {
        Map<String, Object> values = new LinkedHashMap<>();
        for (String number : new String[] {"iou_threshold", "low_overlap_threshold", "target_metric_threshold",
                "oks_sigma",
            "line_thickness", "line_orientation_threshold", "group_match_threshold", "object_visibility_threshold"}) {
            values.put(number, 0.3);
        }
        for (String flag : new String[] {"inherit", "compare_line_orientation", "compare_groups",
                "check_covered_annotations",
            "panoptic_comparison", "compare_attributes"}) {
            values.put(flag, false);
        }
        values.put("empty_is_annotated", true);
        values.put("max_validations_per_job", 2);
        values.put("target_metric", "precision");
        values.put("point_size_base", "image_size");
        return values;
    }

    private static Answer read(Run run, long settings) {
        return run.main().call("quality_retrieve_settings").path(settings).expect(200);
    }

    private static long make(Run run) {
        return QualityFixtures.settings(run, TaskFixtures.make(run, Map.of()));
    }

    private static Answer change(Run run, long settings, Map<String, ?> change) {
        return run.main().call("quality_partial_update_settings").path(settings).json(change).expect(200);
    }

    @Check(operation = "quality_retrieve_settings", rule = Rule.LIFECYCLE_READ)
    void aTaskHasSettingsFromTheBeginning(Run run) {
        read(run, make(run)).has("task_id").has("project_id", null).has("created_date").has("updated_date")
                .hasAll(BEGINNING);
    }

    @Check(operation = "quality_list_settings", rule = Rule.LIFECYCLE_READ, caseName = "task")
    void theListHasTheSettingsOfATask(Run run) {
        long settings = run.get(QualityFixtures.SETTINGS);
        run.main().call("quality_list_settings").query("task_id", run.get(TaskFixtures.EMPTY)).expect(200)
                .has("count", 1).has("results.0.id", settings);
    }

    @Check(operation = "quality_list_settings", rule = Rule.LIFECYCLE_READ, caseName = "project")
    void theListHasTheSettingsOfAProject(Run run) {
        long project = run.get(ProjectFixtures.PROJECT);
        run.main().call("quality_list_settings").query("project_id", project).query("parent_type", "project")
                .expect(200)
                .has("count", 1).has("results.0.project_id", project).has("results.0.task_id", null);
    }

    @Check(operation = "quality_partial_update_settings", rule = Rule.LIFECYCLE_CHANGE)
    void changedSettingsAreReadBackAndNothingElseChanges(Run run) {
        long settings = make(run);
        Answer before = read(run, settings);
        Map<String, Object> change = Map.of("low_overlap_threshold", 0.3, "max_validations_per_job", 2);
        change(run, settings, change).hasAll(change);
        read(run, settings).hasAll(change)
                .sameAs(before, "low_overlap_threshold", "max_validations_per_job", "updated_date");
    }

    @Check(operation = "quality_partial_update_settings", rule = Rule.LIFECYCLE_CHANGE, caseName = "everything")
    void everySettingCanBeChanged(Run run) {
        long settings = make(run);
        change(run, settings, OTHERWISE).hasAll(OTHERWISE);
        read(run, settings).hasAll(OTHERWISE);
    }

    @Check(operation = "quality_partial_update_settings", rule = Rule.LIFECYCLE_CHANGE, caseName = "nothing")
    void aChangeOfNothingChangesNothing(Run run) {
        long settings = make(run);
        Answer before = read(run, settings);
        change(run, settings, Map.of()).sameAs(before, "updated_date");
        read(run, settings).sameAs(before, "updated_date");
    }

    @Check(operation = "quality_retrieve_settings", rule = Rule.AUTH_FOREIGN)
    void somebodyElseCannotReadTheSettings(Run run) {
        run.second().call("quality_retrieve_settings").path(run.get(QualityFixtures.SETTINGS)).expect(403)
                .readableError();
    }

    @Check(operation = "quality_partial_update_settings", rule = Rule.AUTH_FOREIGN)
    void somebodyElseCannotChangeTheSettings(Run run) {
        long settings = run.get(QualityFixtures.SETTINGS);
        Answer before = read(run, settings);
        run.second().call("quality_partial_update_settings").path(settings).json(Map.of("iou_threshold", 0.9))
                .expect(403).readableError();
        read(run, settings).sameAs(before);
    }

    @Check(operation = "tasks_destroy", rule = Rule.LIFECYCLE_CASCADE, caseName = "quality settings")
    void theSettingsOfARemovedTaskAreGone(Run run) {
        long task = TaskFixtures.make(run, Map.of());
        long settings = QualityFixtures.settings(run, task);
        run.main().call("tasks_destroy").path(task).expect(204);
        run.main().call("quality_retrieve_settings").path(settings).expect(404).readableError();
    }

    @Check(operation = "quality_list_settings", rule = Rule.DOC_SEARCH)
    void aSearchForWhatThereIsNotFindsNothing(Run run) {
        run.get(QualityFixtures.SETTINGS);
        run.main().call("quality_list_settings").query("task_id", run.get(TaskFixtures.EMPTY))
                .query("search", "zzz-nothing-" + run.names().runId()).expect(200).has("count", 0);
    }
}
