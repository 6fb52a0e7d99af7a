package io.github.cvatopenapi.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.cvatopenapi.spec.recorded.RecordedExchange;
import io.github.cvatopenapi.spec.recorded.Recordings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.Test;

/** Every error body that a real server was seen to send is read, to its last word. */
class RecordedErrorsTest {

    private static Stream<RecordedExchange> errors() {
        List<RecordedExchange> errors = Recordings.all().stream().filter(exchange -> exchange.status() >= 400).toList();
        assertThat(errors).hasSizeGreaterThan(3_000);
        return errors.stream();
    }

    @Test
    void everyErrorIsRead() {
        assertThat(errors()).allSatisfy(RecordedErrorsTest::check);
    }

    private static void check(RecordedExchange exchange) {
        JsonObject body = exchange.body();
        String raw = body.has("json") ? body.get("json").toString() : body.has("text") ? body.get("text").getAsString()
                : "";
        int status = exchange.status();
        CvatException read = CvatException.refused(
                "X", status, ErrorAnswer.read(ResponseBody.create(raw, null), Redaction.PLAIN), null);

        assertThat(read.status()).isEqualTo(status);
        assertThat(read.getMessage()).startsWith("X: " + status);
        if (body.has("json")) {
            Set<String> words = words(body.get("json"));
            String said = String.join("\n", said(read));
            assertThat(words).as(raw).isNotEmpty().allSatisfy(word -> assertThat(said).contains(word));
        } else if (raw.startsWith("<")) {
            assertThat(read.serverMessage()).startsWith("an HTML page");
        } else {
            assertThat(read.serverMessage()).isEqualTo(raw.strip());
        }
    }

    /** Every text in a body. */
    private static Set<String> words(JsonElement body) {
        Set<String> words = new HashSet<>();
        if (body.isJsonPrimitive()) {
            words.add(body.getAsString());
        } else if (body.isJsonArray()) {
            body.getAsJsonArray().forEach(item -> words.addAll(words(item)));
        } else if (body.isJsonObject()) {
            body.getAsJsonObject().asMap().forEach((name, value) -> words.addAll(words(value)));
        }
        return words;
    }

    private static List<String> said(CvatException read) {
        List<String> said = new ArrayList<>(List.of(read.serverMessage()));
        read.code().ifPresent(said::add);
        read.requestId().ifPresent(said::add);
        read.fieldErrors().forEach((field, messages) -> {
            assertThat(field).isNotBlank();
            said.addAll(messages);
        });
        return said;
    }
}
