package io.github.cvatopenapi.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.Test;

/** The nine shapes in which CVAT words errors. */
class ErrorBodyTest {

    private static ErrorBody read(String text) {
        return ErrorAnswer.read(ResponseBody.create(text, null), Redaction.PLAIN).body();
    }

    private static CvatException refused(String operation, int status, String text, Redaction redaction) {
        return CvatException.refused(operation, status, ErrorAnswer.read(ResponseBody.create(text, null), redaction),
                Duration.ofSeconds(7));
    }

    @Test
    void detail() {
        assertThat(read("{\"detail\": \"Not found.\"}"))
                .isEqualTo(new ErrorBody("Not found.", null, null, Map.of()));
    }

    @Test
    void fields() {
        ErrorBody error = read(
                "{\"name\": [\"This field is required.\", \"And more.\"], \"size\": \"Too big.\"}");
        assertThat(error.message()).isEmpty();
        assertThat(error.fields()).containsExactly(
                Map.entry("name", List.of("This field is required.", "And more.")),
                Map.entry("size", List.of("Too big.")));
    }

    @Test
    void nestedFieldsKeepTheirPath() {
        ErrorBody error = read("""
                {"labels": [{}, {"attributes": [{"values": [["Not a text."]]}], "non_field_errors": ["Invalid."]}],
                 "frames": {"0": ["Too large."]}, "org": {"slug": ["Taken."]}}""");
        assertThat(error.fields()).containsExactly(
                Map.entry("labels[1].attributes[0].values[0]", List.of("Not a text.")),
                Map.entry("labels[1]", List.of("Invalid.")),
                Map.entry("frames[0]", List.of("Too large.")),
                Map.entry("org.slug", List.of("Taken.")));
    }

    @Test
    void nonFieldErrors() {
        assertThat(read("{\"non_field_errors\": [\"Bad.\", \"Worse.\"]}").message())
                .isEqualTo("Bad.; Worse.");
    }

    @Test
    void list() {
        assertThat(read("[\"Unknown format.\"]").message()).isEqualTo("Unknown format.");
    }

    @Test
    void text() {
        assertThat(read("\"Not yet.\"").message()).isEqualTo("Not yet.");
    }

    @Test
    void messageAndCode() {
        ErrorBody error = read("{\"message\": \"JSON parse error\", \"code\": \"parse_error\"}");
        assertThat(error.message()).isEqualTo("JSON parse error");
        assertThat(error.code()).isEqualTo("parse_error");
    }

    @Test
    void fieldThatIsNamedMessage() {
        assertThat(read("{\"message\": [\"This field may not be blank.\"]}").fields())
                .containsExactly(Map.entry("message", List.of("This field may not be blank.")));
    }

    @Test
    void requestUnderWay() {
        assertThat(read("{\"rq_id\": \"action=export&id=1\"}").requestId()).isEqualTo("action=export&id=1");
    }

    @Test
    void plainText() {
        assertThat(read("There is no request with specified id\n").message())
                .isEqualTo("There is no request with specified id");
    }

    @Test
    void textThatOnlyLooksLikeJson() {
        assertThat(read("[broken").message()).isEqualTo("[broken");
    }

    @Test
    void htmlPage() {
        assertThat(read("<!doctype html><html><head><title>Server Error (500)</title></head></html>")
                .message())
                .isEqualTo("an HTML page: Server Error (500)");
        assertThat(read("<html></html>").message()).isEqualTo("an HTML page");
    }

    @Test
    void exceptionSaysOperationStatusAndWords() {
        CvatException refused = refused("POST /api/tasks", 400,
                "{\"name\": [\"This field is required.\"], \"non_field_errors\": [\"Bad.\"]}", Redaction.PLAIN);
        assertThat(refused).hasMessage("POST /api/tasks: 400: Bad.; name: This field is required.");
        assertThat(refused.operation()).isEqualTo("POST /api/tasks");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.retryAfter()).contains(Duration.ofSeconds(7));
        assertThat(refused.rawBody()).startsWith("{\"name\"");
    }

    @Test
    void longBodiesAreCut() {
        CvatException refused = refused("GET /", 500, "x".repeat(100_000), Redaction.PLAIN);
        assertThat(refused.rawBody()).hasSizeLessThan(10_000).endsWith("...");
        assertThat(refused.getMessage()).hasSizeLessThan(1_100);
    }

    @Test
    void secretsAreTakenOut() {
        String body = """
                {"password": "hunter2!", "key": "abc\\"def", "detail": "no tok-12345 for Bearer abcdefghijklmnop"}""";
        CvatException refused = refused("POST /", 400, body, new Redaction(List.of("tok-12345")));
        assertThat(refused.rawBody() + refused.getMessage())
                .doesNotContain("hunter2!").doesNotContain("def").doesNotContain("tok-12345")
                .doesNotContain("abcdefghijklmnop");
        assertThat(refused.serverMessage()).isEqualTo("no *** for Bearer ***");
    }
}
