package io.github.cvatopenapi.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken out of texts, however long they are and wherever they were cut. */
class RedactionTest {

    private static final int MEGABYTE = 1 << 20;

    @ParameterizedTest
    @ValueSource(strings = {"a", "\\n", "\\\"", "\\\\", "\n", "\u00e4"})
    void megabyteOfText(String unit) {
        String text = unit.repeat(MEGABYTE / unit.length());
        String clean = Redaction.PLAIN.clean("{\"password\": \"" + text + "\", \"name\": \"" + text + "\"}");
        assertThat(clean).isEqualTo("{\"password\": \"***\", \"name\": \"" + text + "\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", " ", "{", "\"key", "\"key\": ", "token ", "sessionid=", "\\", "\"key\": \"x\" "})
    void megabyteOfWhatBeginsASecret(String unit) {
        String text = unit.repeat(MEGABYTE / unit.length());
        assertThat(new Redaction(List.of("hunter22")).clean(text + " hunter22")).isNotEmpty()
                .doesNotContain("hunter22");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hunter2", "hunter2\\", "hunter2\\\"", ""})
    void secretThatTheEndOfTheTextCuts(String secret) {
        assertThat(Redaction.PLAIN.clean("{\"name\": \"n\", \"password\": \"" + secret))
                .isEqualTo("{\"name\": \"n\", \"password\": \"***\"");
    }
}
