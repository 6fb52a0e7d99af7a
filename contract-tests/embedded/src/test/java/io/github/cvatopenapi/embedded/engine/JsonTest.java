package io.github.cvatopenapi.embedded.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParseException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @Test
    void readsWhatItWrites() {
        Map<String, Object> tree = Json.object("a", null, "b", List.of(1L, 2.5, true, "<\u00e9>"), "c", Map.of());

        assertThat(Json.read(Json.write(tree))).isEqualTo(tree);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "{", "{broken", "[1,]", "{'a': 1}", "{\"a\": 1} x", "NaN", "nul", "\"\\x\"", "{\"a\" 1}"})
    void refusesWhatIsNoJson(String text) {
        assertThatThrownBy(() -> Json.read(text)).isInstanceOf(JsonParseException.class);
    }

    @Test
    void refusesHostileDepthsAndNumbers() {
        assertThatThrownBy(() -> Json.read("[".repeat(100_000))).isInstanceOf(JsonParseException.class);
        assertThatThrownBy(() -> Json.read("9".repeat(100_000))).isInstanceOf(JsonParseException.class);
        assertThatThrownBy(() -> Json.read("1e999999999")).isInstanceOf(JsonParseException.class);
    }

    @Test
    void comparesNumbersByValue() {
        assertThat(Json.same(1L, 1.0)).isTrue();
        assertThat(Json.same(1L, "1")).isFalse();
        assertThat(Json.same(null, null)).isTrue();
        assertThat(Json.same(null, 1L)).isFalse();
    }
}
