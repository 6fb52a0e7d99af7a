package io.github.cvatopenapi.contract.harness.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.spec.Contract;
import io.github.cvatopenapi.spec.Operation;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What counts as answered as it was sent. That recorded answers do is another test's. */
class RequestEchoTest {

    private final Operation change = Contract.load().operation("projects_partial_update");

    @Test
    void anotherValueIsSeen() {
        assertThat(changed(Map.of("name", "new"), "{\"name\": \"old\"}")).contains(Rule.LIFECYCLE_CHANGE);
        assertThat(changed(Map.of("assignee_id", 2), "{\"assignee\": {\"id\": 3}}")).contains(Rule.LIFECYCLE_CHANGE);
    }

    @Test
    void theSameValueIsNone() {
        assertThat(changed(Map.of("name", " new "), "{\"name\": \"new\"}")).isEmpty();
        assertThat(changed(Map.of("assignee_id", 2), "{\"assignee\": {\"id\": 2}}")).isEmpty();
        assertThat(changed(Map.of("name", "2026-01-01T00:00:00Z"), "{\"name\": \"2026-01-01T00:00:00.000000Z\"}"))
                .isEmpty();
    }

    @Test
    void whatIsAnsweredAsAnotherKindOfThingIsNotCompared() {
        assertThat(changed(Map.of("labels", java.util.List.of()), "{\"labels\": {\"url\": \"x\"}}")).isEmpty();
        assertThat(changed(Map.of("no_such", 1), "{\"name\": \"new\"}")).isEmpty();
    }

    private Optional<Rule> changed(Map<String, Object> sent, String answer) {
        return RequestEcho.violation(change, sent, RawAnswer.of(200, Map.of("content-type", Call.CVAT_JSON),
                answer.getBytes(StandardCharsets.UTF_8))).map(Violation::rule);
    }
}
