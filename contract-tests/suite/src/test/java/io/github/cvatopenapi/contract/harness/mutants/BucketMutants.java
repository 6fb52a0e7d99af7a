package io.github.cvatopenapi.contract.harness.mutants;

import static io.github.cvatopenapi.contract.harness.mutants.Break.*;
import static io.github.cvatopenapi.contract.harness.rules.Rule.*;

import io.github.cvatopenapi.contract.harness.http.JsonTrees;
import io.github.cvatopenapi.embedded.Interceptor.Chain;
import io.github.cvatopenapi.embedded.Interceptor.Request;
import io.github.cvatopenapi.embedded.Interceptor.Response;
import io.github.cvatopenapi.embedded.Interceptor;
import io.github.cvatopenapi.spec.Trees;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** A cloud storage as a place that is not kept to. */
final class BucketMutants {

    static final List<Mutant> ALL = List.of(
            new Mutant("an export to a bucket ends and writes nothing there", "tasks_create_dataset_export",
                ASYNC_RESULT, pretended("tasks_create_dataset_export")),
            new Mutant("a backup to a bucket ends and writes nothing there", "projects_create_backup_export",
                ASYNC_RESULT, pretended("projects_create_backup_export")),
            new Mutant("an import from a bucket takes nothing", "jobs_create_annotations", ASYNC_RESULT,
                forgotten("jobs_create_annotations")),
            new Mutant("the default place of a project is not looked at", "projects_create_dataset_export",
                ASYNC_RESULT, requests("projects_create_dataset_export", request -> asks(request, "location=") ? request
                        : query(request, request.query() + "&location=local"))),
            new Mutant("a file in a bucket gets another name", "jobs_create_dataset_export", ASYNC_RESULT,
                requests("jobs_create_dataset_export", request -> without(request, "filename"))).also(HEADER_DOWNLOAD),
            new Mutant("a page of a bucket comes again", "cloudstorages_retrieve_content_v2", PAGE_WALK,
                requests("cloudstorages_retrieve_content_v2", request -> asks(request, "nonsense") ? request
                        : without(request, "next_token"))),
            new Mutant("a lightweight backup has all pictures", "tasks_create_backup_export", ASYNC_RESULT,
                requests("tasks_create_backup_export", request -> request.query() == null ? request
                        : query(request, request.query().replace("lightweight=true", "lightweight=false")))),
            new Mutant("what is excluded of a folder is taken", "tasks_create_data", UPLOAD_FRAMES,
                requests("tasks_create_data", request -> body(request, body ->
                    body.computeIfPresent("server_files_exclude", (name, files) ->
                        String.valueOf(files).contains("second.png") ? List.of() : files)))),
            new Mutant("a pattern is not looked at", "tasks_create_data", UPLOAD_FRAMES,
                requests("tasks_create_data", request -> body(request, body ->
                    body.replace("filename_pattern", "*third*", "*")))));

    /** Checks of what is missing or wrong name storages otherwise. */
    private static final Pattern ONE_THAT_IS_THERE =
            Pattern.compile("location=cloud_storage&cloud_storage_id=\\d{1,6}(&|$)");

    private BucketMutants() {
    }

    /** What becomes of the answer that tells that something ended. */
    private interface End {
        Response of(Request begun, Response answer, Chain chain);
    }

    /**
     * Work on the bucket is begun and told of otherwise.
     *
     * @param operation that begins it
     * @param begin     how it is asked for instead
     * @param end       what is told of its end instead
     */
    private static Interceptor watched(String operation, UnaryOperator<Request> begin, End end) {
        Map<String, Request> begun = new ConcurrentHashMap<>();
        Interceptor first = at(operation, (request, chain) -> {
            if (request.query() == null || !ONE_THAT_IS_THERE.matcher(request.query()).find()) {
                return chain.proceed(request);
            }
            Response answer = chain.proceed(begin.apply(request));
            if (answer.status() == 202) {
                begun.put(member(answer, "rq_id"), request);
            }
            return answer;
        });
        Interceptor then = at("requests_retrieve", (request, chain) -> {
            Response answer = chain.proceed(request);
            Request there = answer.status() == 200 ? begun.get(member(answer, "id")) : null;
            return there != null && member(answer, "status").equals("finished") ? end.of(there, answer, chain) : answer;
        });
        return (request, chain) -> first.intercept(request, next -> then.intercept(next, chain));
    }

    private static String member(Response answer, String name) {
        return String.valueOf(Trees.object(JsonTrees.read(text(answer))).get(name));
    }

    /** Nothing goes to the bucket, and it is said to. */
    private static Interceptor pretended(String operation) {
        return watched(operation, request -> {
            Request local = without(without(request, "location"), "cloud_storage_id");
            return query(local, (local.query() == null ? "" : local.query() + "&") + "location=local");
        }, (begun, answer, chain) -> body(answer, request -> request.put("result_url", null)));
    }

    /** What was taken is gone when the end is told. */
    private static Interceptor forgotten(String operation) {
        return watched(operation, request -> request, (begun, answer, chain) -> {
            chain.proceed(new Request("DELETE", begun.path(), null, begun.headers(), new byte[0]));
            return answer;
        });
    }
}
