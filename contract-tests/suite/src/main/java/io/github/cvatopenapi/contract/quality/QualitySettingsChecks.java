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

    private static Answer change(Run run, long settings, Map<String, ?> change) {
        return run.main().call("quality_partial_update_settings").path(settings).json(change).expect(200);
    }

    @Check(operation = "quality_retrieve_settings", rule = Rule.LIFECYCLE_READ)
    void aTaskHasSettingsFromTheBeginning(Run run) {
        QualityFixtures.SETTINGS.read(run, QualityFixtures.SETTINGS.make(run)).has("task_id")
                .has("project_id", null).has("created_date").has("updated_date")
                .hasAll(BEGINNING);
    }

    @Check(operation = "quality_list_settings", rule = Rule.LIFECYCLE_READ, caseName = "task")
    void theListHasTheSettingsOfATask(Run run) {
        long settings = run.get(QualityFixtures.ANY_SETTINGS);
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
        long settings = QualityFixtures.SETTINGS.make(run);
        Answer before = QualityFixtures.SETTINGS.read(run, settings);
        Map<String, Object> change = Map.of("low_overlap_threshold", 0.3, "max_validations_per_job", 2);
        change(run, settings, change).hasAll(change);
        QualityFixtures.SETTINGS.read(run, settings).hasAll(change)
                .sameAs(before, "low_overlap_threshold", "max_validations_per_job", "updated_date")
                .updatedSince(before);
    }

    @Check(operation = "quality_partial_update_settings", rule = Rule.LIFECYCLE_CHANGE, caseName = "everything")
    void everySettingCanBeChanged(Run run) {
        long settings = QualityFixtures.SETTINGS.make(run);
        change(run, settings, OTHERWISE).hasAll(OTHERWISE);
        QualityFixtures.SETTINGS.read(run, settings).hasAll(OTHERWISE);
    }

    @Check(operation = "quality_partial_update_settings", rule = Rule.LIFECYCLE_CHANGE, caseName = "nothing")
    void aChangeOfNothingChangesNothing(Run run) {
        long settings = QualityFixtures.SETTINGS.make(run);
        Answer before = QualityFixtures.SETTINGS.read(run, settings);
        change(run, settings, Map.of()).sameAs(before, "updated_date");
        QualityFixtures.SETTINGS.read(run, settings).sameAs(before, "updated_date");
    }
}
