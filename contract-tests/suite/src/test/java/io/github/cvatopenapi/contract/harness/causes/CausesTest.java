package io.github.cvatopenapi.contract.harness.causes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cvatopenapi.spec.Contract;
import io.github.cvatopenapi.spec.recorded.Recordings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What real servers were found to do otherwise, told by a few causes. */
class CausesTest {

    private static final FindingReader FINDINGS = new FindingReader(Contract.load());

    private static List<Map<String, Object>> bad(String report) {
        return RealReports.checks(report).stream()
                .filter(check -> Set.of("fail", "gone", "error").contains(check.get("verdict"))).toList();
    }

    private static List<Cause> causes(List<Map<String, Object>> checks) {
        return Causes.of(checks.stream().flatMap(check -> FINDINGS.of(check).stream()).toList());
    }

    private static List<String> titles(List<Cause> causes) {
        return causes.stream().map(cause -> cause.checks().size() + " " + cause.title(Baseline.CONTRACT)).toList();
    }

    /** A check of a list that came out as {@code reason} says. */
    private static Map<String, Object> check(String operation, String rule, String verdict, String reason) {
        Map<String, Object> check = new LinkedHashMap<>();
        check.put("operation", operation);
        check.put("rule", rule);
        check.put("behaviour", "it is right");
        check.put("verdict", verdict);
        check.put("reason", reason);
        return check;
    }

    @Test
    void sevenFailuresAreThreeCauses() {
        assertThat(titles(causes(bad(RealReports.OF_2_58_1)))).containsExactly(
                "3 auth_list_access_tokens answers 500 to created_date where 200 is right",
                "1 cloudstorages_retrieve_actions: the actions are [\"write\",\"read\"], "
                        + "expected read, or read and write",
                "3 invitations_resend answers 429: the server was asked too often");
    }

    @Test
    void hundredsOfFailuresAreSomeFortyCausesAndEachBelongsToOne() {
        Recordings.assumeTheyAreOf(Contract.load().version());
        List<Map<String, Object>> bad = bad(RealReports.OF_2_73_0);
        List<Cause> causes = causes(bad);
        assertThat(bad).hasSize(272);
        assertThat(causes).hasSizeBetween(40, 50);
        assertThat(causes.stream().flatMap(cause -> cause.checks().stream()).toList())
                .containsExactlyInAnyOrderElementsOf(bad);
        assertThat(titles(causes)).contains(
                "7 invitations_partial_update is gone: the server knows no such method any more",
                "9 7 operations answer 403 where 404 is right",
                "32 17 operations answer 500 to org_id where 4xx is right",
                "4 TaskRead.data may be null, and image_quality, data_chunk_size and 5 more may be missing",
                "4 Events.events holds an object where a string is right",
                "1 TaskRead.dimension is \"\" where \"2d\" is right");
    }

    @Test
    void whatHurtsMostComesFirst() {
        List<Cause> causes = causes(List.of(
                check("tasks_list", "error-query-bounds", "fail",
                        "GET /api/tasks?org_id=abc answered 500, expected 4xx with a readable error."),
                check("tasks_list", "error-missing", "gone", "The deviation x is declared and does not show"),
                check("tasks_retrieve", "auth-foreign", "fail", "GET /api/tasks/7 answered 200, expected 404: {}."),
                check("tasks_list", "page-walk", "fail", "GET /api/tasks answered 400, expected 200: {}.")));
        assertThat(causes.stream().map(cause -> cause.title(Baseline.CONTRACT))).containsExactly(
                "tasks_retrieve answers 200 where 404 is right", "tasks_list answers 400 where 200 is right",
                "tasks_list answers 500 where 4xx is right (error-query-bounds)",
                "The deviation null is declared and does not show");
    }

    @Test
    void theOperationIsTheOneThatWasCalled() {
        Map<String, Object> check = check("memberships_destroy", "lifecycle-remove", "fail",
                "GET /api/organizations/5 answered 403, expected 404: {\"detail\":\"No.\"}.");
        assertThat(FINDINGS.of(check)).singleElement().returns("organizations_retrieve", Finding::operation)
                .returns(403, Finding::answered).returns("404", Finding::due);
    }

    @Test
    void membersAreCalledByTheirSchemas() {
        Map<String, Object> list = check("tasks_list", "schema-body", "fail",
                "GET /api/tasks: tasks_list answered 200: /results/0/owner/id null found, integer expected; "
                        + "/results/3 required property 'name' not found");
        assertThat(titles(causes(List.of(list)))).containsExactlyInAnyOrder("1 BasicUser.id may be null",
                "1 TaskRead.name may be missing");
        Map<String, Object> page = check("tasks_list", "schema-body", "fail",
                "GET /api/tasks: tasks_list answered 200: /results null found, array expected");
        assertThat(causes(List.of(page)).get(0).title(Baseline.BEFORE))
                .isEqualTo("PaginatedTaskReadList.results may be null");
    }

    @Test
    void everyMemberIsNamedThatTheReportKeeps() {
        Map<String, Object> check = check("tasks_list", "schema-body", "fail",
                "GET /api/tasks: tasks_list answered 200: /results/0/name null found, string expected; and 3 more");
        check.put("evidence", List.of(Map.of("problems", List.of(
                Map.of("at", "/results/0/name", "what", "null found, string expected"),
                Map.of("at", "/results/1", "what", "required property 'mode' not found"))), Map.of("problems", List.of(
                Map.of("at", "/results/0", "what", "required property 'dimension' not found")))));
        assertThat(causes(List.of(check)).get(0).title(Baseline.CONTRACT))
                .isEqualTo("TaskRead.name may be null, and mode and dimension may be missing");
    }

    @Test
    void whatIsOfNoKnownFormIsToldAsItIs() {
        Cause cause = causes(List.of(check("tasks_list", "page-walk", "fail", "Page 2 came twice."))).get(0);
        assertThat(cause.kind()).isEqualTo(FindingKind.OTHER);
        assertThat(cause.title(Baseline.CONTRACT)).isEqualTo("tasks_list: Page 2 came twice");
    }
}
