package io.github.cvatopenapi.contract.harness.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParseException;
import org.junit.jupiter.api.Test;

class JsonTest {

    @Test
    void whatIsNotJsonIsNotRead() {
        assertThatThrownBy(() -> Json.read("{a: 1}")).isInstanceOf(JsonParseException.class);
        assertThatThrownBy(() -> Json.read("{} x")).isInstanceOf(JsonParseException.class);
    }

    @Test
    void pathsGoThroughObjectsAndLists() {
        Object tree = Json.read("{\"results\":[{\"id\":7}],\"count\":1}");
        assertThat(Json.at(tree, "results.0.id")).isEqualTo(7L);
        assertThat(Json.at(tree, "results.1.id")).isNull();
        assertThat(Json.at(tree, "none.at.all")).isNull();
    }

    @Test
    void numbersAreTheSameByValue() {
        assertThat(Json.same(1L, 1.0)).isTrue();
        assertThat(Json.same(1, 2L)).isFalse();
        assertThat(Json.same(Json.read("{\"a\":[1,2]}"), Json.read("{\"a\":[1.0,2]}"))).isTrue();
        assertThat(Json.same(Json.read("[1,2]"), Json.read("[2,1]"))).isFalse();
        assertThat(Json.same(null, 0)).isFalse();
    }

    @Test
    void datesAreTheSameWhateverTheirOffset() {
        assertThat(Json.same("2099-01-01T00:00:00Z", "2099-01-01T01:00:00+01:00")).isTrue();
        assertThat(Json.same("2099-01-01T00:00:00Z", "2099-01-01T00:00:00.000000Z")).isTrue();
        assertThat(Json.same("2099-01-01T00:00:00Z", "2099-01-01T00:00:00+01:00")).isFalse();
        assertThat(Json.same("2099-01-01T", "2099-01-01T ")).isFalse();
    }
}
