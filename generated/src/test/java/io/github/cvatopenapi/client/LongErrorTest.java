package io.github.cvatopenapi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.cvatopenapi.client.model.TaskWriteRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import retrofit2.Response;

/** Errors that are long, broken or without end: the status and what they say is told, in bounded memory. */
class LongErrorTest extends ServerFixture {

    private static final String LAST = "{\"type\": [\"\\\"circle\\\" is not a valid choice.\"]}";

    /** As the server words it: an empty object for each of the request's that is right. */
    private static String shapes(int right) {
        return "{\"shapes\":[" + "{},".repeat(right) + LAST + "]}";
    }

    private CvatException refused() {
        try (CvatClient client = settings().build()) {
            return catchThrowableOfType(CvatException.class, () ->
                    client.execute(client.tasks().tasksCreate(new TaskWriteRequest().name("t"))));
        }
    }

    private CvatException refused(String body) {
        answer(json(400, body));
        CvatException refused = refused();
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.rawBody()).hasSizeLessThan(10_000);
        return refused;
    }

    @Test
    void theOneThatIsWrongOfManyIsNamed() {
        for (int right : new int[] {30_000, 2_000_000}) {
            CvatException refused = refused(shapes(right));
            assertThat(refused.fieldErrors()).isEqualTo(
                    Map.of("shapes[" + right + "].type", List.of("\"circle\" is not a valid choice.")));
            assertThat(refused).hasMessage(
                    "POST /api/tasks: 400: shapes[" + right + "].type: \"circle\" is not a valid choice.");
        }
    }

    @Test
    void ofAnAnswerThatIsNoModelToo() {
        answer(json(400, shapes(30_000)));
        try (CvatClient client = settings().build()) {
            CvatException refused = catchThrowableOfType(CvatException.class, () -> client.exports()
                    .download(server.url("/api/x").toString(), java.nio.file.Path.of("target")));
            assertThat(refused.fieldErrors()).containsOnlyKeys("shapes[30000].type");
        }
    }

    @Test
    void ofVeryManyTheFirstAreKept() {
        String wrong = "{\"type\": [\"No.\"]},".repeat(100_000);
        CvatException refused = refused("{\"shapes\":[" + wrong + "{}]}");
        assertThat(refused.fieldErrors()).containsEntry("shapes[0].type", List.of("No."))
                .hasSizeBetween(10_000, 20_000);
    }

    @Test
    void longNamesAndTextsAreCut() {
        String text = "n".repeat(1 << 20);
        CvatException refused = refused("{\"" + text + "\":{\"" + text + "\":[\"" + text + "\"]}}");
        assertThat(refused.fieldErrors()).hasSize(1);
        refused.fieldErrors().forEach((path, messages) ->
                assertThat(path.length() + messages.get(0).length()).isBetween(1_000, 256 * 1024));
    }

    @Test
    void oneLongText() {
        String text = "a \\\"quoted\\\" word, ".repeat(50_000);
        assertThat(refused("{\"detail\": \"" + text + "\"}").serverMessage()).startsWith("a \"quoted\" word, a ");
        assertThat(refused("\"" + text + "\"").serverMessage()).startsWith("a \"quoted\" word, a ");
        assertThat(refused(text).serverMessage()).startsWith("a \\\"quoted\\\" word, a ");
    }

    @Test
    void nestingDeeperThanAStack() {
        for (String open : List.of("[", "{\"a\":", "{\"a\":[")) {
            assertThat(refused(open.repeat(200_000)).serverMessage()).startsWith(open);
        }
    }

    @Test
    void moreThanAnythingSaysIsNotRead() throws IOException {
        answer(json(400, shapes(10_000_000)));
        try (CvatClient client = settings().build()) {
            Response<?> response = client.tasks().tasksCreate(new TaskWriteRequest().name("t")).execute();
            assertThat(response.errorBody().bytes()).hasSize((int) ErrorBodyLimit.LONGEST);
        }
    }

    @Test
    void statusAndWhatCameOfABodyThatBreaksOff() {
        String body = shapes(100) + " ".repeat(100_000);
        for (String whole : List.of("{\"detail\": \"No such thing.\", \"more\": [" + body, "No such thing." + body)) {
            answer(new MockResponse.Builder(json(404, whole).build())
                    .body(new Buffer().writeUtf8(whole.substring(0, 1_000)))
                    .setHeader("Content-Length", whole.length()).onResponseEnd(new SocketEffect.CloseSocket()));
            CvatException refused = refused();
            assertThat(refused.status()).isEqualTo(404);
            assertThat(refused.serverMessage()).startsWith("No such thing.");
        }
    }

    @Test
    void charsetOfTheMediaTypeIsHonoured() {
        for (var charset : List.of(StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16LE, StandardCharsets.UTF_8)) {
            answer(new MockResponse.Builder().code(404).setHeader("Content-Type", "text/plain; charset=" + charset)
                    .body(new Buffer().writeString("Stra\u00dfe fehlt", charset)));
            assertThat(refused()).hasMessage("POST /api/tasks: 404: Stra\u00dfe fehlt");
        }
    }

    @Test
    void secretsAreTakenOutOfWhatIsSaid() {
        String password = "pass \"word\" \\1";
        answer(json(400, "{\"password\": \"hunter2!\", \"labels\": [{\"key\": \"4711\"}], \"detail\": \"no "
                + "pass \\\"word\\\" \\\\1\", \"name\": [\"" + TOKEN + "\"]}"));
        try (CvatClient client = settings().credentials(Credentials.basic("ann", password)).build()) {
            CvatException refused = catchThrowableOfType(CvatException.class,
                    () -> client.execute(client.users().usersRetrieveSelf()));
            assertThat(refused.serverMessage()).isEqualTo("no ***");
            assertThat(refused.fieldErrors()).containsEntry("password", List.of("***"))
                    .containsEntry("labels[0].key", List.of("***"));
            assertThat(refused.rawBody()).doesNotContain("hunter2").doesNotContain("word\\\"").doesNotContain("4711");
        }
        assertThat(refused(IntStream.range(0, 9).mapToObj(i -> "\"" + TOKEN + "\"")
                .collect(Collectors.joining(",", "[", "]"))).getMessage()).doesNotContain(TOKEN);
    }
}
