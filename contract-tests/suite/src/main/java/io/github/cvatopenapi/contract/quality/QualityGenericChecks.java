package io.github.cvatopenapi.contract.quality;

import io.github.cvatopenapi.contract.harness.generic.GenericChecks;
import io.github.cvatopenapi.contract.harness.generic.Sample;
import io.github.cvatopenapi.contract.harness.generic.Samples;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Run;
import io.github.cvatopenapi.contract.tasks.TaskFixtures;
import io.github.cvatopenapi.contract.tasks.TaskSettingsChecks;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What the document brings for the operations of the tag {@code quality}. */
final class QualityGenericChecks extends GenericChecks {

    QualityGenericChecks() {
        super("quality");
    }

    @TestFactory
    Stream<DynamicTest> settings(Run run) {
        return checks(run, plan -> TaskSettingsChecks.add(plan, run, QualityFixtures.SETTINGS));
    }

    @Override
    protected void samples(Samples samples) {
        samples.of("quality_retrieve_settings").path(QualityFixtures.ANY_SETTINGS);
        samples.of("quality_partial_update_settings").path(QualityFixtures.SETTINGS.toChange())
                .json(run -> Map.of("iou_threshold", 0.4)).bounds();
        samples.of("quality_list_settings").items(QualityFixtures.SETTINGS.several()).oldestFirst()
                .inOrganization(QualityFixtures.SETTINGS.inOrganization())
                .shows(Rule.FILTER_SIMPLE, "parent_type task", run -> new Sample.Shown(Map.of("parent_type", "task"),
                        run.get(QualityFixtures.SETTINGS.several()).ids()))
                .shows(Rule.FILTER_SIMPLE, "parent_type project", run ->
                        new Sample.Shown(Map.of("parent_type", "project"), List.of()))
                .alike("inherit").differs("updated_date");
        // every report of the bounds is refused, because the task has no ground truth
        samples.of("quality_create_report").json(run -> Map.of("task_id", run.get(TaskFixtures.EMPTY))).bounds();
        samples.of("quality_retrieve_report").path(QualityFixtures.REPORT);
        samples.of("quality_retrieve_report_data").path(QualityFixtures.REPORT);
        samples.of("quality_list_reports").items(QualityFixtures.REPORTS)
                .shows(Rule.FILTER_SIMPLE, "target task", run ->
                        new Sample.Shown(Map.of("target", "task"), List.of(run.get(QualityFixtures.REPORT))))
                .shows(Rule.FILTER_SIMPLE, "target job", run -> new Sample.Shown(Map.of("target", "job"),
                        run.get(QualityFixtures.COMPARED).jobReports(run)))
                .shows(Rule.FILTER_SIMPLE, "parent_id", run ->
                        new Sample.Shown(Map.of("parent_id", run.get(QualityFixtures.REPORT)),
                        run.get(QualityFixtures.COMPARED).jobReports(run)))
                .differs("job_id").differs("created_date");
        conflicts(samples.of("quality_list_conflicts").items(QualityFixtures.CONFLICTS).orderNotObserved());
    }

    private static void conflicts(Sample list) {
        list.differs("frame").alike("type").alike("severity")
                .shows(Rule.FILTER_SIMPLE, "job_id", run -> new Sample.Shown(
                        Map.of("job_id", run.get(QualityFixtures.COMPARED).jobs().get(0)),
                                QualityFixtures.onFrame(run, 0)))
                .shows(Rule.FILTER_SIMPLE, "task_id", run ->
                        all(run, Map.of("task_id", run.get(QualityFixtures.COMPARED).task())))
                .shows(Rule.FILTER_SIMPLE, "another task_id", run ->
                        new Sample.Shown(Map.of("task_id", 987654321), List.of()));
    }

    private static Sample.Shown all(Run run, Map<String, ?> query) {
        return new Sample.Shown(query, run.get(QualityFixtures.CONFLICTS).ids());
    }
}
