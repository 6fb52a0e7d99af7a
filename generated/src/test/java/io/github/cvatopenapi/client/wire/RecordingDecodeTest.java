package io.github.cvatopenapi.client.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.github.cvatopenapi.client.Json;
import io.github.cvatopenapi.spec.Contract;
import io.github.cvatopenapi.spec.recorded.RecordedExchange;
import io.github.cvatopenapi.spec.recorded.Recordings;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every JSON document that a real server answered a success with is read by the type of the operation, has no member
 * that the type does not know, and is written back as it was.
 */
class RecordingDecodeTest {

    /** What cannot be read by the type of its operation, and why. */
    private static final Map<String, String> EXCEPTIONS = Map.of(
            "quality_retrieve_report_data 200", "a report is downloaded as a file, JSON or CSV",
            "quality_create_report 201", "only the retired way of asking for a report answers the report itself");

    private final Map<String, Method> methods = Generated.methods();

    private static final List<RecordedExchange> EXCHANGES =
            Recordings.byVersion().getOrDefault(Contract.load().version(), List.of());

    @BeforeEach
    void recordingsOfThisVersion() {
        Assumptions.assumeFalse(EXCHANGES.isEmpty(), "there are no recordings of this version");
    }

    private static String key(RecordedExchange exchange) {
        return exchange.operation().orElseThrow() + " " + exchange.status();
    }

    private static final List<RecordedExchange> DOCUMENTS = EXCHANGES.stream()
            .filter(exchange -> exchange.status() / 100 == 2 && exchange.operation().isPresent())
            .filter(exchange -> document(exchange).isPresent())
            .toList();

    /** The JSON of the body; the media type of one is text. */
    private static Optional<JsonElement> document(RecordedExchange exchange) {
        if (exchange.mediaType().equals("text/plain")) {
            return Optional.of(JsonParser.parseString(exchange.body().get("text").getAsString()));
        }
        return exchange.json();
    }

    @TestFactory
    Stream<DynamicNode> isReadAndWrittenBack() {
        Map<String, List<RecordedExchange>> byOperation = new TreeMap<>();
        DOCUMENTS.stream().filter(exchange -> !EXCEPTIONS.containsKey(key(exchange)))
                .forEach(exchange -> byOperation.computeIfAbsent(exchange.operation().get(), id -> new ArrayList<>())
                        .add(exchange));
        assertThat(byOperation).hasSizeGreaterThan(100);
        return byOperation.entrySet().stream().map(entry -> dynamicContainer(entry.getKey(),
                entry.getValue().stream().map(exchange -> dynamicTest(exchange.toString(), () -> check(exchange)))));
    }

    private Type type(RecordedExchange exchange) {
        return Generated.answer(methods.get(Generated.methodName(
                Contract.load().operation(exchange.operation().orElseThrow()))));
    }

    private void check(RecordedExchange exchange) {
        Type type = type(exchange);
        JsonElement document = document(exchange).orElseThrow();
        Object value = Json.gson().fromJson(document, type);
        JsonElement written = JsonParser.parseString(Json.gson().toJson(value, type));
        assertThat(new Comparison().of(document, written, value)).as("differences after reading and writing").isEmpty();
    }

    @Test
    void everyExceptionStillExists() {
        Map<String, RecordedExchange> seen = new LinkedHashMap<>();
        DOCUMENTS.forEach(exchange -> seen.put(key(exchange), exchange));
        assertThat(seen.keySet()).containsAll(EXCEPTIONS.keySet());
    }

    @Test
    void noAnswerWithABodyIsThrownAway() {
        EXCHANGES.stream()
                .filter(exchange -> exchange.status() / 100 == 2 && exchange.operation().isPresent())
                .filter(exchange -> exchange.hasBody() && !forPeople(exchange))
                .forEach(exchange -> {
                    boolean file = document(exchange).isEmpty();
                    Type type = type(exchange);
                    assertThat(type).as(exchange.toString()).isNotIn(Void.class, Object.class);
                    if (!EXCEPTIONS.containsKey(key(exchange))) {
                        assertThat(type == ResponseBody.class).as("a file for " + exchange).isEqualTo(file);
                    }
                });
    }

    /** The browsable page that a browser gets; the client asks for none. */
    private static boolean forPeople(RecordedExchange exchange) {
        return exchange.mediaType().equals("text/html");
    }
}
