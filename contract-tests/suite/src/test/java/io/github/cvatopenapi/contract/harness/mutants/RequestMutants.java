package io.github.cvatopenapi.contract.harness.mutants;

import static io.github.cvatopenapi.contract.harness.mutants.Break.*;
import static io.github.cvatopenapi.contract.harness.rules.Rule.*;

import io.github.cvatopenapi.embedded.Interceptor.Request;
import io.github.cvatopenapi.embedded.Interceptor.Response;
import io.github.cvatopenapi.embedded.Interceptor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Work that takes time and is not told of as it should. */
final class RequestMutants {

    static final List<Mutant> ALL = List.of(
            new Mutant("no request ever finishes", "requests_retrieve", DOC_ASYNC,
                body("requests_retrieve", request -> request.replace("status", "finished", "started")))
                .also(ASYNC_PROGRESS).within(Duration.ofSeconds(4)),
            new Mutant("progress runs back", "requests_retrieve", ASYNC_PROGRESS, backwards()),
            new Mutant("a request is finished before it started", "requests_retrieve", ASYNC_PROGRESS,
                body("requests_retrieve", request -> {
                    Object started = request.get("started_date");
                    request.put("started_date", request.get("finished_date"));
                    request.put("finished_date", started);
                })),
            new Mutant("a request is shown to others", "requests_retrieve", ASYNC_OWNER,
                at("requests_retrieve", instead(403, Break::asAdministrator))),
            new Mutant("the conflict does not name the request", "tasks_create_backup_export", ASYNC_CONFLICT,
                answers("tasks_create_backup_export", 409, response -> json(response, Map.of("detail", "Busy.")))),
            new Mutant("the same work again is taken", "tasks_create_dataset_export", ASYNC_CONFLICT,
                answers("tasks_create_dataset_export", 409, response -> status(response, 202))),
            new Mutant("a result is given to others", "projects_create_dataset_export", ASYNC_OWNER,
                where(RequestMutants::downloads, instead(403, Break::asAdministrator))),
            new Mutant("a download does not name its file", "projects_create_dataset_export", HEADER_DOWNLOAD,
                where(RequestMutants::downloads, (request, chain) ->
                        header(chain.proceed(request), "Content-Disposition", null))),
            new Mutant("the name of a file is not looked at", "tasks_create_dataset_export", HEADER_DOWNLOAD,
                requests("tasks_create_dataset_export", request -> without(request, "filename"))).also(ASYNC_RESULT),
            new Mutant("a place of no kind is the usual one", "projects_create_backup", ERROR_INPUT,
                requests("projects_create_backup", request ->
                    asks(request, "location=bad") ? without(request, "location") : request)),
            new Mutant("perhaps is no", "tasks_create_backup_export", ERROR_INPUT,
                at("tasks_create_backup_export", (request, chain) -> asks(request, "=maybe")
                    ? status(chain.proceed(without(request, "lightweight")), 202) : chain.proceed(request))),
            new Mutant("a word is no filter", "events_create_export", ERROR_QUERY_BOUNDS,
                requests("events_create_export", request ->
                    asks(request, "job_id=abc") ? without(request, "job_id") : request)),
            new Mutant("a header without yes or no is a fault", "tasks_create_data", UPLOAD_BAD,
                at("tasks_create_data", (request, chain) ->
                    header(request, "upload-multiple").equals("maybe") ? empty(500) : chain.proceed(request))),
            new Mutant("what failed has no message", "tasks_create_backup", ASYNC_FAILURE,
                body("requests_retrieve", request -> request.put("message", ""))),
            new Mutant("a retired way is unknown", "jobs_create_dataset_export", ASYNC_RETIRED,
                where(request -> request.path().matches("/api/jobs/\\d+/dataset"), (request, chain) -> empty(404))),
            new Mutant("what is cancelled goes on", "requests_create_cancel", ASYNC_CANCEL,
                at("requests_create_cancel", (request, chain) -> {
                    Response state = chain.proceed(get(request, request.path().replaceFirst("/cancel$", "")));
                    return text(state).contains("\"queued\"") ? empty(200) : chain.proceed(request);
                })));

    private RequestMutants() {
    }

    private static boolean downloads(Request request) {
        return request.path().endsWith("/download");
    }

    /** Whoever asks is told less than the one before. */
    private static Interceptor backwards() {
        AtomicInteger asked = new AtomicInteger();
        return body("requests_retrieve", request -> request.put("progress", 1.0 / asked.incrementAndGet()));
    }
}
