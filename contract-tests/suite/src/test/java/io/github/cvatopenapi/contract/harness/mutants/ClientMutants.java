package io.github.cvatopenapi.contract.harness.mutants;

import static io.github.cvatopenapi.contract.harness.mutants.Break.asks;
import static io.github.cvatopenapi.contract.harness.mutants.Break.body;
import static io.github.cvatopenapi.contract.harness.mutants.Break.empty;
import static io.github.cvatopenapi.contract.harness.mutants.Break.header;
import static io.github.cvatopenapi.contract.harness.mutants.Break.requests;
import static io.github.cvatopenapi.contract.harness.mutants.Break.where;
import static io.github.cvatopenapi.contract.harness.mutants.Break.with;
import static io.github.cvatopenapi.contract.harness.mutants.Break.without;
import static io.github.cvatopenapi.contract.harness.rules.Rule.ASYNC_FAILURE;
import static io.github.cvatopenapi.contract.harness.rules.Rule.ASYNC_RESULT;
import static io.github.cvatopenapi.contract.harness.rules.Rule.CLIENT_BACKUP;
import static io.github.cvatopenapi.contract.harness.rules.Rule.CLIENT_EXPORT;
import static io.github.cvatopenapi.contract.harness.rules.Rule.CLIENT_FAILURE;
import static io.github.cvatopenapi.contract.harness.rules.Rule.CLIENT_IMPORT;
import static io.github.cvatopenapi.contract.harness.rules.Rule.CLIENT_ORGANIZATION;
import static io.github.cvatopenapi.contract.harness.rules.Rule.CLIENT_TASK;
import static io.github.cvatopenapi.contract.harness.rules.Rule.STATUS_DECLARED;
import static io.github.cvatopenapi.contract.harness.rules.Rule.UPLOAD_TUS;

import io.github.cvatopenapi.embedded.Interceptor.Response;
import io.github.cvatopenapi.spec.Trees;
import java.util.Arrays;
import java.util.List;

/** Instances on which the client cannot do its jobs, though each call by itself is answered well. */
final class ClientMutants {

    /** What many a web server in front of a CVAT takes by default. */
    private static final int LARGEST_BODY = 1024 * 1024;

    static final List<Mutant> ALL = List.of(
            new Mutant("names of files are kept as the form wrote them", "tasks_create_data", CLIENT_TASK,
                body("tasks_retrieve_data_meta", meta -> meta.computeIfPresent("frames", (name, frames) ->
                        Trees.list(frames).stream().map(frame -> with(frame, "name", String.valueOf(
                                Trees.object(frame).get("name")).replace("\"", "%22"))).toList()))),
            new Mutant("large bodies are refused", "tasks_create_data", CLIENT_TASK,
                where(request -> request.body().length > LARGEST_BODY,
                        (request, chain) -> empty(413))),
            new Mutant("the file of an export is another", "jobs_create_dataset_export", CLIENT_EXPORT,
                where(request -> request.method().equals("GET") && asks(request, "rq_id="),
                        (request, chain) -> cut(chain.proceed(request)))).also(ASYNC_RESULT),
            new Mutant("pieces are stored under another name", "tasks_create_annotations", CLIENT_IMPORT,
                where(request -> request.method().equals("POST")
                                && request.path().matches("/api/tasks/\\d+/annotations/?")
                                && request.headers().containsKey("upload-length"),
                        (request, chain) -> header(chain.proceed(request), "Upload-Filename", "another")))
                .also(UPLOAD_TUS, STATUS_DECLARED),
            new Mutant("a restored task is not named", "tasks_create_backup", CLIENT_BACKUP,
                body("requests_retrieve", request -> request.put("result_id", null))).also(ASYNC_RESULT),
            new Mutant("the personal space is everything", "projects_create", CLIENT_ORGANIZATION,
                requests("projects_list", request -> asks(request, "org=") ? without(request, "org") : request)),
            new Mutant("a failed request is no longer told", "tasks_create_annotations", CLIENT_FAILURE,
                body("requests_retrieve", request -> request.computeIfPresent("message", (name, message) ->
                        "failed".equals(request.get("status")) ? "" : message))).also(ASYNC_FAILURE));

    private ClientMutants() {
    }

    private static Response cut(Response response) {
        byte[] half = Arrays.copyOf(response.body(), response.body().length / 2);
        return header(new Response(response.status(), response.headers(), half), "Content-Length", null);
    }
}
