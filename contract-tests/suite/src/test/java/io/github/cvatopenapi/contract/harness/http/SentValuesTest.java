package io.github.cvatopenapi.contract.harness.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cvatopenapi.spec.Contract;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** What was sent is counted as TraceCov 0.25.5 counts it, given the same calls. */
class SentValuesTest {

    private final Contract contract = Contract.load();
    private final SentValues sent = new SentValues(contract);

    private void send(String operation, String target, String json) {
        sent.sent(contract.operation(operation), target, Map.of(), json == null ? null : JsonTrees.read(json));
    }

    @Test
    void parametersAndKeywordsAreCountedNearlyAsTraceCovDoes() {
        send("issues_create", "/api/issues?org=abc", """
                {"job": 1, "frame": 0, "position": [1.5], "message": "m", "assignee": null, "resolved": false}""");
        send("issues_create", "/api/issues?org_id=abc", """
                {"job": "x", "frame": -1, "position": ["a"], "message": "", "assignee": "a"}""");
        send("issues_create", "/api/issues?org_id=1", "[]");
        send("issues_list", "/api/issues?job_id=1&page=abc&resolved=true", null);
        send("issues_list", "/api/issues?resolved=maybe&page=2", null);
        send("issues_retrieve", "/api/issues/12", null);
        send("issues_retrieve", "/api/issues/abc", null);
        send("webhooks_create", "/api/webhooks", """
                {"target_url": "http://example.com/", "type": "project", "events": ["update:task"],
                 "content_type": "application/json", "description": "%s", "project_id": null}"""
                .formatted("x".repeat(200)));
        send("webhooks_create", "/api/webhooks", """
                {"target_url": "none", "type": "x", "events": ["nothing", 1], "content_type": 7, "is_active": true}""");
        send("labels_partial_update", "/api/labels/1", """
                {"attributes": [{"name": "a", "mutable": true, "input_type": "select", "values": ["1"]},
                 {"name": "", "mutable": 1, "input_type": "x", "values": "a"}], "color": "#ffffff", "parent": 1}""");

        SentValues.Count count = sent.count();
        assertThat(count.parameters()).isEqualTo(5);
        assertThat(count.keywords()).isCloseTo(31, Offset.offset(3));
        assertThat(count.unused()).contains("issues_list query frame_id")
                .doesNotContain("issues_list query job_id", "issues_list query page", "webhooks_create body "
                        + "application/json");
    }

    @Test
    void aBodyCountsHoweverItWasWritten() {
        for (String body : List.of("{\"name\": 1, \"read_only\": true}", "{\"name\": \"a\", \"read_only\": \"a\"}", "[]",
                "{broken")) {
            sent.sent(new Call(null, null, contract.operation("auth_create_access_tokens"))
                    .body("application/json", body));
        }
        int written = sent.count().keywords();
        SentValues trees = new SentValues(contract);
        for (Object body : List.of(Map.of("name", 1, "read_only", true), Map.of("name", "a", "read_only", "a"),
                List.of())) {
            trees.sent(new Call(null, null, contract.operation("auth_create_access_tokens")).json(body));
        }
        assertThat(written).isPositive().isEqualTo(trees.count().keywords());
    }

    @Test
    void whatNothingSentIsUnused() {
        assertThat(sent.count().parameters()).isZero();
        assertThat(sent.count().keywords()).isZero();
        assertThat(sent.count().unused()).hasSize(sent.count().allParameters());
    }
}
