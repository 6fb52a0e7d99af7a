package io.github.cvatopenapi.contract.harness.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cvatopenapi.spec.Contract;
import io.github.cvatopenapi.spec.Operation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the schemas of answers require beyond the document. That recorded answers have it all is another test's. */
class RequiredMembersTest {

    private final Contract contract = Contract.load();
    private final BodySchemas schemas = BodySchemas.ofAnswers(contract);

    @Test
    void everythingNamedIsInTheDocument() {
        contract.members().sometimes().forEach((schema, members) -> assertThat(contract.schema(schema).get("properties"))
                .as(schema).extracting(properties -> ((Map<?, ?>) properties).keySet().containsAll(members))
                .isEqualTo(true));
        assertThat(contract.members().together().keySet()).isSubsetOf(contract.members().sometimes().keySet());
    }

    @Test
    void aMemberThatIsAlwaysThereMayNotBeMissing() {
        assertThat(problems("comments_retrieve", """
                {"id": 1, "issue": 1, "owner": null, "message": "m", "created_date": "2026-01-01T00:00:00Z",
                 "updated_date": "2026-01-01T00:00:00Z"}""")).isEmpty();
        assertThat(problems("comments_retrieve", """
                {"id": 1, "issue": 1, "owner": null, "created_date": "2026-01-01T00:00:00Z",
                 "updated_date": "2026-01-01T00:00:00Z"}"""))
                .singleElement().extracting(BodyProblem::what).asString().contains("message");
    }

    @Test
    void aUserWithDetailsHasThemAll() {
        String basic = """
                {"id": 1, "url": "http://x/api/users/1", "username": "u", "first_name": "", "last_name": ""}""";
        assertThat(problems("users_retrieve", basic)).isEmpty();
        assertThat(problems("users_retrieve", basic.replace("\"id\"", "\"is_staff\": true, \"id\""))).isNotEmpty();
    }

    @Test
    void aGuideHasBothDatesOrNone() {
        String guide = """
                {"id": 1, "task_id": null, "project_id": 1, "markdown": ""}""";
        assertThat(problems("guides_retrieve", guide)).isEmpty();
        assertThat(problems("guides_retrieve", guide.replace("}", ", \"created_date\": \"2026-01-01T00:00:00Z\"}")))
                .isNotEmpty();
    }

    private List<BodyProblem> problems(String id, String body) {
        Operation operation = contract.operation(id);
        return schemas.problems(operation, 200, Call.CVAT_JSON, body.getBytes(StandardCharsets.UTF_8));
    }
}
