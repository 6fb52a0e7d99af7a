package io.github.cvatopenapi.embedded.resources;

import io.github.cvatopenapi.embedded.engine.Answer;
import io.github.cvatopenapi.embedded.engine.Json;

/** What the server says of itself. */
final class ServerInfo {

    ServerInfo(Instance instance) {
        String version = instance.operations.contract().version();
        instance.operations.open("server_retrieve_about", call -> Answer.ok(Json.object(
                "name", "Computer Vision Annotation Tool",
                "description", "An instance in memory, for tests: nothing in it outlives its process. It answers as a CVAT of the "
                        + "version below was seen to answer.",
                "version", version,
                "logo_url", call.url("/static/logo.svg"),
                "subtitle", "Embedded instance")));
    }
}
