package io.github.cvatopenapi.embedded.resources.webhooks;

import io.github.cvatopenapi.embedded.engine.Answer;
import io.github.cvatopenapi.embedded.engine.Call;
import io.github.cvatopenapi.embedded.engine.Fault;
import io.github.cvatopenapi.embedded.engine.Json;
import io.github.cvatopenapi.spec.Contract;
import io.github.cvatopenapi.spec.Trees;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The events that a webhook may ask for. */
final class WebhookEvents {

    /** What belongs to a project. A project webhook hears of these; of the making of its project it cannot. */
    private static final Set<String> OF_PROJECTS = Set.of("project", "task", "job", "issue", "comment");

    /** What is said of the end of work, by its kind; another kind is a request like others. */
    private static final Map<String, String> OF_WORK = Map.of("export:annotations", "Dataset export",
            "export:dataset", "Dataset export", "export:backup", "Backup export", "create:task", "Task data creation",
            "merge:task", "Consensus merge", "merge:job", "Consensus merge", "calculate:quality",
            "Quality report creation");

    private final List<String> all;
    private final List<String> ofProjects;
    private final boolean grouped;

    WebhookEvents(Contract contract) {
        all = Trees.list(contract.schema("EventsEnum").get("enum")).stream().map(String::valueOf).sorted().toList();
        ofProjects = all.stream().filter(event -> isOfWork(event) || OF_PROJECTS.contains(kind(event)))
                .filter(event -> !event.equals("create:project")).toList();
        Map<String, Object> items = contract.resolve(Trees.object(Trees.at(contract.schema("Events"), "properties",
                "events", "items")));
        grouped = items.containsKey("properties");
    }

    /** Those that webhooks of a type may ask for, or all. */
    Answer list(Call call) {
        String type = call.query().has("type") ? call.query().get("type") : "all";
        return switch (type) {
            case "all", "organization" -> Answer.ok(Json.object("webhook_type", type, "events", shown(all)));
            case "project" -> Answer.ok(Json.object("webhook_type", type, "events", shown(ofProjects)));
            default -> Answer.json(400, "Incorrect value of type parameter");
        };
    }

    private static boolean isOfWork(String event) {
        return event.startsWith("completed:request[");
    }

    private static String kind(String event) {
        return event.substring(event.indexOf(':') + 1);
    }

    /** Older documents have events as texts, newer ones with the group that people find them in. */
    private List<Object> shown(List<String> events) {
        return events.stream().<Object>map(event -> grouped
                ? Json.object("key", event, "group", Map.of("display_name", group(event))) : event).toList();
    }

    private static String group(String event) {
        if (isOfWork(event)) {
            return OF_WORK.getOrDefault(event.substring(event.indexOf('[') + 1, event.length() - 1), "Request");
        }
        return Character.toUpperCase(kind(event).charAt(0)) + kind(event).substring(1);
    }

    /** The same events, when a webhook of the type may ask for them; a 400 otherwise. */
    List<String> checked(String type, List<String> events) {
        if (type.equals("project") && !ofProjects.containsAll(events)) {
            throw Fault.nonField("Invalid events list for project webhook");
        }
        return events;
    }
}
