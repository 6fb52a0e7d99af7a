package io.github.cvatopenapi.embedded.resources.requests;

import io.github.cvatopenapi.embedded.engine.Answer;
import io.github.cvatopenapi.embedded.engine.Call;
import io.github.cvatopenapi.embedded.engine.Fault;
import io.github.cvatopenapi.embedded.engine.Field;
import io.github.cvatopenapi.embedded.engine.Json;
import io.github.cvatopenapi.embedded.engine.Listing;
import io.github.cvatopenapi.embedded.engine.WorkQueue;
import io.github.cvatopenapi.embedded.engine.WorkQueue.Snapshot;
import io.github.cvatopenapi.embedded.resources.instance.Instance;
import io.github.cvatopenapi.embedded.resources.permissions.Permissions;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** Requests: asynchronous work as its owner sees it. */
public final class Requests {

    private static final Duration KEPT = Duration.ofDays(1);

    private static final Listing<Snapshot> LIST = Listing.literal(
            Field.text("action", each -> each.work().type().split(":")[0]),
            Field.date("created_date", each -> each.work().created()),
            Field.text("status", Requests::status),
            Field.text("target", each -> each.work().target()),
            Field.text("subresource",
                    each -> each.work().type().contains(":") ? each.work().type().split(":")[1] : null),
            Field.text("format", each -> each.work().format()),
            Field.number("project_id", each -> each.work().project()),
            Field.number("task_id", each -> each.work().task()),
            Field.number("job_id", each -> each.work().job()));

    private final WorkQueue queue;

    public Requests(Instance instance) {
        this.queue = instance.queue;
        instance.operations.on("requests_list", call -> LIST.page(call, queue.newestFirst(),
                each -> each.work().owner() == call.user(), each -> view(call, each)));
        instance.operations.on("requests_retrieve", call -> Answer.ok(view(call, find(call))));
        instance.operations.on("requests_create_cancel", this::cancel);
    }

    private static String status(Snapshot snapshot) {
        return snapshot.status().name().toLowerCase(Locale.ROOT);
    }

    private Snapshot find(Call call) {
        String id = call.path("id");
        if (id.contains(".")) {
            throw Fault.notFound();
        }
        Snapshot snapshot = queue.get(id);
        if (snapshot == null) {
            throw Fault.sentence(404, "There is no request with specified id");
        }
        Permissions.require(snapshot.work().owner() == call.user() || call.user().admin());
        return snapshot;
    }

    private Answer cancel(Call call) {
        if (!queue.cancel(find(call).work().id())) {
            throw Fault.sentence(400, "Only requests that have not yet been started can be cancelled");
        }
        return Answer.empty(200);
    }

    private static Map<String, Object> view(Call call, Snapshot each) {
        return Json.object("status", status(each), "message", each.message(), "id", each.work().id(),
                "operation", Json.object("type", each.work().type(), "target", each.work().target(),
                        "project_id", each.work().project(), "task_id", each.work().task(),
                        "job_id", each.work().job(), "format", each.work().format(),
                        "lightweight", each.work().isLightweight()),
                "progress", each.progress(), "created_date", each.work().created(),
                "started_date", each.started(), "finished_date", each.finished(),
                "expiry_date", each.finished() == null ? null : each.finished().plus(KEPT),
                "owner", Json.object("id", each.work().owner().id, "username", each.work().owner().username),
                "result_url", each.path() == null ? null : call.url(each.path()), "result_id", each.resultId());
    }
}
