package io.github.cvatopenapi.contract.harness.run;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.github.cvatopenapi.embedded.EmbeddedCvat;
import io.github.cvatopenapi.embedded.Interceptor;
import io.github.cvatopenapi.spec.Contract;
import io.github.cvatopenapi.spec.Operation;
import io.github.cvatopenapi.spec.recorded.RecordedExchange;
import io.github.cvatopenapi.spec.recorded.Recordings;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes an embedded instance break as the real server was recorded to: a call of the same kind as one that was answered
 * with 5xx gets that answer. So the suite meets what it will meet on the real server.
 */
final class RecordedFaults implements Interceptor {

    /** What these do on the embedded instance must not be done, because the real server does not do it. */
    private static final Set<String> NEVER_WORKED = Set.of("assets_destroy", "invitations_partial_update");

    /** They break where the embedded instance refuses; their bodies alone do not tell. */
    private static final Set<String> WHERE_REFUSED = Set.of("guides_create", "invitations_create",
            "tasks_retrieve_data", "tasks_retrieve_data_meta", "tasks_partial_update_validation_layout");

    /**
     * What was seen to break in other runs than those that were kept: a filter that compares a number with a text, and
     * the date of tokens in order or filter.
     */
    private static final Map<String, Pattern> UNRECORDED = Map.of(
            "projects_list", Pattern.compile("filter=%7B%22%3C%22%3A%5B%7B%22var%22%3A%22id%22%7D%2C%22abc%22%5D%7D"),
            "auth_list_access_tokens", Pattern.compile("(?:sort|filter)=[^&]*created_date"));

    /** What parameters were sent that nothing is to be made of, whatever was sent beside them. */
    private static final Map<String, String> NONSENSE = Map.of("cloud_storage_id", "abc", "save_images", "maybe");

    private final Contract contract = Contract.load();
    private final Map<String, List<RecordedExchange>> faults = new HashMap<>();
    private final Set<RecordedExchange> met = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean merged = new AtomicBoolean();

    /** @param version of the real server: one of those that were recorded */
    RecordedFaults(String version) {
        Stream<RecordedExchange> recorded = Stream.of(Recordings.byVersion().get(version),
                Recordings.read(version, Recordings.MEDIA), Recordings.read(version, Recordings.PARAMS))
                .flatMap(List::stream);
        for (RecordedExchange each : recorded.toList()) {
            // 503 is for want of a function service: the embedded one lacks it too
            if (each.status() >= 500 && each.status() != 503) {
                String key = each.operation().orElse(each.method() + " " + path(each));
                faults.computeIfAbsent(key, none -> new ArrayList<>()).add(each);
            }
        }
    }

    @Override
    public Response intercept(Request request, Chain chain) {
        String key = contract.find(request.method(), request.path()).map(Operation::id)
                .orElse(request.method() + " " + request.path());
        if (NEVER_WORKED.contains(key)) {
            Request reading = new Request("GET", request.path(), request.query(), request.headers(), new byte[0]);
            int there = chain.proceed(reading).status();
            return there < 300 ? broken(faults.get(key)) : chain.proceed(request);
        }
        if (key.equals("projects_partial_update") && labelWithoutColor(request) && badlyColored(request, chain)) {
            return broken(faults.get(key));
        }
        Response response = chain.proceed(request);
        if (key.equals("consensus_create_merge") && response.status() == 202) {
            merged.set(true);
        }
        boolean stranger = response.status() == 401 || response.status() == 403;
        if (stranger && !key.equals("schema_retrieve")) {
            return response;
        }
        if (UNRECORDED.containsKey(key) && UNRECORDED.get(key).matcher(String.valueOf(request.query())).find()) {
            return broken(faults.get(key));
        }
        List<RecordedExchange> alike = faults.getOrDefault(key, List.of()).stream()
                .filter(each -> alike(each, key, request, response)).toList();
        return !alike.isEmpty() ? broken(alike)
                : key.equals("server_retrieve_about") ? ofAServer(response) : response;
    }

    /** What was recorded to break and was not called for, each by what was sent. */
    Set<String> unmet() {
        return faults.values().stream().flatMap(List::stream).filter(each -> !met.contains(each))
                .map(RecordedFaults::named).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String named(RecordedExchange recorded) {
        if (!recorded.note().isEmpty()) {
            return recorded.operation().orElse(path(recorded)) + " " + recorded.note();
        }
        String query = recorded.path().contains("?") ? URLDecoder.decode(recorded.path().split("\\?", 2)[1],
                StandardCharsets.UTF_8) : "";
        return (recorded.operation().orElse(path(recorded)) + " " + query
                + Objects.toString(recorded.request().get("json"), "")).strip();
    }

    /** An embedded instance says that it is one, and would be judged as one. */
    private static Response ofAServer(Response about) {
        return new Response(about.status(), about.headers(), new String(about.body(), StandardCharsets.UTF_8)
                .replace(EmbeddedCvat.SUBTITLE, "Open Data Annotation Platform").getBytes(StandardCharsets.UTF_8));
    }

    private boolean alike(RecordedExchange fault, String operation, Request request, Response response) {
        boolean ofMissing = names(path(fault));
        if (ofMissing != names(request.path())) {
            return false;
        }
        if (operation.equals("schema_retrieve")) {
            return String.valueOf(request.headers().get("authorization")).contains("Token 0000");
        }
        JsonObject headers = fault.request().getAsJsonObject("headers");
        if (headers != null && headers.has("Upload-Length")) {
            return List.of("-1").equals(request.headers().get("upload-length"));
        }
        if (!fault.note().contains(": ") && WHERE_REFUSED.contains(operation)) {
            return refused(fault, operation, request, response);
        }
        if (fault.request().has("raw")) {
            return fault.request().get("raw").getAsString().equals(text(request));
        }
        if (fault.request().has("json")) {
            return body(fault, operation, request);
        }
        return query(fault, operation, request);
    }

    private boolean query(RecordedExchange fault, String operation, Request request) {
        Map<String, String> was = parameters(fault.path().contains("?") ? fault.path().split("\\?", 2)[1] : null);
        Map<String, String> asked = parameters(request.query());
        if (operation.equals("requests_list") && !fault.note().contains(": ")) {
            return merged.get() && was.keySet().stream().anyMatch(asked::containsKey);
        }
        String note = fault.note();
        if (note.contains(": ")) {
            String name = note.substring(0, note.indexOf(':'));
            return was.get(name).equals(asked.get(name));
        }
        Optional<String> nonsense = NONSENSE.entrySet().stream()
                .filter(each -> each.getValue().equals(was.get(each.getKey()))).map(Map.Entry::getKey).findFirst();
        if (nonsense.isPresent()) {
            return was.get(nonsense.get()).equals(asked.get(nonsense.get()));
        }
        if (was.containsKey("location")) {
            return was.get("location").equals(asked.get("location")) && !asked.containsKey("cloud_storage_id");
        }
        return was.entrySet().stream().allMatch(each -> asked.containsKey(each.getKey())
                && masked(each.getValue()).equals(masked(asked.get(each.getKey()))));
    }

    private static boolean body(RecordedExchange fault, String operation, Request request) {
        JsonObject was = fault.request().get("json").getAsJsonObject();
        JsonObject sent = object(request).orElse(null);
        if (sent == null) {
            return false;
        }
        if (fault.note().contains(":")) {
            String[] named = fault.note().substring(0, fault.note().indexOf(':')).split(" ");
            JsonElement now = member(sent, named);
            boolean fraction = fault.note().endsWith(": fraction for an integer");
            return now != null && (fraction ? now.toString().matches("\\d+\\.5") : now.equals(member(was, named)));
        }
        return switch (operation) {
            case "tasks_create_data" -> sent.has("client_files") && request.headers().containsKey("upload-finish");
            case "jobs_partial_update_annotations" -> sent.has("tracks") && sent.get("tracks").isJsonArray()
                    && sent.getAsJsonArray("tracks").asList().stream().anyMatch(RecordedFaults::isNowhere);
            case "lambda_create_functions" -> was.get("states").equals(sent.get("states")) && sent.has("shapes");
            default -> sent.equals(was);
        };
    }

    private static boolean isNowhere(JsonElement track) {
        return track.isJsonObject() && new JsonArray().equals(track.getAsJsonObject().get("shapes"));
    }

    private static boolean refused(RecordedExchange fault, String operation, Request request, Response response) {
        boolean raw = fault.request().has("raw");
        if (response.status() < 400 || response.status() >= 500 || raw) {
            return raw && fault.request().get("raw").getAsString().equals(text(request));
        }
        JsonObject sent = object(request).orElse(new JsonObject());
        return switch (operation) {
            case "guides_create" -> !new String(response.body(), StandardCharsets.UTF_8).contains("does not exist")
                    && sent.keySet().equals(Set.of("markdown", "project_id"));
            case "invitations_create" -> sent.has("email") && !sent.get("email").isJsonNull() && sent.has("role")
                    && new String(response.body(), StandardCharsets.UTF_8).contains("mail backend");
            case "tasks_partial_update_validation_layout" ->
                    new String(response.body(), StandardCharsets.UTF_8).contains("no validation setup");
            default -> new String(response.body(), StandardCharsets.UTF_8).contains("no data");
        };
    }

    /** Whether a project that may be changed has a label whose color is none, at which the real server stumbles. */
    private static boolean badlyColored(Request request, Chain chain) {
        String project = request.path().substring(request.path().lastIndexOf('/') + 1);
        Response labels = chain.proceed(new Request("GET", "/api/labels", "page_size=all&project_id=" + project,
                request.headers(), new byte[0]));
        return labels.status() == 200 && JsonParser.parseString(new String(labels.body(), StandardCharsets.UTF_8))
                .getAsJsonObject().getAsJsonArray("results").asList().stream()
                .anyMatch(label -> !label.getAsJsonObject().get("color").getAsString().matches("#\\p{XDigit}{6}"));
    }

    private static boolean labelWithoutColor(Request request) {
        return object(request).map(sent -> sent.get("labels")).filter(JsonElement::isJsonArray)
                .filter(labels -> labels.getAsJsonArray().size() == 1 && labels.getAsJsonArray().get(0).isJsonObject())
                .filter(labels -> labels.getAsJsonArray().get(0).getAsJsonObject().keySet().equals(Set.of("name")))
                .isPresent();
    }

    private static JsonElement member(JsonObject body, String[] named) {
        if (named.length == 1) {
            return body.get(named[0]);
        }
        JsonElement list = body.get(named[0] + "s");
        boolean holds = list != null && list.isJsonArray() && !list.getAsJsonArray().isEmpty()
                && list.getAsJsonArray().get(0).isJsonObject();
        return holds ? list.getAsJsonArray().get(0).getAsJsonObject().get(named[1]) : null;
    }

    private static Optional<JsonObject> object(Request request) {
        try {
            JsonElement body = JsonParser.parseString(text(request));
            return body.isJsonObject() ? Optional.of(body.getAsJsonObject()) : Optional.empty();
        } catch (JsonParseException e) {
            return Optional.empty();
        }
    }

    private static String text(Request request) {
        return new String(request.body(), StandardCharsets.UTF_8);
    }

    private static String path(RecordedExchange recorded) {
        return recorded.path().split("\\?", 2)[0];
    }

    /** Whether a path names something that does not exist: ids that only the recorder and the suite use for that. */
    private static boolean names(String path) {
        return Arrays.stream(path.split("/")).anyMatch(part -> masked(part).equals("missing"));
    }

    private static String masked(String value) {
        return value.matches("98765\\d*|2000000001") ? "missing" : value;
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new TreeMap<>();
        for (String pair : query == null ? new String[0] : query.split("&")) {
            String[] parts = pair.split("=", 2);
            parameters.merge(parts[0], parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8),
                    (one, other) -> one + "&" + other);
        }
        return parameters;
    }

    /** As the first of those that a call is alike. */
    private Response broken(List<RecordedExchange> alike) {
        met.addAll(alike);
        RecordedExchange recorded = alike.get(0);
        Map<String, List<String>> headers = new HashMap<>();
        recorded.headers().forEach((name, value) -> {
            if (!Set.of("content-length", "set-cookie", "content-encoding").contains(name)) {
                headers.put(name, List.of(value));
            }
        });
        String body = recorded.json().map(JsonElement::toString)
                .orElseGet(() -> recorded.body().has("text") ? recorded.body().get("text").getAsString() : "");
        return new Response(recorded.status(), headers, body.getBytes(StandardCharsets.UTF_8));
    }
}
