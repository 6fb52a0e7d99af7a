package io.github.cvatopenapi.contract.harness.mutants;

import static io.github.cvatopenapi.contract.harness.mutants.Break.at;
import static io.github.cvatopenapi.contract.harness.mutants.Break.body;
import static io.github.cvatopenapi.contract.harness.mutants.Break.get;
import static io.github.cvatopenapi.contract.harness.mutants.Break.header;
import static io.github.cvatopenapi.contract.harness.mutants.Break.items;
import static io.github.cvatopenapi.contract.harness.mutants.Break.json;
import static io.github.cvatopenapi.contract.harness.mutants.Break.onPath;
import static io.github.cvatopenapi.contract.harness.mutants.Break.query;
import static io.github.cvatopenapi.contract.harness.mutants.Break.requests;
import static io.github.cvatopenapi.contract.harness.mutants.Break.status;
import static io.github.cvatopenapi.contract.harness.mutants.Break.text;

import io.github.cvatopenapi.contract.harness.http.JsonTrees;
import io.github.cvatopenapi.embedded.Interceptor;
import io.github.cvatopenapi.spec.Documents;
import io.github.cvatopenapi.spec.Trees;
import io.github.cvatopenapi.spec.recorded.RecordedExchange;
import io.github.cvatopenapi.spec.recorded.Recordings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.yaml.snakeyaml.Yaml;

/** Makes an embedded instance do otherwise what the newer of the recorded servers was recorded to do otherwise. */
public final class RecordedChanges implements Interceptor {

    private static final List<RecordedExchange> RECORDED = Recordings.byVersion().get(Recordings.NEWER);

    private static final List<String> SHOWN_TO_MEMBERS = List.of("organizations_retrieve",
            "organizations_partial_update", "organizations_destroy", "invitations_retrieve", "invitations_destroy",
            "invitations_accept", "invitations_decline");

    private final List<Interceptor> changes;

    public RecordedChanges() {
        changes = Stream.of(
                SHOWN_TO_MEMBERS.stream().map(operation -> at(operation, RecordedChanges::forbidden)),
                Stream.of("tasks_create", "tasks_retrieve", "tasks_partial_update")
                        .map(operation -> body(operation, RecordedChanges::withoutData)),
                Stream.<Interceptor>of(
                        items("tasks_list", tasks -> tasks.replaceAll(task -> {
                            withoutData(Trees.object(task));
                            return task;
                        })),
                        requests("tasks_list", request -> request.query() == null ? request : query(request,
                                request.query().replaceFirst("(?<=%22dimension%22%7D%2C)%22%22", "%222d%22"))),
                        at("tasks_list", RecordedChanges::unknownMode),
                        body("server_retrieve_about", about -> about.put("version", Recordings.NEWER)),
                        body("server_retrieve_plugins",
                                plugins -> plugins.keySet().removeAll(List.of("GIT_INTEGRATION", "PREDICT"))),
                        at("invitations_partial_update", RecordedChanges::noMethod),
                        onPath("invitations_retrieve", RecordedChanges::withoutPatch),
                        at("schema_retrieve", RecordedChanges::document),
                        at("tasks_create_data", RecordedChanges::qualityLeftOut),
                        at("webhooks_retrieve_events", RecordedChanges::events),
                        at("cloudstorages_retrieve_preview", RecordedChanges::png),
                        at("tasks_retrieve_preview", (request, chain) -> shows3d(request, chain)
                                ? png(request, chain) : chain.proceed(request)),
                        requests("memberships_list", request -> request.query() == null ? request : query(request,
                                request.query().replaceFirst("search=(worker|supervisor|maintainer|owner)(?=&|$)",
                                        "search=nobody-has-that-name")))))
                .flatMap(each -> each).toList();
    }

    @Override
    public Response intercept(Request request, Chain chain) {
        Chain changed = chain;
        for (Interceptor change : changes) {
            Chain inner = changed;
            changed = each -> change.intercept(each, inner);
        }
        return changed.proceed(request);
    }

    /** The answer that was recorded for a call of that operation, status and query. */
    private static RecordedExchange recorded(String operation, int status, String query) {
        return RECORDED.stream().filter(each -> each.operation().filter(operation::equals).isPresent())
                .filter(each -> each.status() == status && (query == null || each.path().endsWith(query))).findFirst()
                .orElseThrow(() -> new IllegalStateException("Nothing was recorded of " + operation + " " + status));
    }

    private static Response as(Response response, RecordedExchange recorded) {
        return json(status(response, recorded.status()), JsonTrees.read(recorded.json().orElseThrow().toString()));
    }

    /** What is there, and not for the caller, is no longer hidden. */
    private static Response forbidden(Request request, Chain chain) {
        Response response = chain.proceed(request);
        String path = request.path().replaceFirst("/(accept|decline)$", "");
        boolean there = response.status() == 404 && chain.proceed(header(get(request, path), "authorization",
                Break.ADMINISTRATOR)).status() == 200;
        return there ? as(response, recorded("organizations_retrieve", 403, null)) : response;
    }

    private static Response noMethod(Request request, Chain chain) {
        Response read = chain.proceed(get(request, request.path()));
        return read.status() == 401 ? read : as(read, RECORDED.stream()
                .filter(each -> each.method().equals("PATCH") && each.path().startsWith("/api/invitations/")
                        && each.status() == 405).findFirst().orElseThrow());
    }

    private static Response withoutPatch(Request request, Chain chain) {
        Response response = chain.proceed(request);
        return response.headers().keySet().stream().noneMatch("allow"::equalsIgnoreCase) ? response
                : header(response, "Allow", "GET, DELETE, HEAD, OPTIONS");
    }

    private static Response document(Request request, Chain chain) {
        Response response = chain.proceed(request);
        if (response.status() != 200) {
            return response;
        }
        Map<String, Object> document = Trees.object(Trees.copy(Documents.parse(text(response), "document")));
        Trees.object(document.get("info")).put("version", Recordings.NEWER);
        Trees.object(Trees.at(document, "paths", "/api/invitations/{key}")).remove("patch");
        return text(response).startsWith("{") ? json(response, document) : new Response(200, response.headers(),
                new Yaml().dumpAsMap(document).getBytes(StandardCharsets.UTF_8));
    }

    private static void withoutData(Map<String, Object> task) {
        if (task.containsKey("segment_size") && !task.containsKey("data")) {
            task.put("data", null);
            task.put("dimension", "");
        }
    }

    private static Response qualityLeftOut(Request request, Chain chain) {
        Response response = chain.proceed(request);
        boolean leftOut = response.status() == 400 && header(request, "content-type").startsWith("multipart/")
                && text(response).equals("{\"image_quality\":[\"This field is required.\"]}");
        return leftOut ? as(response, recorded("tasks_create_data", 202, "/data/")) : response;
    }

    private static Response unknownMode(Request request, Chain chain) {
        Response response = chain.proceed(request);
        return response.status() != 200 || !String.valueOf(request.query()).contains("mode=no-such-mode") ? response
                : as(response, recorded("tasks_list", 400, "mode=no-such-value"));
    }

    private static Response events(Request request, Chain chain) {
        Response response = chain.proceed(request);
        return response.status() != 200 ? response : as(response, recorded("webhooks_retrieve_events", 200,
                request.query() == null ? "/events" : request.query()));
    }

    private static boolean shows3d(Request request, Chain chain) {
        Response task = chain.proceed(get(request, request.path().replaceFirst("/preview$", "")));
        return text(task).replace(" ", "").contains("\"dimension\":\"3d\"");
    }

    private static Response png(Request request, Chain chain) {
        Response response = chain.proceed(request);
        if (response.status() != 200) {
            return response;
        }
        ByteArrayOutputStream picture = new ByteArrayOutputStream();
        try {
            ImageIO.write(ImageIO.read(new ByteArrayInputStream(response.body())), "png", picture);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return header(new Response(200, response.headers(), picture.toByteArray()), "Content-Type", "image/png");
    }
}
