package io.github.cvatopenapi.contract.harness.upgrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.cvatopenapi.contract.harness.causes.RealReports;
import io.github.cvatopenapi.contract.harness.http.JsonTrees;
import io.github.cvatopenapi.contract.harness.settings.CouldNotRun;
import io.github.cvatopenapi.spec.Contract;
import io.github.cvatopenapi.spec.recorded.Recordings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reports of a server before and after an upgrade, by way of two real ones. */
class ComparisonTest {

    private static final Path BEFORE = RealReports.file(RealReports.OF_2_58_1);
    private static final Path AFTER = RealReports.file(RealReports.OF_2_73_0);
    private static final Comparison UPGRADE = Comparison.of(BEFORE, AFTER);

    @BeforeEach
    void theReportsAreOfThisContract() {
        Recordings.assumeTheyAreOf(Contract.load().version());
    }

    private static List<String> titles(List<Difference> changes) {
        return changes.stream().map(Difference::title).toList();
    }

    /** How changes show, whatever the ledger calls them. */
    private static List<String> seen(List<Difference> changes) {
        return changes.stream().map(each -> each.seen().isEmpty() ? each.title() : each.seen()).toList();
    }

    private static Difference change(String seen) {
        return UPGRADE.changes().get(seen(UPGRADE.changes()).indexOf(seen));
    }

    @Test
    void anUpgradeReadsAsTenThings() {
        assertThat(seen(UPGRADE.changes())).containsExactly(
                "invitations_partial_update is gone: the server knows no such method any more",
                "Events.events holds an object where a string came",
                "TaskRead.data may be null, and image_quality, data_chunk_size and 5 more may be missing",
                "Plugins.GIT_INTEGRATION and PREDICT may be missing",
                "cloudstorages_retrieve_preview answers image/png where image/jpeg came",
                "memberships_list (role): the results are [], expected [4] in some order",
                "TaskRead.dimension is \"\" where \"2d\" came",
                "lambda_create_functions answers 503 to job where 400 came",
                "7 operations answer 403 where 404 came", "tasks_create_data answers 202 where 400 came");
        assertThat(titles(UPGRADE.mended())).contains("tasks_retrieve_data answers 404 where 500 came");
        assertThat(UPGRADE.worse()).isTrue();
        assertThat(UPGRADE.sentence()).isEqualTo("CVAT 2.73.0 does 10 things otherwise than CVAT 2.58.1 did, "
                + "and does right 3 things that were wrong.");
    }

    @Test
    void theLedgerLendsItsSentencesWhereBothAgree() {
        assertThat(titles(UPGRADE.changes())).contains("PATCH of an invitation is gone; it never worked",
                "An organization or an invitation of others answers 403 where 404 came",
                "Data may be uploaded without image_quality",
                "lambda_create_functions answers 503 to job where 400 came");
        assertThat(change("TaskRead.dimension is \"\" where \"2d\" came").concerned()).extracting(Impact::who)
                .containsExactly("those who read", "the 2.58.1 jar");
    }

    @Test
    void theLedgerLendsNothingToTheWayBackNorToServersThatItDoesNotKnow(@TempDir Path directory) throws IOException {
        Path other = Files.writeString(directory.resolve("other.json"), RealReports.text(RealReports.OF_2_73_0)
                .replaceAll("\"version\": ?\"2.73.0\"", "\"version\":\"2.57.0\""));
        assertThat(Comparison.of(AFTER, BEFORE).changes()).extracting(Difference::seen).containsOnly("");
        assertThat(titles(Comparison.of(BEFORE, other).changes())).isEqualTo(seen(UPGRADE.changes()));
    }

    @Test
    void itSaysWhomAChangeConcerns() {
        assertThat(change("invitations_partial_update is gone: the server knows no such method any more").concerned())
                .extracting(Impact::who).containsExactly("those who send", "the 2.58.1 jar");
        assertThat(change("Events.events holds an object where a string came").concerned()).contains(
                new Impact("the 2.58.1 jar", "cannot read what webhooks_retrieve_events answers"));
        assertThat(change("TaskRead.data may be null, and image_quality, data_chunk_size and 5 more may be missing")
                .concerned()).contains(new Impact("the 2.58.1 jar",
                "reads the answers all the same; what is missing is null in them"));
        assertThat(change("7 operations answer 403 where 404 came").concerned()).containsExactly(
                new Impact("those who read", "code that goes by the status 404"));
        assertThat(change("tasks_create_data answers 202 where 400 came").concerned()).containsExactly(
                new Impact("those who send", "what was refused is taken"));
    }

    @Test
    void whatShowsItIsThereOfBothServers() {
        Difference.Pair pair = change("tasks_create_data answers 202 where 400 came").evidence().get(0);
        assertThat(pair.before().status()).isEqualTo(400);
        assertThat(pair.after().status()).isEqualTo(202);
    }

    @Test
    void aCheckIsToldOnce() {
        List<String> told = Stream.of(UPGRADE.changes(), UPGRADE.mended(), UPGRADE.allowed()).flatMap(List::stream)
                .flatMap(each -> each.evidence().stream()).map(each -> SavedReport.key(each.after().check())).toList();
        assertThat(told).doesNotHaveDuplicates().hasSize(68);
        assertThat(UPGRADE.silent().values().stream().mapToInt(List::size).sum()).isEqualTo(90);
        assertThat(UPGRADE.same()).isEqualTo(6107 - 68 - 90);
        assertThat(UPGRADE.silent()).containsKey("a server was asked too often to answer");
    }

    @Test
    void checksThatOnlyOneReportHasAreNamed(@TempDir Path directory) throws IOException {
        Path renamed = Files.writeString(directory.resolve("renamed.json"), RealReports.text(RealReports.OF_2_73_0)
                .replace("a task is read back as it was sent", "a task comes back"));
        Comparison comparison = Comparison.of(BEFORE, renamed);
        assertThat(comparison.silent().get("only the report before has it")).containsExactly(
                "tasks_create lifecycle-create, a task is read back as it was sent and listed");
        assertThat(comparison.silent().get("only the report after has it")).containsExactly(
                "tasks_create lifecycle-create, a task comes back and listed");
    }

    @Test
    void whatTheLedgerCallsItDoesNotCount(@TempDir Path directory) throws IOException {
        Path known = Files.writeString(directory.resolve("known.json"),
                RealReports.text(RealReports.OF_2_73_0).replaceAll("\"verdict\": ?\"fail\"", "\"verdict\":\"known\""));
        assertThat(titles(Comparison.of(BEFORE, known).changes())).isEqualTo(titles(UPGRADE.changes()));
    }

    @Test
    void aServerDoesWhatItDid() {
        Comparison same = Comparison.of(AFTER, AFTER);
        assertThat(same.worse()).isFalse();
        assertThat(same.sentence()).isEqualTo("CVAT 2.73.0 does what CVAT 2.73.0 did, as far as it was checked.");
        assertThat(same.changes()).isEmpty();
        assertThat(same.mended()).isEmpty();
        assertThat(same.allowed()).isEmpty();
    }

    @Test
    void theWayBackMendsWhatTheUpgradeBroke() {
        Comparison back = Comparison.of(AFTER, BEFORE);
        assertThat(titles(back.mended())).contains("No longer: TaskRead.dimension is \"\" where \"2d\" is right",
                "7 operations answer 404 where 403 came").noneMatch(title -> title.contains("status-declared"));
        assertThat(titles(back.changes())).containsExactlyInAnyOrder(
                "invitations_partial_update answers 500 where 405 came (lifecycle-change)",
                "cloudstorages_retrieve_actions: the actions are [\"write\",\"read\"], "
                        + "expected read, or read and write",
                "2 operations answer 500 where 404 or 400 came (error-missing)");
    }

    @Test
    void theDataIsOfTheFormThatIsDescribedAndThePageHoldsIt(@TempDir Path directory) throws IOException {
        Path data = directory.resolve("new/folder/upgrade.json");
        Path page = directory.resolve("upgrade.html");
        ComparisonFiles.writeData(UPGRADE, data);
        ComparisonFiles.writePage(UPGRADE, page);
        String schema = new String(Comparison.class.getResourceAsStream("comparison-schema.json").readAllBytes(),
                StandardCharsets.UTF_8);
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(schema)
                .validate(Files.readString(data), InputFormat.JSON)).isEmpty();
        String html = Files.readString(page);
        assertThat(html).doesNotContain("REPORT-DATA\"").doesNotContain("PAGE-STYLE").doesNotContain("PAGE-SCRIPT")
                .doesNotContain("src=\"http").doesNotContain("href=\"http");
        String held = html.substring(html.indexOf("type=\"application/json\">") + 24, html.indexOf("</script>"));
        assertThat(JsonTrees.read(held)).isEqualTo(JsonTrees.read(Files.readString(data)));
    }

    @Test
    void theConsoleSaysItInSentences() {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        ComparisonText.print(UPGRADE, new PrintStream(said, true, StandardCharsets.UTF_8));
        assertThat(said.toString(StandardCharsets.UTF_8).lines()).contains(
                "10. Data may be uploaded without image_quality (1 check)",
                "   seen: tasks_create_data answers 202 where 400 came",
                "   those who send: what was refused is taken",
                "   before: answered 400, as the contract asks",
                "   after:  POST /api/tasks/6/data/ answered 202, expected 400: "
                        + "{\"rq_id\":\"action=create&target=task&target_id=6\"}.").hasSizeLessThan(120);
    }

    private static String report(String verdict, String reason, String allow, String path) {
        String evidence = path.isEmpty() ? "" : """
                , "evidence": [{"caller": "main", "request": "curl -i 'http://cvat.example%s'", "status": 200,
                  "headers": {"allow": "%s"}, "millis": 1}]""".formatted(path, allow);
        return """
                {"format": 1, "contract": "2.58.1", "server": {"version": "2.58.1", "url": "u"}, "run": "r",
                 "started": "2026-01-01T00:00:00Z", "sentence": "s", "checks": [{"operation": "tasks_retrieve",
                 "rule": "lifecycle-read", "behaviour": "b", "verdict": "%s", "reason": "%s"%s}]}"""
                .formatted(verdict, reason, evidence);
    }

    private static List<String> titles(Path directory, String before, String after) throws IOException {
        return titles(Comparison.of(Files.writeString(directory.resolve("a.json"), before),
                Files.writeString(directory.resolve("b.json"), after)).changes());
    }

    @Test
    void anOperationIsGoneWhereItsPathAllowsItNoMore(@TempDir Path directory) throws IOException {
        String before = report("pass", "", "GET, PATCH, DELETE", "/api/tasks/1?x=1");
        assertThat(titles(directory, before, report("pass", "", "GET, DELETE", "/api/tasks/2")))
                .containsExactly("tasks_partial_update is gone: the server knows no such method any more");
        assertThat(titles(directory, before, report("pass", "", "", "/api/tasks/2"))).isEmpty();
        assertThat(titles(directory, before, report("pass", "", "", ""))).isEmpty();
        assertThat(titles(directory, before, report("pass", "", "GET", "/api/requests/2"))).isEmpty();
    }

    @Test
    void onlyMembersThatWereRightCount(@TempDir Path directory) throws IOException {
        String wrong = "GET /api/tasks/1: tasks_retrieve answered 200: /name null found, string expected";
        assertThat(titles(directory, report("known", wrong, "", ""), report("fail", wrong
                + "; /mode integer found, string expected", "", "")))
                .containsExactly("TaskRead.mode holds an integer where a string came");
        assertThat(titles(directory, report("known", wrong, "", ""), report("fail", wrong, "", ""))).isEmpty();
    }

    @Test
    void throttlingTellsNothing(@TempDir Path directory) throws IOException {
        assertThat(titles(directory, report("pass", "", "GET", "/api/tasks/1"), report("fail",
                "GET /api/tasks/1 answered 429, expected 200: wait.", "", ""))).isEmpty();
    }

    @Test
    void whatIsNoReportIsNamed(@TempDir Path directory) throws IOException {
        Path other = Files.writeString(directory.resolve("other.json"), "{\"format\":1000}");
        Path cut = Files.write(directory.resolve("cut.json.gz"), new byte[] {0x1f, (byte) 0x8b, 8});
        assertThatThrownBy(() -> Comparison.of(BEFORE, other)).isInstanceOf(CouldNotRun.class)
                .hasMessageContaining("other.json is no report.json");
        assertThatThrownBy(() -> Comparison.of(cut, AFTER)).isInstanceOf(CouldNotRun.class)
                .hasMessageContaining("cut.json.gz cannot be read");
    }
}
