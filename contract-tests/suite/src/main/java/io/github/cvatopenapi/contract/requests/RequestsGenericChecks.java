package io.github.cvatopenapi.contract.requests;

import io.github.cvatopenapi.contract.harness.generic.GenericChecks;
import io.github.cvatopenapi.contract.harness.generic.Sample;
import io.github.cvatopenapi.contract.harness.generic.Samples;
import io.github.cvatopenapi.contract.harness.http.JsonTrees;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.tasks.ExportChecks;
import java.util.List;
import java.util.Map;

/** What the document brings for the operations of the tag {@code requests}. */
final class RequestsGenericChecks extends GenericChecks {

    RequestsGenericChecks() {
        super("requests");
    }

    @Override
    protected void samples(Samples samples) {
        Sample list = samples.of("requests_list").by(RequestFixtures::owner).itemsByText(RequestFixtures.SEVERAL);
        list.shows(Rule.FILTER_SIMPLE, "action", Map.of("action", "export"), 0, 1, 2);
        list.shows(Rule.FILTER_SIMPLE, "action import", Map.of("action", "import"));
        list.shows(Rule.FILTER_SIMPLE, "target", Map.of("target", "job"), 0, 1, 2);
        list.shows(Rule.FILTER_SIMPLE, "target project", Map.of("target", "project"));
        list.shows(Rule.FILTER_SIMPLE, "status", Map.of("status", "finished"), 0, 1, 2);
        list.shows(Rule.FILTER_SIMPLE, "status failed", Map.of("status", "failed"));
        list.shows(Rule.FILTER_SIMPLE, "subresource", Map.of("subresource", "dataset"), 1);
        list.shows(Rule.FILTER_SIMPLE, "format", Map.of("format", ExportChecks.FORMAT), 0, 1);
        list.shows(Rule.FILTER_SIMPLE, "project_id", Map.of("project_id", 987654321));
        list.shows(Rule.FILTER_SIMPLE, "another task_id", Map.of("task_id", 987654321));
        list.shows(Rule.FILTER_LOGIC, "status", logic("finished"), 0, 1, 2);
        list.shows(Rule.FILTER_LOGIC, "status failed", logic("failed"));
        list.shows(Rule.FILTER_SORT, "created_date", Map.of("sort", "created_date"), 0, 1, 2);
        list.shows(Rule.FILTER_SORT, "-created_date", Map.of("sort", "-created_date"), 2, 1, 0);
        samples.of("requests_retrieve").path(RequestFixtures.REQUEST);
    }

    private static Map<String, Object> logic(String status) {
        return Map.of("filter", JsonTrees.write(
                Map.of("and", List.of(Map.of("==", List.of(Map.of("var", "status"), status))))));
    }
}
