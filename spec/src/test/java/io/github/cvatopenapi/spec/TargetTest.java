package io.github.cvatopenapi.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {

    private static final Map<String, Object> DOCUMENT = Documents.parse("""
            paths:
              /a: {get: {id: a-get}, put: {id: a-put}}
              /b's: {get: {id: b-get}}
            items:
            - {name: one, in: query, id: first}
            - {name: two, in: query, id: second}
            - {name: one, in: header, id: third}
            plain.name: {id: dotted}
            """, "document");

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "$.paths['/a'].get                              | a-get",
        "$.paths[\"/b's\"].get                          | b-get",
        "$.paths['/b\\'s'].get                          | b-get",
        "$.paths['/a']['get','put']                     | a-get a-put",
        "$.paths['/a','/b\\'s'].get                     | a-get b-get",
        "$.paths.*.get                                  | a-get b-get",
        "$.paths[*][*]                                  | a-get a-put b-get",
        "$.items[0]                                     | first",
        "$.items[-1]                                    | third",
        "$.items[*]                                     | first second third",
        "$.items[?(@.name=='one')]                      | first third",
        "$.items[?@.name == 'one' && @.in == \"query\"] | first",
        "$['plain.name']                                | dotted",
    })
    void selectsInDocumentOrder(String target, String ids) {
        assertThat(select(target)).extracting(node -> Trees.at(node, "id")).containsExactly((Object[]) ids.split(" "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"$.paths['/c']", "$.paths.get", "$.items[3]", "$.items[?(@.name=='three')]", "$.items.name",
        "$.paths['/a'].get.id.deeper"})
    void selectsNothingWhereNothingIs(String target) {
        assertThat(select(target)).isEmpty();
    }

    @Test
    void namesMayBeAsLongAndAsManyAsTheyLike() {
        String name = "n\\'".repeat(1 << 19);
        assertThat(select("$['" + name + "']")).isEmpty();
        assertThat(select("$[\"" + name + "\"]")).isEmpty();
        assertThat(select("$[?(@.name=='" + name + "')]")).isEmpty();
        assertThat(select("$['a'" + ", 'a'".repeat(1 << 18) + "]")).isEmpty();
        assertThat(select("$[?(@.a=='a'" + " && @.a=='a'".repeat(1 << 16) + ")]")).isEmpty();
    }

    @Test
    void theRootIsTheWholeDocument() {
        assertThat(select("$")).containsExactly(DOCUMENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "$..id", "$.items[0:1]", "$.items[?(@.name!='one')]", "$.items[?length(@.name)>1]", "$.", "$.a b"})
    void refusesWhatItDoesNotUnderstand(String target) {
        assertThatThrownBy(() -> Target.parse(target))
                .isInstanceOf(SpecException.class).hasMessageContaining("Target " + target);
    }

    @Test
    void refusesWhatIsNoTarget() {
        assertThatThrownBy(() -> Target.parse("paths")).hasMessage("Target paths does not begin with $.");
    }

    private static List<Object> select(String target) {
        return Target.parse(target).in(DOCUMENT).stream().map(Target.Found::node).toList();
    }
}
