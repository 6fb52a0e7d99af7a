package io.github.cvatopenapi.embedded.resources.server;

import io.github.cvatopenapi.embedded.engine.Answer;
import io.github.cvatopenapi.embedded.engine.Call;
import io.github.cvatopenapi.embedded.engine.Fault;
import io.github.cvatopenapi.embedded.engine.Json;
import io.github.cvatopenapi.embedded.engine.Operations;
import io.github.cvatopenapi.embedded.formats.Formats;
import io.github.cvatopenapi.embedded.resources.instance.Instance;
import io.github.cvatopenapi.embedded.resources.storages.Share;
import java.util.List;
import java.util.Map;

/** What the server says of itself. */
public final class ServerInfo {

    /** What tells an embedded instance from a server. */
    public static final String SUBTITLE = "Embedded instance";

    public ServerInfo(Instance instance) {
        String version = instance.operations.contract().version();
        instance.operations.open("server_retrieve_about", call -> Answer.ok(Json.object(
                "name", "Computer Vision Annotation Tool",
                "description", "An instance in memory, for tests: nothing in it outlives its process. "
                        + "It answers as a CVAT of the version below was seen to answer.",
                "version", version,
                "logo_url", call.url("/static/logo.svg"),
                "subtitle", SUBTITLE)));
        Object formats = Json.read(Formats.list().toString());
        instance.operations.on("server_retrieve_annotation_formats", call -> Answer.ok(formats));
        instance.operations.on("server_retrieve_plugins", call -> Answer.ok(Json.object("GIT_INTEGRATION", false,
                "ANALYTICS", false, "MODELS", instance.settings.functions(), "PREDICT", false)));
        instance.operations.on("server_list_share", call -> share(instance.share, call));
        pages(instance.operations);
    }

    /** Two pages that a server has for people and monitors, though the document does not name them. */
    private static void pages(Operations operations) {
        operations.extra("health", "GET", "/api/server/health/", call -> new Answer(200, "application/json",
                "{\"Embedded instance\": \"working\"}", Map.of()).without("Allow"));
        operations.negotiating("health", accept ->
                accepts(accept, "application/json") || accepts(accept, "text/html") ? null
                : new Answer(406, "text/plain",
                        "Not Acceptable: Supported content types: text/html, application/json", Map.of())
                        .with("Vary", "Origin, Cookie").without("Allow"));
        operations.extra("docs", "GET", "/api/docs/", call -> Answer.sentence(200,
                "<!doctype html>\n<html><body><h1>CVAT REST API</h1><p>See /api/schema/.</p></body></html>"));
        operations.negotiating("docs", accept -> accepts(accept, "text/html") ? null
                : Answer.sentence(406, "406 Not Acceptable").with("Vary", "Origin, Cookie"));
        List.of("health", "docs").forEach(operations::ignoreCredentials);
    }

    private static boolean accepts(String accept, String type) {
        return accept == null || accept.contains(type) || accept.contains("*/*");
    }

    private static Answer share(Share share, Call call) {
        String directory = call.query().get("directory") == null
                ? ""
                : call.query().get("directory").replaceFirst("^/+", "");
        String search = call.query().get("search") == null ? "" : call.query().get("search");
        List<Share.Entry> entries = share.list(directory);
        if (entries == null) {
            throw new Fault(Answer.json(400, directory + " is an invalid directory"));
        }
        return Answer.ok(entries.stream().filter(each -> each.name().startsWith(search))
                .map(each -> Json.object("name", each.name(), "type", each.type(), "mime_type", each.mimeType()))
                .toList());
    }
}
