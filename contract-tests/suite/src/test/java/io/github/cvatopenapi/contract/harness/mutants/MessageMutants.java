package io.github.cvatopenapi.contract.harness.mutants;

import static io.github.cvatopenapi.contract.harness.mutants.Break.*;
import static io.github.cvatopenapi.contract.harness.rules.Rule.*;

import io.github.cvatopenapi.contract.harness.http.Call;
import io.github.cvatopenapi.embedded.Interceptor.Request;
import io.github.cvatopenapi.embedded.Interceptor.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Answers with a wrong status, media type, body or header, and bad input that is taken for good. */
final class MessageMutants {

    private static final String BEYOND_64_BITS = "1180591620717411303424";

    static final List<Mutant> ALL = List.of(
            new Mutant("the status is 200 where 204 was declared", "labels_destroy", STATUS_DECLARED,
                answers("labels_destroy", 204, response -> status(response, 200)))
                .also(SCHEMA_STATUS, LIFECYCLE_REMOVE, LIFECYCLE_DATE),
            new Mutant("the status is one that nothing declares", "server_retrieve_plugins", SCHEMA_STATUS,
                answers("server_retrieve_plugins", 200, response -> status(response, 203)))
                .also(STATUS_DECLARED, LIFECYCLE_READ, MEDIA_ACCEPT),
            new Mutant("the media type is application/json", "users_retrieve_self", SCHEMA_MEDIA,
                answers("users_retrieve_self", 200, response -> header(response, "Content-Type", "application/json")))
                .also(MEDIA_ACCEPT),
            new Mutant("any Accept will do", "labels_list", MEDIA_REFUSE,
                requests("labels_list", request -> header(request, "accept", Call.CVAT_JSON))),
            new Mutant("any media type of a body will do", "issues_create", MEDIA_UNSUPPORTED,
                at("issues_create", instead(415, request -> get(request, "/api/server/about"))))
                .also(SCHEMA_STATUS, HEADER_ALLOW),
            new Mutant("a member is missing", "issues_retrieve", SCHEMA_BODY,
                body("issues_retrieve", tree -> tree.remove("comments"))),
            new Mutant("a member that the document does not require is missing", "invitations_retrieve", SCHEMA_BODY,
                body("invitations_retrieve", tree -> tree.remove("expired"))),
            new Mutant("a detail of a user is missing", "users_retrieve", SCHEMA_BODY,
                body("users_retrieve", tree -> tree.remove("is_staff"))),
            new Mutant("an error is JSON and called a page", "comments_retrieve", SCHEMA_MEDIA,
                answers("comments_retrieve", 404, response -> header(response, "Content-Type", "text/html"))),
            new Mutant("an error is a number", "labels_retrieve", SCHEMA_BODY,
                answers("labels_retrieve", 404, response -> json(response, Map.of("error", 17)))),
            new Mutant("a security header is turned round", "guides_retrieve", HEADER_SECURITY,
                answers("guides_retrieve", response -> header(response, "X-Content-Type-Options", "sniff"))),
            new Mutant("Allow does not name the method", "webhooks_retrieve", HEADER_ALLOW,
                answers("webhooks_retrieve", response -> header(response, "Allow", "POST, OPTIONS"))),
            new Mutant("what was made is not located", "jobs_create", HEADER_LOCATION,
                answers("jobs_create", 201, response -> header(response, "Location", null))),
            new Mutant("a member is null that must not be", "jobs_retrieve", SCHEMA_BODY,
                body("jobs_retrieve", tree -> tree.put("updated_date", null))),
            new Mutant("a number is a text", "tasks_retrieve", SCHEMA_BODY,
                body("tasks_retrieve", tree -> tree.computeIfPresent("overlap", (name, size) -> String.valueOf(size))))
                .also(SCHEMA_MODEL, LIFECYCLE_READ),
            new Mutant("a choice is none of those declared", "memberships_retrieve", SCHEMA_BODY,
                body("memberships_retrieve", tree -> tree.put("role", "emperor"))).also(ORG_ROLES),
            new Mutant("a security header is missing", "users_retrieve", HEADER_SECURITY,
                answers("users_retrieve", response -> header(response, "X-Frame-Options", null))),
            new Mutant("Allow is missing", "issues_list", ERROR_METHOD,
                onPath("issues_list", (request, chain) -> header(chain.proceed(request), "Allow", null)))
                .also(HEADER_ALLOW),
            new Mutant("a method that is not declared is taken", "comments_retrieve", ERROR_METHOD,
                onPath("comments_retrieve", instead(405, request -> get(request, "/api/server/about")))),
            new Mutant("OPTIONS does not tell POST", "webhooks_list", HEADER_ALLOW,
                onPath("webhooks_list", (request, chain) -> request.method().equals("OPTIONS")
                        ? header(chain.proceed(request), "Allow", "GET, HEAD, OPTIONS") : chain.proceed(request))),
            new Mutant("a broken body is an empty one", "labels_partial_update", ERROR_MALFORMED,
                requests("labels_partial_update", request -> text(request).equals("{broken")
                        ? json(request, Map.of()) : request)),
            new Mutant("a list is a change that changes nothing", "issues_partial_update", ERROR_TYPE,
                requests("issues_partial_update", request -> text(request).equals("[]")
                        ? json(request, Map.of()) : request)),
            new Mutant("an error says nothing", "requests_retrieve", ASYNC_UNKNOWN,
                answers("requests_retrieve", 404, response -> empty(404))).also(ERROR_MISSING, SCHEMA_BODY),
            new Mutant("a number beyond 64 bits breaks the server", "labels_list", ERROR_QUERY_BOUNDS,
                at("labels_list", (request, chain) -> asks(request, "job_id=" + BEYOND_64_BITS)
                        ? empty(500) : chain.proceed(request))),
            new Mutant("a name that is too long is cut", "projects_create", ERROR_BODY_BOUNDS,
                requests("projects_create", request -> body(request, body ->
                    body.computeIfPresent("name", (key, name) ->
                        name instanceof String text && text.length() > 256 ? text.substring(0, 256) : name))))
                .also(ERROR_TOGETHER, LIFECYCLE_CREATE),
            new Mutant("one of several wrong properties is passed over", "issues_create", ERROR_TOGETHER,
                requests("issues_create", request -> body(request, body -> {
                    if (body.get("position") instanceof String) {
                        body.remove("resolved");
                    }
                }))),
            new Mutant("of two organizations one is passed over", "comments_create", ORG_CONTEXT,
                requests("comments_create", request -> new Request(request.method(), request.path(),
                        request.query() == null ? null : request.query().replaceAll("&?org_id=abc", ""),
                        request.headers(), request.body()))),
            new Mutant("a path that is no number breaks the server", "tasks_create_backup_export", ERROR_PATH_BOUNDS,
                where(request -> request.path().contains("/tasks/not-a-number/backup"),
                        (request, chain) -> empty(500))),
            new Mutant("a path that is no number breaks the server", "memberships_retrieve", ERROR_PATH_BOUNDS,
                where(request -> request.path().equals("/api/memberships/1.5"), (request, chain) -> empty(500))),
            new Mutant("whoever is not there is the caller", "users_retrieve", ERROR_MISSING,
                at("users_retrieve", instead(404, request -> path(request, "/api/users/self"))))
                .also(ERROR_PATH_BOUNDS),
            new Mutant("bad input is good", "organizations_create", ERROR_INPUT,
                requests("organizations_create", request -> body(request, body ->
                    body.replace("slug", "bad slug!", "good-slug"))))
                .also(LIFECYCLE_CREATE),
            new Mutant("the served document is of another version", "schema_retrieve", DOC_VERSION,
                answers("schema_retrieve", 200, response -> new Response(200, response.headers(),
                        text(response).replace("2.58.1", "2.58.0").getBytes(StandardCharsets.UTF_8)))));

    private MessageMutants() {
    }
}
