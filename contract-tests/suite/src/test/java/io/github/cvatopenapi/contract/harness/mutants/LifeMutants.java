package io.github.cvatopenapi.contract.harness.mutants;

import static io.github.cvatopenapi.contract.harness.mutants.Break.*;
import static io.github.cvatopenapi.contract.harness.rules.Rule.CLIENT_TASK;
import static io.github.cvatopenapi.contract.harness.rules.Rule.*;

import io.github.cvatopenapi.embedded.Interceptor.Response;
import io.github.cvatopenapi.spec.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Instances that do not keep what they are given, or keep what they are told to forget. */
final class LifeMutants {

    static final List<Mutant> ALL = List.of(
            new Mutant("what is sent is not kept", "projects_create", LIFECYCLE_CREATE,
                requests("projects_create", request -> body(request, body -> body.computeIfPresent("bug_tracker",
                        (name, url) -> String.valueOf(url).startsWith("https://bugs.") ? "" : url)))),
            new Mutant("what is sent is answered otherwise", "webhooks_create", LIFECYCLE_CREATE,
                requests("webhooks_create", request -> body(request, body ->
                        body.computeIfPresent("enable_ssl",
                                (name, value) -> Boolean.FALSE.equals(value) ? true : value)))),
            new Mutant("a change changes nothing", "projects_partial_update", LIFECYCLE_CHANGE,
                requests("projects_partial_update", request -> body(request, body -> {
                    if (String.valueOf(body.get("name")).contains("renamed")) {
                        body.remove("name");
                    }
                }))),
            new Mutant("a change changes more", "organizations_partial_update", LIFECYCLE_CHANGE,
                requests("organizations_partial_update", request -> body(request, body -> {
                    if (body.get("name") != null && !body.containsKey("description")) {
                        body.putIfAbsent("description", "changed as well");
                    }
                }))),
            new Mutant("what is removed is still there", "projects_destroy", LIFECYCLE_REMOVE,
                at("projects_destroy", pretending(204))).also(LIFECYCLE_CASCADE),
            new Mutant("the jobs of a removed task stay", "tasks_destroy", LIFECYCLE_CASCADE, 
                answers("jobs_retrieve", 404, response -> status(response, 200))),
            new Mutant("annotations are made without ids", "tasks_update_annotations", LIFECYCLE_CREATE,
                body("tasks_update_annotations", sheet -> sheet.computeIfPresent("shapes", (name, shapes) ->
                        withoutIds(Trees.list(shapes))))).also(SCHEMA_BODY),
            new Mutant("a removed annotation stays", "jobs_partial_update_annotations", LIFECYCLE_REMOVE,
                at("jobs_partial_update_annotations", (request, chain) -> asks(request, "action=delete")
                        ? chain.proceed(get(request, request.path()))
                        : chain.proceed(request))),
            new Mutant("a frame is the picture of another", "tasks_create_data", UPLOAD_MULTIPART,
                requests("tasks_retrieve_data", request -> request.query() == null ? request
                        : query(request, request.query().replaceFirst("number=1(?=&|$)", "number=0"))))
                .also(UPLOAD_SEVERAL, UPLOAD_FRAMES, CLIENT_TASK),
            new Mutant("an upload tells a wrong offset", "tasks_create_data", UPLOAD_TUS,
                where(request -> request.method().equals("HEAD") && request.path().matches("/api/tasks/\\d+/data/.+"),
                        (request, chain) -> header(chain.proceed(request), "Upload-Offset", "1"))).also(UPLOAD_OFFSET),
            new Mutant("a piece at the wrong place is taken", "tasks_create_data", UPLOAD_OFFSET,
                where(request -> request.method().equals("PATCH") && request.path().matches("/api/tasks/\\d+/data/.+"),
                        (request, chain) -> {
                            Response response = chain.proceed(request);
                            return response.status() == 409 ? empty(204) : response;
                        })));

    private LifeMutants() {
    }

    private static List<Object> withoutIds(List<Object> shapes) {
        List<Object> changed = new ArrayList<>();
        shapes.forEach(shape -> {
            Map<String, Object> bare = with(shape, "id", null);
            bare.remove("id");
            changed.add(bare);
        });
        return changed;
    }
}
