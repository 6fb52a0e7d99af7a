package io.github.cvatopenapi.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MembersTest {

    private static final Change CHANGE = new Change("new-form", "why", Set.of(Change.Concern.READERS),
            Optional.of("2.60"), new Evidence(Set.of("2.61.0"), Set.of()), List.of(), "why not",
            "why");

    private static Members members(String version) {
        return Members.of(Documents.parse("""
                sometimes:
                - {schema: A, members: [a]}
                - {schema: A, together: [b, c], until: new-form}
                - {schema: A, together: [c, d], since: new-form}
                unseen: [B]
                """, "members.yaml"), new Changes(List.of(CHANGE), version));
    }

    @Test
    void followTheChangesInForce() {
        assertThat(members("2.59.0").sometimes()).isEqualTo(Map.of("A", Set.of("a", "b", "c")));
        assertThat(members("2.59.0").together()).isEqualTo(Map.of("A", List.of(Set.of("b", "c"))));
        assertThat(members("2.60.0").sometimes()).isEqualTo(Map.of("A", Set.of("a", "c", "d")));
        assertThat(members("2.60.0").together()).isEqualTo(Map.of("A", List.of(Set.of("c", "d"))));
        assertThat(members("2.60.0").unseen()).containsExactly("B");
    }

    @Test
    void anUnknownKeyIsRefused() {
        assertThatThrownBy(() -> Members.of(Documents.parse("sometimes: [{schema: A, member: [a]}]", "members.yaml"),
                new Changes(List.of(), "2.58.1"))).hasMessage("members.yaml has the unknown key member.");
    }

    @Test
    void areInTheDocument() {
        Contract contract = Contract.load();
        contract.members().sometimes().forEach((schema, members) ->
                assertThat(Trees.object(contract.schema(schema).get("properties")).keySet()).as(schema)
                        .containsAll(members));
    }
}
