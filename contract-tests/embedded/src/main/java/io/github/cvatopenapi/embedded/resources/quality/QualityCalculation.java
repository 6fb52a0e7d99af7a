package io.github.cvatopenapi.embedded.resources.quality;

import io.github.cvatopenapi.embedded.engine.Json;
import io.github.cvatopenapi.embedded.engine.Work;
import io.github.cvatopenapi.embedded.quality.Conflict;
import io.github.cvatopenapi.embedded.quality.Tally;
import io.github.cvatopenapi.embedded.store.Job;
import io.github.cvatopenapi.embedded.store.Project;
import io.github.cvatopenapi.embedded.store.QualityConflict;
import io.github.cvatopenapi.embedded.store.QualityReport;
import io.github.cvatopenapi.embedded.store.Store;
import io.github.cvatopenapi.embedded.store.Task;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes reports: reads what is to be compared under the lock, compares outside of it, and puts the reports in under it
 * again.
 */
final class QualityCalculation {

    private final Store store;
    private final QualitySettingsResource settings;
    private final String base;

    /** @param base where people find the server, for links in reports */
    QualityCalculation(Store store, QualitySettingsResource settings, String base) {
        this.store = store;
        this.settings = settings;
        this.base = base;
    }

    /** The ground truth job that a task can be judged by, null where there is none. */
    static Job truth(Store store, Task task) {
        return store.jobsOf.get(task).stream().filter(each -> each.type.equals(Job.GROUND_TRUTH)
                && each.stage.equals("acceptance")
                && each.state.equals("completed")).findFirst().orElse(null);
    }

    /** The report on a task, with those on its jobs. */
    Work.Result task(Task task) {
        ComparedTask compared = store.read(() -> {
            if (truth(store, task) == null) {
                throw new Work.Failure("There is no ground truth to compare with any more.");
            }
            return ComparedTask.read(store, settings, task, truth(store, task));
        });
        compared.compare();
        return new Work.Result(null, store.write(() -> keep(compared, null)).id);
    }

    /** The report on a project, with those on its tasks that have ground truth and no settings of their own. */
    Work.Result project(Project project) {
        List<Task> tasks = new ArrayList<>();
        List<ComparedTask> included = store.read(() -> {
            store.tasks.all().stream().filter(each -> each.project == project).forEach(tasks::add);
            return tasks.stream().filter(each -> settings.inherits(each) && truth(store, each) != null)
                    .map(each -> ComparedTask.read(store, settings, each, truth(store, each))).toList();
        });
        included.forEach(ComparedTask::compare);
        return new Work.Result(null, store.write(() -> keep(project, tasks, included)).id);
    }

    private QualityReport keep(ComparedTask task, QualityReport parent) {
        QualityReport report = new QualityReport();
        report.target = task.task();
        report.assignee = task.task().assignee;
        report.targetUpdated = task.task().updated;
        fill(report, task, task.jobs(), parent, task.frames());
        report.summary.put("jobs", Json.object("total", task.all().size(), "excluded", task.excluded().size(),
                "not_checkable", task.notCheckable().size(), "included", task.jobs().size()));
        Map<String, Object> comparison = comparison(report);
        comparison.put("jobs", jobs(task.all(), task.excluded(), task.notCheckable(), task.jobs().size()));
        comparison.put("tasks", null);
        store.qualityReports.add(report);
        task.jobs().forEach(job -> keep(task, job, report));
        return report;
    }

    private void keep(ComparedTask task, ComparedTask.ComparedJob job, QualityReport parent) {
        QualityReport report = new QualityReport();
        report.target = job.job();
        report.assignee = job.job().assignee;
        report.targetUpdated = job.job().updated;
        fill(report, task, List.of(job), parent, job.job().frames().size());
        comparison(report).put("jobs", null);
        comparison(report).put("tasks", null);
        store.qualityReports.add(report);
        ComparedTask.sum(List.of(job)).conflicts.forEach(each -> keep(report, each));
    }

    private void keep(QualityReport report, Conflict found) {
        QualityConflict conflict = new QualityConflict();
        conflict.report = report;
        conflict.frame = found.frame();
        conflict.type = found.type();
        conflict.severity = found.severity();
        conflict.annotations = QualityFigures.names(found);
        store.qualityConflicts.add(conflict);
    }

    private void fill(QualityReport report, ComparedTask task, List<ComparedTask.ComparedJob> jobs,
            QualityReport parent,
            int allFrames) {
        Tally tally = ComparedTask.sum(jobs);
        List<Integer> frames = List.copyOf(ComparedTask.frames(jobs));
        Map<String, Object> results = new LinkedHashMap<>();
        jobs.forEach(job -> job.tallies().forEach((frame, each) -> results.put(String.valueOf(frame),
                QualityFigures.frame(each, task.labels(), drawn -> base + "/tasks/" + task.task().id + "/jobs/"
                        + drawn.job()
                        + "?frame=" + frame + "&type=" + drawn.kind() + "&serverID=" + drawn.id()))));
        report.parent = parent;
        report.truthUpdated = task.truth().updated;
        report.summary = QualityFigures.summary(tally, frames.size(), allFrames);
        report.data = Json.object("parameters", task.parameters(),
                "comparison_summary", QualityFigures.comparison(tally, task.labels(), frames, frames.size(), allFrames),
                "conflicts", tally.conflicts.stream().map(each -> QualityFigures.conflict(each, null)).toList(),
                        "frame_results", results);
    }

    @SuppressWarnings("unchecked") // made by fill
    private static Map<String, Object> comparison(QualityReport report) {
        return (Map<String, Object>) report.data.get("comparison_summary");
    }

    private static Map<String, Object> jobs(List<Long> all, List<Long> excluded, List<Long> notCheckable,
            int included) {
        return Json.object("total_count", all.size(), "included_count", included, "all", all, "excluded", excluded,
                "excluded_count", excluded.size(), "not_checkable", notCheckable, "not_checkable_count",
                        notCheckable.size());
    }

    private QualityReport keep(Project project, List<Task> tasks, List<ComparedTask> included) {
        List<Long> custom = tasks.stream().filter(each -> !settings.inherits(each)).map(each -> each.id).toList();
        List<Long> notConfigured = tasks.stream().filter(each -> settings.inherits(each) && truth(store, each) == null)
                .map(each -> each.id).toList();
        Tally tally = new Tally();
        List<Long> all = new ArrayList<>();
        List<Long> excluded = new ArrayList<>();
        List<Long> notCheckable = new ArrayList<>();
        int checked = 0;
        int frames = 0;
        int allFrames = 0;
        for (ComparedTask task : included) {
            tally.add(ComparedTask.sum(task.jobs()));
            all.addAll(task.all());
            excluded.addAll(task.excluded());
            notCheckable.addAll(task.notCheckable());
            checked += task.jobs().size();
            frames += ComparedTask.frames(task.jobs()).size();
            allFrames += task.frames();
        }
        QualityReport report = new QualityReport();
        report.target = project;
        report.assignee = project.assignee;
        report.targetUpdated = project.updated;
        report.summary = QualityFigures.summary(tally, frames, allFrames);
        report.summary.put("jobs", Json.object("total", all.size(), "excluded", excluded.size(), "not_checkable",
                notCheckable.size(),
                "included", checked));
        report.summary.put("tasks", Json.object("total", tasks.size(), "custom", custom.size(), "not_configured",
                notConfigured.size(),
                "excluded", 0, "included", included.size()));
        List<String> labels = included.isEmpty() ? List.of() : included.get(0).labels();
        Map<String, Object> comparison = QualityFigures.comparison(tally, labels, null, frames, allFrames);
        comparison.put("jobs", jobs(all, excluded, notCheckable, checked));
        comparison.put("tasks", Json.object("total_count", tasks.size(), "included_count", included.size(),
                "all", tasks.stream().map(each -> each.id).toList(), "custom", custom, "custom_count", custom.size(),
                "not_configured", notConfigured, "not_configured_count", notConfigured.size(), "excluded", List.of(),
                        "excluded_count", 0));
        report.data = Json.object("parameters", settings.parameters(project), "comparison_summary", comparison,
                "conflicts", tally.conflicts.stream().map(each -> QualityFigures.conflict(each, null)).toList());
        store.qualityReports.add(report);
        included.forEach(each -> keep(each, report));
        return report;
    }
}
