package io.github.cvatopenapi.contract.harness.mutants;

import static io.github.cvatopenapi.contract.harness.mutants.Break.*;
import static io.github.cvatopenapi.contract.harness.rules.Rule.*;

import io.github.cvatopenapi.contract.harness.http.JsonTrees;
import io.github.cvatopenapi.embedded.Interceptor.Response;
import io.github.cvatopenapi.embedded.Interceptor;
import io.github.cvatopenapi.spec.Trees;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What is peculiar to one kind of thing and broken there. */
final class TagMutants {

    static final List<Mutant> ALL = List.of(
            new Mutant("an event is missing among those of a project", "webhooks_retrieve_events", LIFECYCLE_READ,
                body("webhooks_retrieve_events", tree -> tree.computeIfPresent("events", (name, events) ->
                        Trees.list(events).stream().filter(event -> !event.equals("create:issue")).toList()))),
            new Mutant("a ping is not among the deliveries", "webhooks_create_ping", LIFECYCLE_CREATE,
                body("webhooks_list_deliveries", page -> {
                    page.put("count", 0);
                    page.put("results", List.of());
                })),
            new Mutant("the file is another", "assets_retrieve", UPLOAD_MULTIPART,
                answers("assets_retrieve", 200, response -> header(response, "Content-Type", "image/jpeg"))),
            new Mutant("the text of a guide is not changed", "guides_partial_update", LIFECYCLE_CHANGE,
                requests("guides_partial_update", request -> body(request, body ->
                    body.remove("markdown", "## changed")))),
            new Mutant("an asset that the text no longer names stays", "guides_partial_update", LIFECYCLE_CASCADE,
                remembered("assets_retrieve")),
            new Mutant("an event is somebody else's", "events_create", LIFECYCLE_CREATE,
                body("events_create", tree -> tree.computeIfPresent("events", (name, events) ->
                        Trees.list(events).stream().map(event -> with(event, "user_name", "somebody")).toList()))),
            new Mutant("a query has no id", "events_list", ASYNC_ACCEPTED,
                body("events_list", Map::clear)).also(SCHEMA_BODY),
            new Mutant("the keys of a bucket are told", "cloudstorages_create", AUTH_SECRETS,
                at("cloudstorages_create", (request, chain) -> {
                    String sent = text(request);
                    Response made = chain.proceed(request);
                    return made.status() == 201 && sent.startsWith("{") ? body(made, tree -> tree.put("secret_key",
                            Trees.object(JsonTrees.read(sent)).get("secret_key"))) : made;
                })),
            new Mutant("the prefix is not looked at", "cloudstorages_retrieve_content_v2", FILTER_SIMPLE,
                requests("cloudstorages_retrieve_content_v2", request -> without(request, "prefix"))),
            new Mutant("a report counts no conflicts", "quality_retrieve_report", LIFECYCLE_READ,
                body("quality_retrieve_report", tree -> tree.computeIfPresent("summary", (name, summary) ->
                        with(summary, "conflict_count", 0)))),
            new Mutant("what somebody else set is changed", "quality_partial_update_settings", AUTH_FOREIGN,
                at("quality_partial_update_settings", instead(403, Break::asAdministrator))).also(AUTH_READ_ONLY),
            new Mutant("drawings are said to be a machine's", "tasks_update_annotations", LIFECYCLE_CREATE,
                body("tasks_retrieve_annotations", sheet -> sheet.put("shapes", Trees.list(sheet.get("shapes")).stream()
                        .map(shape -> with(shape, "source", "auto")).toList()))),
            new Mutant("a merge merges nothing", "consensus_create_merge", ASYNC_RESULT,
                body("jobs_retrieve_annotations", sheet -> sheet.put("shapes", List.of()))),
            new Mutant("an unknown setting is refused", "consensus_partial_update_settings", LIFECYCLE_CHANGE,
                at("consensus_partial_update_settings", (request, chain) ->
                        text(request).contains("quorum")
                                ? empty(400) : chain.proceed(request))).also(STATUS_DECLARED, SCHEMA_BODY),
            new Mutant("an edited comment keeps its date", "comments_partial_update", LIFECYCLE_CHANGE,
                body("comments_partial_update", tree -> tree.put("updated_date", tree.get("created_date")))),
            new Mutant("the comments of a removed issue stay", "issues_destroy", LIFECYCLE_CASCADE,
                answers("comments_retrieve", 404, response -> status(response, 200))),
            new Mutant("a share shows what was not searched for", "server_list_share", FILTER_SEARCH,
                requests("server_list_share", request -> without(request, "search"))),
            new Mutant("throttling does not say how long to wait", "server_retrieve_about", RATE_THROTTLE,
                answers("server_retrieve_about", 429, response -> header(response, "Retry-After", null))));

    private TagMutants() {
    }

    /** What was there once is there for ever. */
    private static Interceptor remembered(String operation) {
        Map<String, Response> seen = new ConcurrentHashMap<>();
        return at(operation, (request, chain) -> {
            Response response = chain.proceed(request);
            if (response.status() == 200) {
                seen.put(request.path(), response);
            }
            return response.status() == 404 ? seen.getOrDefault(request.path(), response) : response;
        });
    }
}
