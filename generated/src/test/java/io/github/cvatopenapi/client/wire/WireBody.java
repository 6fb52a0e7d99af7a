package io.github.cvatopenapi.client.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import io.github.cvatopenapi.client.Json;
import io.github.cvatopenapi.client.wire.Arguments.Place;
import io.github.cvatopenapi.spec.Contract;
import io.github.cvatopenapi.spec.Media;
import io.github.cvatopenapi.spec.Trees;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mockwebserver3.RecordedRequest;
import okhttp3.MultipartBody;
import okhttp3.MultipartReader;
import okhttp3.RequestBody;
import okio.Buffer;
import retrofit2.http.Body;

/** A request body by the document: the value that is passed, and what must arrive. */
sealed interface WireBody {

    WireBody NONE = new None();

    static WireBody json(Contract contract, Media media) {
        return new JsonBody(Samples.ofRequests(contract).of(media.schema()));
    }

    static WireBody jsonWithNulls(Contract contract, Media media) {
        return new JsonBody(Samples.ofRequestsWithNulls(contract).of(media.schema()));
    }

    static WireBody json(JsonElement document) {
        return new JsonBody(document);
    }

    static WireBody parts(Contract contract, Answers answers, Media media) {
        return new Parts(texts(contract, answers, media), files(contract, answers, media), false);
    }

    static WireBody listOfParts(Contract contract, Answers answers, Media media) {
        return new Parts(texts(contract, answers, media), files(contract, answers, media), true);
    }

    private static Map<String, String> texts(Contract contract, Answers answers, Media media) {
        Map<String, String> texts = new LinkedHashMap<>();
        answers.properties(media).forEach((name, node) -> {
            JsonElement value = Samples.ofRequests(contract).of(Trees.object(node));
            if (value instanceof JsonPrimitive scalar && !Samples.ofRequests(contract).isFile(Trees.object(node))) {
                texts.put(name, scalar.getAsString());
            }
        });
        return texts;
    }

    private static List<String> files(Contract contract, Answers answers, Media media) {
        return answers.properties(media).entrySet().stream()
                .filter(each -> Samples.ofRequests(contract).isFile(Trees.object(each.getValue())))
                .map(Map.Entry::getKey).toList();
    }

    /** The arguments of a method that sends this body. */
    Arguments arguments(Method method, Map<Place, String> values);

    /** Fails unless the body is the one that arrived. */
    void check(RecordedRequest request) throws IOException;

    /** No body. */
    record None() implements WireBody {
        @Override
        public Arguments arguments(Method method, Map<Place, String> values) {
            return new Arguments(values, null, Map.of(), Map.of());
        }

        @Override
        public void check(RecordedRequest request) {
            assertThat(request.getBodySize()).isZero();
            assertThat(request.getHeaders().get("Content-Type")).isNull();
        }
    }

    /** A JSON document, passed as the model that reads it. */
    record JsonBody(JsonElement document) implements WireBody {
        @Override
        public Arguments arguments(Method method, Map<Place, String> values) {
            Parameter body = Arrays.stream(method.getParameters()).filter(each -> each.isAnnotationPresent(Body.class))
                    .findFirst().orElseThrow(() -> new AssertionError(method + " takes no body"));
            assertThat(body.getType()).as("the type of the body").isNotEqualTo(Object.class);
            Object value = Json.gson().fromJson(document, body.getParameterizedType());
            JsonElement written = Json.gson().toJsonTree(value);
            assertThat(new Comparison().of(document, written, value)).as("what the type of the body gets wrong")
                    .isEmpty();
            return new Arguments(values, value, Map.of(), Map.of());
        }

        @Override
        public void check(RecordedRequest request) {
            assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/json");
            JsonElement sent = JsonParser.parseString(request.getBody().utf8());
            assertThat(new Comparison().of(document, sent, null)).as("differences").isEmpty();
        }
    }

    /** Fields and files of a form, each an argument of its own or all in a list. */
    record Parts(Map<String, String> texts, List<String> files, boolean listed) implements WireBody {

        private static final byte[] CONTENT = {1, 0, -1, 13, 10};

        private static MultipartBody.Part file(String name) {
            return MultipartBody.Part.createFormData(name, name + ".bin", RequestBody.create(CONTENT));
        }

        @Override
        public Arguments arguments(Method method, Map<Place, String> values) {
            if (listed) {
                List<MultipartBody.Part> all = new ArrayList<>();
                texts.forEach((name, text) -> all.add(MultipartBody.Part.createFormData(name, text)));
                files.forEach(name -> all.add(file(name)));
                return new Arguments(values, all, Map.of(), Map.of());
            }
            Map<String, MultipartBody.Part> byParameter = new LinkedHashMap<>();
            files.forEach(name -> byParameter.put(camel(name), file(name)));
            return new Arguments(values, null, byParameter, texts);
        }

        private static String camel(String name) {
            StringBuilder camel = new StringBuilder();
            for (String word : name.split("_")) {
                camel.append(camel.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
            }
            return camel.toString();
        }

        @Override
        public void check(RecordedRequest request) throws IOException {
            String type = request.getHeaders().get("Content-Type");
            assertThat(type).startsWith("multipart/form-data; boundary=");
            Map<String, String> expected = new LinkedHashMap<>();
            texts.forEach((name, text) -> expected.put("form-data; name=\"" + name + "\"", "text " + text));
            files.forEach(name -> expected.put("form-data; name=\"" + name + "\"; filename=\"" + name + ".bin\"",
                    "bytes " + Arrays.toString(CONTENT)));
            assertThat(received(request, type)).isEqualTo(expected);
        }

        private Map<String, String> received(RecordedRequest request, String type) throws IOException {
            Map<String, String> received = new LinkedHashMap<>();
            try (MultipartReader parts = new MultipartReader(new Buffer().write(request.getBody()),
                    type.replaceFirst(".*boundary=", ""))) {
                for (MultipartReader.Part part = parts.nextPart(); part != null; part = parts.nextPart()) {
                    String disposition = part.headers().get("Content-Disposition");
                    received.put(disposition, disposition.contains("; filename=")
                            ? "bytes " + Arrays.toString(part.body().readByteArray())
                            : "text " + part.body().readUtf8());
                }
            }
            return received;
        }
    }
}
