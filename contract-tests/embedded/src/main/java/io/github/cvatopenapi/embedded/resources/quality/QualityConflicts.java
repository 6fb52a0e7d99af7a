package io.github.cvatopenapi.embedded.resources.quality;

import io.github.cvatopenapi.embedded.engine.Answer;
import io.github.cvatopenapi.embedded.engine.Call;
import io.github.cvatopenapi.embedded.engine.Field;
import io.github.cvatopenapi.embedded.engine.Json;
import io.github.cvatopenapi.embedded.engine.Listing;
import io.github.cvatopenapi.embedded.resources.instance.Instance;
import io.github.cvatopenapi.embedded.resources.permissions.Permissions;
import io.github.cvatopenapi.embedded.store.Job;
import io.github.cvatopenapi.embedded.store.QualityConflict;
import io.github.cvatopenapi.embedded.store.QualityReport;
import io.github.cvatopenapi.embedded.store.Store;
import java.util.function.Predicate;

/** The conflicts in quality reports. */
public final class QualityConflicts {

    private static final Listing<QualityConflict> LIST = new Listing<>(
            Field.number("id", each -> each.id),
            Field.number("frame", each -> each.frame),
            Field.text("type", each -> each.type),
            Field.text("severity", each -> each.severity),
            Field.number("job_id", each -> ((Job) each.report.target).id),
            Field.number("task_id", each -> each.report.task().id),
            Field.number("project_id", each -> each.report.project() == null ? null : each.report.project().id));

    private final Store store;
    private final Permissions permissions;
    private final QualityReports reports;

    public QualityConflicts(Instance instance, QualityReports reports) {
        this.store = instance.store;
        this.permissions = instance.permissions;
        this.reports = reports;
        instance.operations.on("quality_list_conflicts", this::list);
    }

    /** Conflicts are kept with the reports on jobs, and belong to the reports above those, too. */
    private Answer list(Call call) {
        QualityReport report = reports.report(call, "report_id");
        Predicate<QualityConflict> wanted = each -> report == null || within(each.report, report);
        return LIST.page(call, store.qualityConflicts.newestFirst(), wanted.and(permissions.listed(call,
                each -> each.report.target.organization(), each -> permissions.staff(call.user(), each.report.target))),
                each -> Json.object("id", each.id, "frame", each.frame, "type", each.type, "annotation_ids",
                        each.annotations,
                        "report_id", each.report.id, "severity", each.severity));
    }

    private static boolean within(QualityReport report, QualityReport above) {
        return report != null && (report == above || within(report.parent, above));
    }
}
