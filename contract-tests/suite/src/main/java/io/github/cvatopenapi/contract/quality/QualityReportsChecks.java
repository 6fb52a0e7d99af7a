package io.github.cvatopenapi.contract.quality;

import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.http.Call;
import io.github.cvatopenapi.contract.harness.http.JsonTrees;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Check;
import io.github.cvatopenapi.contract.harness.run.Run;
import io.github.cvatopenapi.contract.projects.ProjectFixtures;
import io.github.cvatopenapi.contract.tasks.TaskFixtures;
import io.github.cvatopenapi.spec.Trees;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.opentest4j.TestAbortedException;

/** Reports on quality: what was drawn compared with the ground truth, and the conflicts between them. */
final class QualityReportsChecks {

    private static final int TRIES = 8;

    private static Answer read(Run run) {
        return run.main().call("quality_retrieve_report").path(run.get(QualityFixtures.REPORT)).expect(200);
    }

    private static Answer data(Run run, Object report, String format) {
        return run.main().call("quality_retrieve_report_data").path(report).query("format", format).expect(200);
    }

    @Check(operation = "quality_create_report", rule = Rule.ASYNC_ACCEPTED)
    void aReportIsARequestOfItsOwner(Run run) {
        ComparedTask compared = run.get(QualityFixtures.COMPARED);
        Object id = compared.accepted().status(202).has("rq_id").at("rq_id");
        compared.finished().has("id", id).has("operation.type", "calculate:quality").has("operation.target", "task")
                .has("operation.task_id", compared.task()).has("owner.id", run.main().id()).has("result_id");
    }

    @Check(operation = "quality_create_report", rule = Rule.ASYNC_RESULT)
    void theRequestTellsTheIdOfTheReport(Run run) {
        ComparedTask compared = run.get(QualityFixtures.COMPARED);
        read(run).has("id", compared.report()).has("target", "task").has("task_id", compared.task()).has("job_id", null)
                .has("parent_id", null).has("created_date");
    }

    @Check(operation = "quality_create_report", rule = Rule.ASYNC_RESULT, caseName = "retired way")
    void theRetiredWayToAskForAReportAnswers201WithIt(Run run) {
        long project = run.get(ProjectFixtures.WITH_TASK);
        Answer accepted = QualityFixtures.compute(run, Map.of("project_id", project)).status(202);
        run.awaitFinished(run.main(), accepted).has("operation.target", "project").has("operation.project_id", project);
        run.main().call("quality_create_report").query("rq_id", accepted.at("rq_id")).json(Map.of()).expect(201)
                .has("id").has("target", "project").has("project_id", project).has("task_id", null)
                .has("summary.tasks.total", 1).has("summary.tasks.not_configured", 1).has("summary.conflict_count", 0);
    }

    /** Fast servers may have ended the work each time before it is asked for again; those that wait are held to it. */
    @Check(operation = "quality_create_report", rule = Rule.ASYNC_CONFLICT)
    void theSameReportAskedForWhileItIsComputedGets409WithTheSameRequest(Run run) {
        Map<String, Object> target = Map.of("task_id", ComparedTask.make(run).task());
        Answer first = QualityFixtures.compute(run, target).status(202).has("rq_id");
        for (int i = 0; i < TRIES; i++) {
            Answer before = run.main().call("requests_retrieve").path(first.at("rq_id")).expect(200);
            Answer again = QualityFixtures.compute(run, target);
            if (again.status() != 202) {
                again.status(409).has("rq_id", first.at("rq_id"));
                return;
            }
            Answer after = run.main().call("requests_retrieve").path(first.at("rq_id")).expect(200);
            boolean same = JsonTrees.same(before.at("created_date"), after.at("created_date"));
            if (same && after.at("finished_date") == null) {
                throw again.fail("it was taken although the same work had not ended");
            }
        }
        throw new TestAbortedException("reports are computed too quickly here for one to be seen while it waits");
    }

    @Check(operation = "quality_create_report", rule = Rule.ERROR_INPUT, caseName = "ground truth not accepted")
    void aReportBeforeTheGroundTruthIsAcceptedGets400(Run run) {
        run.get(QualityFixtures.COMPARED).tooEarly().status(400).readableError();
    }

    @Check(operation = "quality_create_report", rule = Rule.ERROR_INPUT, caseName = "no ground truth")
    void aReportOnATaskWithoutGroundTruthGets400(Run run) {
        QualityFixtures.compute(run, Map.of("task_id", run.get(TaskFixtures.EMPTY))).status(400).readableError();
    }

    @Check(operation = "quality_create_report", rule = Rule.ERROR_INPUT, caseName = "nothing")
    void aReportOnNothingGets400(Run run) {
        QualityFixtures.compute(run, Map.of()).status(400).readableError();
    }

    @Check(operation = "quality_create_report", rule = Rule.ERROR_MISSING, caseName = "unknown task")
    void aReportOnAnUnknownTaskGets404(Run run) {
        QualityFixtures.compute(run, Map.of("task_id", 987654321)).status(404).readableError();
    }

    @Check(operation = "quality_create_report", rule = Rule.AUTH_FOREIGN)
    void somebodyElseCannotAskForAReport(Run run) {
        run.second().call("quality_create_report").json(Map.of("task_id", run.get(TaskFixtures.EMPTY))).expect(403)
                .readableError();
    }

    @Check(operation = "quality_retrieve_report", rule = Rule.AUTH_FOREIGN)
    void somebodyElseCannotReadAReport(Run run) {
        run.second().call("quality_retrieve_report").path(run.get(QualityFixtures.REPORT)).expect(403).readableError();
    }

    @Check(operation = "quality_retrieve_report", rule = Rule.LIFECYCLE_READ)
    void aReportCountsWhatFitsAndWhatDoesNot(Run run) {
        run.get(QualityFixtures.COMPARED); // of another report nothing is known
        read(run).has("summary.conflict_count", ComparedTask.CONFLICTS)
                .has("summary.conflicts_by_type.extra_annotation", ComparedTask.CONFLICTS)
                .has("summary.error_count", ComparedTask.CONFLICTS).has("summary.warning_count", 0)
                .has("summary.ds_count", 4)
                .has("summary.gt_count", 1).has("summary.valid_count", 1).has("summary.total_count", 4)
                .has("summary.frame_count", 2)
                .has("summary.jobs.total", 2).has("summary.jobs.included", 2);
    }

    @Check(operation = "quality_retrieve_report", rule = Rule.LIFECYCLE_READ, caseName = "job")
    void theReportOnAJobBelongsToTheOneOnItsTask(Run run) {
        ComparedTask compared = run.get(QualityFixtures.COMPARED);
        run.main().call("quality_retrieve_report").path(compared.jobReport(run, 1)).expect(200).has("target", "job")
                .has("job_id", compared.jobs().get(1)).has("task_id", compared.task())
                .has("parent_id", compared.report())
                .has("summary.conflict_count", 2).has("summary.ds_count", 2).has("summary.gt_count", 0)
                .has("summary.frame_count", 1);
    }

    @Check(operation = "quality_list_reports", rule = Rule.FILTER_BROKEN, caseName = "target")
    void anUnknownTargetGets400(Run run) {
        run.main().call("quality_list_reports").query("target", "bad").expect(400).readableError();
    }

    @Check(operation = "quality_list_reports", rule = Rule.DOC_SEARCH)
    void aSearchForWhatThereIsNotFindsNothing(Run run) {
        run.main().call("quality_list_reports").query("task_id", run.get(QualityFixtures.COMPARED).task())
                .query("search", "zzz-nothing-" + run.names().runId()).expect(200).has("count", 0);
    }

    @Check(operation = "quality_retrieve_report_data", rule = Rule.MEDIA_ACCEPT, caseName = "json")
    void theDataOfAReportAreJsonWithEveryConflict(Run run) {
        long report = run.get(QualityFixtures.REPORT);
        Answer data = data(run, report, "json").mediaType("application/json").has("id", report)
                .has("task_id", run.get(QualityFixtures.COMPARED).task())
                .has("comparison_summary.conflict_count", ComparedTask.CONFLICTS)
                .has("parameters.iou_threshold", 0.4).has("frame_results.0").has("frame_results.2");
        if (Trees.list(data.at("conflicts")).size() != ComparedTask.CONFLICTS) {
            throw data.fail("there are " + Trees.list(data.at("conflicts"))
                    .size() + " conflicts, expected " + ComparedTask.CONFLICTS);
        }
    }

    @Check(operation = "quality_retrieve_report_data", rule = Rule.MEDIA_ACCEPT, caseName = "default")
    void theDataOfAReportAreJsonWhereNothingIsSaid(Run run) {
        run.main().call("quality_retrieve_report_data").path(run.get(QualityFixtures.REPORT)).expect(200)
                .mediaType("application/json")
                .has("id", run.get(QualityFixtures.REPORT));
    }

    @Check(operation = "quality_retrieve_report_data", rule = Rule.MEDIA_ACCEPT, caseName = "csv")
    void theDataOfAReportAreATableWhereThatIsSaid(Run run) {
        data(run, run.get(QualityFixtures.REPORT), "csv").mediaType("text/csv");
    }

    @Check(operation = "quality_retrieve_report_data", rule = Rule.ERROR_INPUT, caseName = "unknown format")
    void theDataOfAReportInAFormatThatThereIsNotAreRefused(Run run) {
        run.main().call("quality_retrieve_report_data").path(run.get(QualityFixtures.REPORT))
                .query("format", "no-such-value").send().readableError();
    }

    @Check(operation = "quality_retrieve_report_data", rule = Rule.DOC_RESPONSE_TYPE)
    void theDataOfAReportAreOfTheCvatType(Run run) {
        run.main().call("quality_retrieve_report_data").path(run.get(QualityFixtures.REPORT)).expect(200)
                .mediaType(Call.CVAT_JSON);
    }

    @Check(operation = "quality_list_conflicts", rule = Rule.LIFECYCLE_READ)
    void aConflictNamesTheShapeThatIsTooMuch(Run run) {
        ComparedTask compared = run.get(QualityFixtures.COMPARED);
        Object job = compared.jobs().get(0);
        Object report = compared.jobReport(run, 0);
        Answer drawn = run.main().call("jobs_retrieve_annotations").path(job).expect(200);
        Object shape = Trees.list(drawn.at("shapes")).stream()
                .filter(each -> JsonTrees.same(JsonTrees.at(each, "points.0"), 30)).findFirst()
                .map(each -> JsonTrees.at(each, "id")).orElseThrow(() -> drawn.fail("the second shape is not there"));
        run.main().call("quality_list_conflicts").query("report_id", report).expect(200).has("count", 1)
                .has("results.0.frame", 0).has("results.0.type", "extra_annotation").has("results.0.severity", "error")
                .has("results.0.report_id", report).has("results.0.annotation_ids.0.job_id", job)
                .has("results.0.annotation_ids.0.obj_id", shape).has("results.0.annotation_ids.0.type", "shape")
                .has("results.0.annotation_ids.0.shape_type", "rectangle").has("results.0.annotation_ids.1", null);
    }

    @Check(operation = "quality_list_conflicts", rule = Rule.FILTER_SIMPLE, caseName = "report_id")
    void theConflictsOfTheReportOnAJobAreItsOwn(Run run) {
        Answer list = run.main().call("quality_list_conflicts")
                .query("report_id", run.get(QualityFixtures.COMPARED).jobReport(run, 1))
                .query("sort", "id").expect(200);
        List<Object> expected = QualityFixtures.onFrame(run, 2).stream().sorted(Comparator.comparing(String::valueOf))
                .toList();
        List<Object> there = list.resultIds().stream().sorted(Comparator.comparing(String::valueOf)).toList();
        if (!JsonTrees.same(there, expected)) {
            throw list.fail("the results are " + there + ", expected " + expected);
        }
    }
}
