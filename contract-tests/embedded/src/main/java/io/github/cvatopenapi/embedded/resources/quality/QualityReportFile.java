package io.github.cvatopenapi.embedded.resources.quality;

import io.github.cvatopenapi.embedded.engine.Answer;
import io.github.cvatopenapi.embedded.engine.Call;
import io.github.cvatopenapi.embedded.engine.Fault;
import io.github.cvatopenapi.embedded.engine.Json;
import io.github.cvatopenapi.embedded.store.Job;
import io.github.cvatopenapi.embedded.store.QualityReport;
import io.github.cvatopenapi.embedded.store.User;
import io.github.cvatopenapi.spec.Trees;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Objects;

/** A quality report as a file: all of it as JSON, or its confusion matrix as CSV. */
final class QualityReportFile {

    private static final DateTimeFormatter DATES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS'+00:00'")
            .withZone(ZoneOffset.UTC);

    private QualityReportFile() {
    }

    /** The file in the format that the call asks for. */
    static Answer answer(Call call, QualityReport report) {
        String format = Objects.requireNonNullElse(call.query().text("format"), "json");
        if (format.equals("csv")) {
            Map<String, Object> annotations = Trees.object(Trees.object(report.data.get("comparison_summary"))
                    .get("annotations"));
            Object matrix = annotations.get("confusion_matrix");
            return new Answer(200, "text/csv", QualityFigures.table(matrix == null ? null : Trees.object(matrix)),
                    Map.of());
        }
        if (!format.equals("json")) {
            throw Fault.list("Unexpected format '" + format + "'. Valid values are: csv, json");
        }
        Map<String, Object> data = Json.object("id", report.id);
        put(data, "job_id", report.target instanceof Job job ? job.id : null);
        put(data, "task_id", QualityReports.id(report.task()));
        put(data, "project_id", QualityReports.id(report.project()));
        put(data, "parent_id", QualityReports.id(report.parent));
        data.put("created_date", date(report.created));
        data.put("target_last_updated", date(report.targetUpdated));
        put(data, "gt_last_updated", date(report.truthUpdated));
        User assignee = report.assignee;
        data.put("assignee", assignee == null ? null : Json.object("id", assignee.id, "username", assignee.username,
                "first_name", assignee.firstName, "last_name", assignee.lastName));
        data.putAll(report.data);
        return new Answer(200, "application/json", Json.write(data), Map.of());
    }

    private static void put(Map<String, Object> data, String name, Object value) {
        if (value != null) {
            data.put(name, value);
        }
    }

    private static String date(Instant instant) {
        return instant == null ? null : DATES.format(instant);
    }
}
