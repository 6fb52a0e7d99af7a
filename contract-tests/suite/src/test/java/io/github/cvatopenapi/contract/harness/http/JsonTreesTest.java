package io.github.cvatopenapi.contract.harness.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParseException;
import org.junit.jupiter.api.Test;

class JsonTreesTest {

    @Test
    void whatIsNotJsonIsNotRead() {
        assertThatThrownBy(() -> JsonTrees.read("{a: 1}")).isInstanceOf(JsonParseException.class);
        assertThatThrownBy(() -> JsonTrees.read("{} x")).isInstanceOf(JsonParseException.class);
    }

    @Test
    void pathsGoThroughObjectsAndLists() {
        Object tree = JsonTrees.read("{\"results\":[{\"id\":7}],\"count\":1}");
        assertThat(JsonTrees.at(tree, "results.0.id")).isEqualTo(7L);
        assertThat(JsonTrees.at(tree, "results.1.id")).isNull();
        assertThat(JsonTrees.at(tree, "none.at.all")).isNull();
    }

    @Test
    void numbersAreTheSameByValue() {
        assertThat(JsonTrees.same(1L, 1.0)).isTrue();
        assertThat(JsonTrees.same(1, 2L)).isFalse();
        assertThat(JsonTrees.same(JsonTrees.read("{\"a\":[1,2]}"), JsonTrees.read("{\"a\":[1.0,2]}"))).isTrue();
        assertThat(JsonTrees.same(JsonTrees.read("[1,2]"), JsonTrees.read("[2,1]"))).isFalse();
        assertThat(JsonTrees.same(null, 0)).isFalse();
    }

    @Test
    void datesAreTheSameWhateverTheirOffset() {
        assertThat(JsonTrees.same("2099-01-01T00:00:00Z", "2099-01-01T01:00:00+01:00")).isTrue();
        assertThat(JsonTrees.same("2099-01-01T00:00:00Z", "2099-01-01T00:00:00.000000Z")).isTrue();
        assertThat(JsonTrees.same("2099-01-01T00:00:00Z", "2099-01-01T00:00:00+01:00")).isFalse();
        assertThat(JsonTrees.same("2099-01-01T", "2099-01-01T ")).isFalse();
    }
}
