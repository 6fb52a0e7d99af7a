package io.github.cvatopenapi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.cvatopenapi.client.model.DataRequest;
import io.github.cvatopenapi.client.model.TaskWriteRequest;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import mockwebserver3.MockResponse;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Successful answers that are not what was due: empty, of another shape, in another charset. */
class AnswerShapeTest extends ServerFixture {

    private CvatException failure(MockResponse.Builder response, Consumer<CvatClient> call) {
        answer(response);
        try (CvatClient client = settings().build()) {
            return catchThrowableOfType(CvatException.class, () -> call.accept(client));
        }
    }

    private CvatException failure(String body, Consumer<CvatClient> call) {
        return failure(json(200, body), call);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null"})
    void emptyStateOfARequest(String body) {
        assertThat(failure(body, client -> client.pending("a=b").await()))
                .hasMessage("GET /api/requests/{id}: an empty answer came (200) where JSON was due");
    }

    @Test
    void emptyAnswerToTheCreationOfATask(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("a.png"), "x");
        Consumer<CvatClient> creation = client -> client.createTask(
                new TaskWriteRequest().name("t"), new DataRequest().imageQuality(70), List.of(file));
        assertThat(failure(json(201, ""), creation))
                .hasMessage("POST /api/tasks: an empty answer came (201) where JSON was due");
        assertThat(failure(new MockResponse.Builder().code(204), creation))
                .hasMessage("POST /api/tasks: an empty answer came (204) where JSON was due");
        CvatException other = failure("{\"task\": 7}", creation);
        assertThat(other).hasMessage("POST /api/tasks: the answer names no id");
        assertThat(other.rawBody()).isEqualTo("{\"task\":7}");
    }

    @ParameterizedTest
    @ValueSource(ints = {202, 204})
    void emptyAnswerToTheStartOfWork(int status) {
        assertThat(failure(new MockResponse.Builder().code(status), client -> client.start(
                client.tasks().tasksCreateDatasetExport(7, "COCO 1.0"))))
                .hasMessage("POST /api/tasks/{id}/dataset/export: the server named no request");
    }

    @Test
    void startThatAnswersNoJson(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("a.zip"), "12345");
        answer(json(202, ""), new MockResponse.Builder().code(201).setHeader("Location", "/api/tasks/7/annotations/2"),
                new MockResponse.Builder().code(204), new MockResponse.Builder().code(204));
        CvatException wrong = failure(json(202, "[\"queued\"]"), client -> client.imports().annotations(
                Target.task(7), "CVAT 1.1", file, TransferOptions.DEFAULT.withPieceSize(3)));
        assertThat(wrong).hasMessage("POST /api/tasks/{id}/annotations/: the JSON is not of the expected form: "
                + "at $ came a list");
        assertThat(wrong.rawBody()).isEqualTo("[\"queued\"]");
    }

    /** As servers answered where older ones had texts: 2.73.0 for the events of webhooks. */
    @Test
    void objectsWhereTextsWere() {
        String body = "{\"id\": 7, \"events\": [{\"group\": {\"display_name\": \"Project\"}, \"key\": "
                + "\"create:project\"}]}";
        CvatException wrong = failure(body, client -> client.execute(client.webhooks().webhooksRetrieve(7)));
        assertThat(wrong).hasMessage("GET /api/webhooks/{id}: the JSON is not of the expected form: "
                + "at $.events[0] came an object");
        assertThat(wrong.status()).isZero();
        assertThat(wrong.rawBody()).startsWith("{\"id\": 7, \"events\": [{\"group\":");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{\"id\": {}} | at $.id came an object",
        "{\"id\": []} | at $.id came a list",
        "{\"id\": \"x\"} | at $.id came x, which is no such number",
        "{\"id\": 1.5} | at $.id came 1.5, which is no such number",
        "{\"id\": true} | at $.id came true or false",
        "{\"assignee\": 7} | at $.assignee came a number",
        "{\"owner\": [1]} | at $.owner came a list",
        "{\"created_date\": \"soon\"} | soon at $.created_date is not a date and time.",
        "\"text\" | at $ came a text",
    })
    void otherShapes(String body, String problem) {
        CvatException wrong = failure(body, client -> client.execute(client.tasks().tasksRetrieve(7)));
        assertThat(wrong).hasMessage("GET /api/tasks/{id}: the JSON is not of the expected form: " + problem);
        assertThat(wrong.rawBody()).isEqualTo(body);
    }

    @Test
    void otherShapeInAPage() {
        CvatException wrong = failure("{\"count\": 2, \"results\": [{\"id\": 1}, {\"id\": {}}]}",
                client -> client.list(client.tasks().tasksList()).iterator().next());
        assertThat(wrong).hasMessage("GET /api/tasks: the JSON is not of the expected form: "
                + "at $.results[1].id came an object");
    }

    @Test
    void otherShapeInTheBackground() {
        answer(json(200, "[]"));
        try (CvatClient client = settings().build()) {
            assertThatThrownBy(() -> client.executeAsync(client.tasks().tasksRetrieve(7)).join())
                    .cause().hasMessageEndingWith("at $ came a list");
        }
    }

    @Test
    void longBodyIsCutAndWithoutSecrets() {
        String body = "{\"id\": {}, \"echo\": \"" + TOKEN + "\", \"more\": \"" + "x".repeat(20_000) + "\"}";
        CvatException wrong = failure(body, client -> client.execute(client.tasks().tasksRetrieve(7)));
        assertThat(wrong.rawBody()).startsWith("{\"id\": {}, \"echo\": \"***\"").endsWith("...").hasSizeLessThan(9_000);
    }

    @Test
    void longValueDoesNotFillTheMessageAndShowsNoSecret() {
        CvatException wrong = failure("{\"created_date\": \"" + TOKEN + "x".repeat(20_000) + "\"}",
                client -> client.execute(client.tasks().tasksRetrieve(7)));
        assertThat(wrong.getMessage()).hasSizeLessThan(1_200).doesNotContain(TOKEN);
    }

    private static MockResponse.Builder in(Charset charset, int status, String body) {
        return new MockResponse.Builder().code(status).body(new Buffer().writeString(body, charset))
                .setHeader("Content-Type", "application/json; charset=" + charset.name());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISO-8859-1", "UTF-16LE", "UTF-8"})
    void charsetOfTheMediaType(String name) {
        Charset charset = Charset.forName(name);
        assertThat(failure(in(charset, 400, "{\"detail\": \"Stra\u00dfe\"}"),
                client -> client.execute(client.tasks().tasksRetrieve(7)))).hasMessageEndingWith("400: Stra\u00dfe");
        CvatException wrong = failure(in(charset, 200, "{\"id\": \"Stra\u00dfe\"}"),
                client -> client.execute(client.tasks().tasksRetrieve(7)));
        assertThat(wrong.rawBody()).isEqualTo("{\"id\": \"Stra\u00dfe\"}");
        answer(in(charset, 200, "{\"name\": \"Stra\u00dfe\"}"));
        try (CvatClient client = settings().build()) {
            assertThat(client.execute(client.tasks().tasksRetrieve(7)).getName()).isEqualTo("Stra\u00dfe");
        }
    }

    @Test
    void textInACharset() {
        assertThat(failure(new MockResponse.Builder().code(404).setHeader("Content-Type", "text/plain; charset=cp1252")
                .body(new Buffer().writeString("\u20ac", Charset.forName("cp1252"))),
                client -> client.execute(client.tasks().tasksRetrieve(7)))).hasMessageEndingWith("404: \u20ac");
        assertThat(failure(new MockResponse.Builder().code(404).setHeader("Content-Type", "text/plain; charset=nonsense")
                .body(new Buffer().writeString("\u20ac", StandardCharsets.UTF_8)),
                client -> client.execute(client.tasks().tasksRetrieve(7)))).hasMessageEndingWith("404: \u20ac");
    }
}
