package io.github.cvatopenapi.contract.quality;

import io.github.cvatopenapi.contract.harness.fixtures.Fixture;
import io.github.cvatopenapi.contract.harness.generic.Sample;
import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.http.JsonTrees;
import io.github.cvatopenapi.contract.harness.run.Run;
import io.github.cvatopenapi.contract.tasks.LabelledTask;
import io.github.cvatopenapi.contract.tasks.TaskFixtures;
import io.github.cvatopenapi.contract.tasks.TaskSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Settings and reports of quality that checks share. */
final class QualityFixtures {

    /** The settings of tasks, which every task has. */
    static final TaskSettings SETTINGS = new TaskSettings("quality", TaskFixtures.EMPTY, Map.of());

    /** The settings of a task, those of any where nothing may be made. */
    static final Fixture<Long> ANY_SETTINGS = SETTINGS.shared().orExisting(Fixture.firstOf("quality_list_settings"));

    /** A task that was compared with its ground truth. */
    static final Fixture<ComparedTask> COMPARED = Fixture.of("a task with a quality report", ComparedTask::make);

    /** The report on that task. */
    static final Fixture<Long> REPORT = Fixture.of("a quality report", run -> run.get(COMPARED).report())
            .orExisting(Fixture.firstOf("quality_list_reports"));

    /** The report on that task and those on its jobs. */
    static final Fixture<Sample.Items> REPORTS = Fixture.of("several quality reports", run -> {
        ComparedTask compared = run.get(COMPARED);
        List<Object> ids = new ArrayList<>(compared.jobReports(run));
        ids.add(0, compared.report());
        return new Sample.Items(ids, Map.of("task_id", String.valueOf(compared.task())));
    });

    /** The conflicts in that report as the list shows them, whatever it makes of filters. */
    static final Fixture<List<Map<String, Object>>> LISTED = Fixture.of("several conflicts", run -> {
        ComparedTask compared = run.get(COMPARED);
        List<String> reports = compared.jobReports(run).stream().map(String::valueOf).toList();
        Answer list = run.main().call("quality_list_conflicts").query("task_id", compared.task())
                .query("page_size", "all").expect(200);
        List<Map<String, Object>> own = list.results().stream()
                .filter(each -> reports.contains(String.valueOf(each.get("report_id")))).toList();
        if (own.size() != ComparedTask.CONFLICTS) {
            throw list.fail("there are " + own.size() + " conflicts of the reports " + reports + ", expected "
                    + ComparedTask.CONFLICTS);
        }
        return own;
    });

    /** Their ids, and how the list shows nothing else. */
    static final Fixture<Sample.Items> CONFLICTS = Fixture.of("ids of conflicts", run -> new Sample.Items(
            run.get(LISTED).stream().map(each -> each.get("id")).toList(),
            Map.of("report_id", String.valueOf(run.get(COMPARED).report()))));

    private QualityFixtures() {
    }

    /** The ids of the conflicts on a frame. */
    static List<Object> onFrame(Run run, int frame) {
        return run.get(LISTED).stream().filter(each -> JsonTrees.same(each.get("frame"), frame))
                .map(each -> each.get("id")).toList();
    }

    static Answer compute(Run run, Map<String, ?> target) {
        return run.main().call("quality_create_report").json(target).send();
    }

    /** A rectangle of the size of ten by ten on a frame. */
    static Map<String, Object> rectangle(Object label, int frame, double left) {
        Map<String, Object> shape = new LinkedHashMap<>(LabelledTask.bare(label, frame));
        shape.put("points", List.of(left, 1.0, left + 10, 11.0));
        return shape;
    }

    static void draw(Run run, long job, List<Map<String, Object>> shapes) {
        run.main().call("jobs_update_annotations").path(job).json(LabelledTask.sheet(List.of(), shapes, List.of()))
                .expect(200);
    }
}
