package io.github.cvatopenapi.embedded.resources.events;

import com.google.gson.JsonParseException;
import io.github.cvatopenapi.embedded.engine.Answer;
import io.github.cvatopenapi.embedded.engine.Body;
import io.github.cvatopenapi.embedded.engine.Call;
import io.github.cvatopenapi.embedded.engine.Fault;
import io.github.cvatopenapi.embedded.engine.Instants;
import io.github.cvatopenapi.embedded.engine.Json;
import io.github.cvatopenapi.embedded.engine.Work;
import io.github.cvatopenapi.embedded.engine.WorkQueue;
import io.github.cvatopenapi.embedded.resources.instance.Instance;
import io.github.cvatopenapi.embedded.resources.permissions.Permissions;
import io.github.cvatopenapi.embedded.store.Organization;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Events that clients report. There is no analytics store to keep them in, so an export of them is taken on, and fails.
 */
public final class Events {

    /** What a client may report; the rest only the server itself does. */
    private static final Set<String> SCOPES = Set.of("load:cvat", "load:job", "save:job", "restore:job",
            "upload:annotations",
            "send:exception", "send:task_info", "draw:object", "paste:object", "copy:object", "propagate:object",
                    "drag:object",
            "resize:object", "delete:object", "lock:object", "merge:objects", "split:objects", "group:objects",
                    "slice:object",
            "join:objects", "change:attribute", "change:label", "change:frame", "zoom:image", "fit:image",
                    "rotate:image",
            "action:undo", "action:redo", "debug:info", "run:annotations_action", "click:element");
    private static final String NO_STORE = "There is no analytics store to export events from.";
    /** Since when GET has been outdated, as the server says it. */
    private static final String OUTDATED = "@1742169600";

    private final WorkQueue queue;

    public Events(Instance instance) {
        this.queue = instance.queue;
        instance.operations.on("events_create", this::report);
        instance.operations.on("events_list", this::query);
        instance.operations.on("events_create_export", call -> {
            filters(call);
            instance.places.of(call, null);
            return export(call, UUID.randomUUID().toString());
        });
    }

    private Answer report(Call call) {
        Permissions.requireNoToken(call);
        Body body = call.body();
        Duration late = Duration.between(Instant.parse(body.text("timestamp")), Instants.now());
        List<Object> events = body.objects("events").stream().<Object>map(each -> completed(call, each, late)).toList();
        Body previous = body.object("previous_event");
        return Answer.created(Json.object("events", events, "previous_event", previous == null ? null
                : previous.values(),
                "timestamp", body.value("timestamp")));
    }

    /** The event with what the server knows better: who reports it, from where, and when by its own clock. */
    private static Map<String, Object> completed(Call call, Body sent, Duration late) {
        String scope = sent.text("scope");
        String source = sent.text("source", "client");
        if (!SCOPES.contains(scope) || !source.equals("client")) {
            throw new Fault(Answer.json(400, Map.of("scope", "Event scope **" + scope + "** is not allowed from "
                    + source)));
        }
        Organization organization = call.context().organization();
        Map<String, Object> event = new LinkedHashMap<>(sent.values());
        event.putIfAbsent("duration", 0L);
        event.put("timestamp", Instant.parse(sent.text("timestamp")).plus(late));
        event.put("source", "client");
        event.put("org_id", organization == null ? null : organization.id);
        event.put("org_slug", organization == null ? null : organization.slug);
        event.put("user_id", call.user().id);
        event.put("user_name", call.user().username);
        event.put("user_email", call.user().email);
        event.put("payload", payload(sent.text("payload", "{}")));
        return event;
    }

    private static String payload(String text) {
        try {
            return Json.write(Json.read(text));
        } catch (JsonParseException e) {
            throw new Fault(Answer.json(400, Map.of("payload", "JSON payload is not valid in passed event")));
        }
    }

    /** The way of older clients: asked again with its id it tells how far the export is. */
    private Answer query(Call call) {
        filters(call);
        String action = call.query().text("action");
        if (action != null && !action.equals("download")) {
            throw Fault.list("Unexpected action specified for the request");
        }
        if ("cloud_storage".equals(call.query().text("location"))) {
            throw Fault.list("This endpoint does not support exporting events to cloud storage");
        }
        String id = call.query().text("query_id") == null ? UUID.randomUUID().toString() : call.query()
                .text("query_id");
        if (!id.matches("[0-9A-Za-z-]{1,64}")) {
            throw Fault.field("query_id", "This is no id of a query.");
        }
        WorkQueue.Snapshot known = queue.get(requestId(call, id));
        if (known == null) {
            export(call, id);
        } else if (known.status() == Work.Status.FAILED) {
            throw Fault.list(known.message());
        }
        return Answer.json(202, Map.of("query_id", id)).with("Deprecation", OUTDATED);
    }

    private static String requestId(Call call, String id) {
        return "action=export&target=events&id=" + id + "&user_id=" + call.user().id;
    }

    private Answer export(Call call, String id) {
        return queue.submit(new Work(call, requestId(call, id), "export:events", "events"), work -> {
            throw new Work.Failure(NO_STORE);
        });
    }

    /**
     * Looks at the parameters that say which events are meant: a 400 for what cannot be numbers or points in time, and
     * a 403 for events of others.
     */
    private static void filters(Call call) {
        for (String name : List.of("org_id", "project_id", "task_id", "job_id", "user_id")) {
            call.query().number(name);
        }
        Instant from = instant(call, "from");
        Instant to = instant(call, "to");
        if (from != null && to != null && from.isAfter(to)) {
            throw Fault.list("'from' must be before than 'to'");
        }
        Long user = call.query().number("user_id");
        if (user != null && user != call.user().id && !call.user().admin()) {
            throw Fault.detail(403, "You don't have permission to view events with user_id=" + user);
        }
    }

    private static Instant instant(Call call, String name) {
        String text = call.query().text(name);
        try {
            return text == null ? null : OffsetDateTime.parse(text.strip().replace(' ', '+')).toInstant();
        } catch (DateTimeException e) {
            throw Fault.field(name, "Datetime has wrong format.");
        }
    }
}
