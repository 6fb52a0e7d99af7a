package io.github.cvatopenapi.client.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.cvatopenapi.client.Json;
import io.github.cvatopenapi.client.PromptSockets;
import io.github.cvatopenapi.client.wire.Answers.Answer;
import io.github.cvatopenapi.client.wire.Answers.Forms;
import io.github.cvatopenapi.client.wire.Arguments.Place;
import io.github.cvatopenapi.spec.Contract;
import io.github.cvatopenapi.spec.Operation;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import retrofit2.Call;
import retrofit2.Response;
import retrofit2.Retrofit;
import retrofit2.http.Streaming;

/**
 * Every operation of the document over the wire, against a local server. What is expected comes from the document;
 * the generated code is only called, by reflection.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WireTest {

    private final Contract contract = Contract.load();
    private final Answers answers = new Answers(contract);
    private final Map<String, Method> methods = Generated.methods();
    private final MockWebServer server = new MockWebServer();
    private final AtomicReference<MockResponse> next = new AtomicReference<>();
    private Retrofit retrofit;

    @BeforeAll
    void start() throws Exception {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return next.get();
            }
        });
        server.setServerSocketFactory(new PromptSockets());
        server.start();
        retrofit = new Retrofit.Builder().baseUrl(server.url("/")).addConverterFactory(Json.converterFactory()).build();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void everyMethodIsAnOperation() {
        Set<String> expected = new LinkedHashSet<>();
        for (Operation operation : contract.operations()) {
            expected.add(Generated.methodName(operation));
            if (answers.forms(operation).twin()) {
                expected.add(Generated.methodName(operation) + "Multipart");
            }
        }
        assertThat(methods.keySet()).containsExactlyInAnyOrderElementsOf(expected);
    }

    @TestFactory
    Stream<DynamicNode> operation() {
        return contract.operations().stream().map(each -> dynamicContainer(each.id(), tests(each)));
    }

    private Stream<DynamicTest> tests(Operation operation) {
        List<DynamicTest> tests = new ArrayList<>();
        Forms forms = answers.forms(operation);
        String name = Generated.methodName(operation);
        WireBody json = forms.json().map(media -> WireBody.json(contract, media)).orElse(WireBody.NONE);
        WireBody first = forms.json().isPresent() ? json : forms.multipart()
                .map(media -> WireBody.parts(contract, answers, media)).orElse(WireBody.NONE);
        tests.add(dynamicTest("has the parameters of the document", () -> hasParameters(operation, name)));
        tests.add(dynamicTest("sends everything", () -> sends(operation, name, first, true)));
        tests.add(dynamicTest("sends only what is required", () -> sends(operation, name, first, false)));
        if (operation.parameters().stream().anyMatch(each -> !each.required())) {
            tests.add(dynamicTest("sends optional parameters by name", () -> sendsByName(operation, name, first)));
        }
        if (forms.twin()) {
            tests.add(dynamicTest("sends parts", () -> sends(operation, name + "Multipart",
                    WireBody.listOfParts(contract, answers, forms.multipart().orElseThrow()), true)));
        }
        if (forms.json().isPresent()) {
            tests.add(dynamicTest("sends null where null may be", () -> sends(operation, name,
                    WireBody.jsonWithNulls(contract, forms.json().orElseThrow()), true)));
            if (((WireBody.JsonBody) json).document().isJsonObject()) {
                tests.add(dynamicTest("sends nothing that is not set", () ->
                        sends(operation, name, WireBody.json(new JsonObject()), true)));
            }
        }
        for (Answer answer : answers.of(operation)) {
            tests.add(dynamicTest("reads " + answer, () -> reads(operation, name, first, answer)));
        }
        return tests.stream();
    }

    private Method method(Operation operation, String name) {
        Method method = methods.get(name);
        assertThat(method).as("the method of " + operation.id()).isNotNull();
        assertThat(method.getDeclaringClass().getSimpleName()).isEqualTo(Generated.interfaceName(operation));
        return method;
    }

    private void hasParameters(Operation operation, String name) {
        Method method = method(operation, name);
        List<Place> places = Arrays.stream(method.getParameters()).map(Arguments::place).filter(each -> each != null)
                .toList();
        assertThat(places).containsExactlyInAnyOrderElementsOf(Arguments.places(operation));
        List<String> ofPath = places.stream().filter(each -> each.in().equals("path")).map(Place::name).toList();
        assertThat(ofPath).as("in the order of the path")
                .isSortedAccordingTo(
                        Comparator.comparingInt(each -> operation.path().indexOf("{" + each + "}")));
    }

    private Map<Place, String> values(Operation operation, boolean optional) {
        Map<Place, String> values = new LinkedHashMap<>();
        operation.parameters().stream().filter(each -> optional || each.required()).forEach(each ->
                values.put(new Place(each.in(), each.name()), Samples.text(contract, each)));
        return values;
    }

    private void sends(Operation operation, String name, WireBody body, boolean optional) throws Exception {
        forgetRequests();
        Method method = method(operation, name);
        Map<Place, String> values = values(operation, optional);
        RecordedRequest request = exchange(operation,
                (Call<?>) method.invoke(retrofit.create(method.getDeclaringClass()),
                        body.arguments(method, values).of(method)));
        new RequestCheck(operation, request).is(values, body);
    }

    private void sendsByName(Operation operation, String name, WireBody body) throws Exception {
        forgetRequests();
        Method method = method(operation, name);
        Map<Place, String> values = values(operation, true);
        Object[] arguments = body.arguments(method, values).of(method);
        RecordedRequest request = exchange(operation,
                OptionsByName.call(retrofit.create(method.getDeclaringClass()), method, arguments, operation));
        new RequestCheck(operation, request).is(values, body);

        RecordedRequest bare = exchange(operation,
                OptionsByName.callWithout(retrofit.create(method.getDeclaringClass()), method, arguments, operation));
        new RequestCheck(operation, bare).is(values(operation, false), body);
    }

    /** A failed test must not leave its request to the next one. */
    private void forgetRequests() throws InterruptedException {
        while (server.takeRequest(0, TimeUnit.MILLISECONDS) != null) {
            continue;
        }
    }

    private RecordedRequest exchange(Operation operation, Call<?> call) throws Exception {
        next.set(answers.of(operation).get(0).response());
        Response<?> response = call.execute();
        if (response.body() instanceof ResponseBody binary) {
            binary.close();
        }
        return server.takeRequest();
    }

    private void reads(Operation operation, String name, WireBody body, Answer answer) throws Exception {
        forgetRequests();
        Method method = method(operation, name);
        Type type = Generated.answer(method);
        next.set(answer.response());
        Response<?> response = ((Call<?>) method.invoke(retrofit.create(method.getDeclaringClass()),
                body.arguments(method, values(operation, true)).of(method))).execute();
        RecordedRequest request = server.takeRequest();
        assertThat(response.code()).isEqualTo(answer.status());
        new RequestCheck(operation, request).accepts(answer);
        switch (answer.kind()) {
            case NOTHING -> {
                // Of a streamed answer an empty one is there to be read.
                if (response.body() instanceof ResponseBody empty) {
                    assertThat(method.isAnnotationPresent(Streaming.class)).as("streaming").isTrue();
                    assertThat(empty.bytes()).isEmpty();
                } else {
                    assertThat(response.body()).isNull();
                }
            }
            case BYTES -> {
                assertThat(type).isEqualTo(ResponseBody.class);
                assertThat(method.isAnnotationPresent(Streaming.class)).as("streaming").isTrue();
                try (ResponseBody bytes = (ResponseBody) response.body()) {
                    assertThat(bytes.bytes()).isEqualTo(answer.bytes());
                }
            }
            case JSON -> {
                assertThat(type).isNotIn(Object.class, Void.class, ResponseBody.class);
                JsonElement again = JsonParser.parseString(Json.gson().toJson(response.body(), type));
                assertThat(new Comparison().of(answer.json(), again, response.body())).as("differences").isEmpty();
            }
        }
    }
}
