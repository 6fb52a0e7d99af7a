package io.github.cvatopenapi.client.wire;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import io.github.cvatopenapi.spec.Contract;
import io.github.cvatopenapi.spec.Media;
import io.github.cvatopenapi.spec.Operation;
import io.github.cvatopenapi.spec.Response;
import io.github.cvatopenapi.spec.Trees;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import okio.Buffer;

/** What a server answers an operation with, by the document. */
final class Answers {

    private static final String JSON = "application/vnd.cvat+json";

    /** Where the method reads something else than the document says at first sight, and why. */
    private static final Map<String, String> RETIRED = Map.of(
            "quality_create_report 201", "a report answers the retired way of asking for it, which rq_id is for");

    /** How a method must give what was answered. */
    enum Kind { JSON, BYTES, NOTHING }

    /**
     * An answer of the document.
     *
     * @param json its body where that is JSON
     */
    record Answer(int status, Kind kind, String mediaType, JsonElement json, byte[] bytes) {

        MockResponse response() {
            MockResponse.Builder response = new MockResponse.Builder().code(status);
            if (kind != Kind.NOTHING) {
                response.addHeader("Content-Type", mediaType).body(new Buffer().write(bytes));
            }
            return response.build();
        }

        @Override
        public String toString() {
            return status + " " + kind + " " + mediaType;
        }
    }

    private final Contract contract;

    Answers(Contract contract) {
        this.contract = contract;
    }

    /** Every success that the method can be answered with; the most telling first. */
    List<Answer> of(Operation operation) {
        List<Response> successes = operation.responses().stream()
                .filter(response -> response.status() / 100 == 2)
                .filter(response -> !RETIRED.containsKey(operation.id() + " " + response.status()))
                .toList();
        List<Answer> answers = successes.stream().flatMap(response -> of(operation, response).stream()).toList();
        return Stream.concat(answers.stream().filter(each -> each.kind() != Kind.NOTHING),
                answers.stream().filter(each -> each.kind() == Kind.NOTHING)).toList();
    }

    private List<Answer> of(Operation operation, Response response) {
        Optional<Media> json = json(response);
        if (json.isPresent()) {
            return List.of(json(response, json.get().type(), Samples.ofAnswers(contract).of(json.get().schema())));
        }
        if (operation.id().equals("cloudstorages_retrieve_actions")) {
            JsonArray actions = new JsonArray();
            actions.add("read");
            actions.add("write");
            return List.of(json(response, response.content().get(0).type(), actions));
        }
        byte[] bytes = {(byte) 0x89, 'P', 'N', 'G', 0, -1};
        return response.content().isEmpty()
                ? List.of(new Answer(response.status(), Kind.NOTHING, null, null, null))
                : response.content().stream()
                        .map(media -> new Answer(response.status(), Kind.BYTES, media.type(), null, bytes)).toList();
    }

    /** The JSON document that the method returns; a choice of JSON and others is a file, and so can one of JSON be. */
    private Optional<Media> json(Response response) {
        boolean onlyJson = response.content().stream().allMatch(media -> media.type().endsWith("json"));
        return response.content(JSON).or(() -> response.content().stream().filter(media -> onlyJson).findFirst())
                .filter(media -> !isFile(media.schema()));
    }

    private static Answer json(Response response, String mediaType, JsonElement document) {
        return new Answer(response.status(), Kind.JSON, mediaType, document,
                document.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The request form that a caller can use, by the document. */
    Forms forms(Operation operation) {
        Optional<Media> json = operation.requestBody("application/json");
        Optional<Media> multipart = operation.requestBody("multipart/form-data");
        boolean files = multipart.isPresent() && properties(multipart.get()).values().stream().anyMatch(this::isFile);
        boolean onlyFiles = files && properties(multipart.get()).values().stream().allMatch(this::isFile);
        return new Forms(json.filter(media -> !onlyFiles), multipart.filter(media -> files || json.isEmpty()));
    }

    /**
     * JSON holds no files, so a body of files only is multipart; a form holds no nested objects, so a body without
     * files is JSON.
     */
    record Forms(Optional<Media> json, Optional<Media> multipart) {

        boolean twin() {
            return json.isPresent() && multipart.isPresent();
        }
    }

    /** The properties of a body. */
    Map<String, Object> properties(Media media) {
        return Trees.object(contract.resolve(media.schema()).get("properties"));
    }

    private boolean isFile(Object property) {
        return Samples.ofRequests(contract).isFile(Trees.object(property));
    }
}
