package io.github.cvatopenapi.embedded.resources.webhooks;

import io.github.cvatopenapi.embedded.engine.Answer;
import io.github.cvatopenapi.embedded.engine.Call;
import io.github.cvatopenapi.embedded.engine.Fault;
import io.github.cvatopenapi.embedded.engine.Json;
import io.github.cvatopenapi.spec.Contract;
import io.github.cvatopenapi.spec.Trees;
import java.util.List;
import java.util.Set;

/** The events that a webhook may ask for. */
final class WebhookEvents {

    /** What belongs to a project. A project webhook hears of these; of the making of its project it cannot. */
    private static final Set<String> OF_PROJECTS = Set.of("project", "task", "job", "issue", "comment");

    private final List<String> all;
    private final List<String> ofProjects;

    WebhookEvents(Contract contract) {
        all = Trees.list(contract.schema("EventsEnum").get("enum")).stream().map(String::valueOf).sorted().toList();
        ofProjects = all.stream().filter(event -> OF_PROJECTS.contains(event.substring(event.indexOf(':') + 1)))
                .filter(event -> !event.equals("create:project")).toList();
    }

    /** Those that webhooks of a type may ask for, or all. */
    Answer list(Call call) {
        String type = call.query().has("type") ? call.query().get("type") : "all";
        return switch (type) {
            case "all", "organization" -> Answer.ok(Json.object("webhook_type", type, "events", all));
            case "project" -> Answer.ok(Json.object("webhook_type", type, "events", ofProjects));
            default -> Answer.json(400, "Incorrect value of type parameter");
        };
    }

    /** The same events, when a webhook of the type may ask for them; a 400 otherwise. */
    List<String> checked(String type, List<String> events) {
        if (type.equals("project") && !ofProjects.containsAll(events)) {
            throw Fault.nonField("Invalid events list for project webhook");
        }
        return events;
    }
}
