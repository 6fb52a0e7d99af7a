package io.github.cvatopenapi.contract.harness.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.cvatopenapi.contract.harness.http.Exchange;
import io.github.cvatopenapi.contract.harness.http.SentValues;
import io.github.cvatopenapi.contract.harness.http.JsonTrees;
import io.github.cvatopenapi.contract.harness.rules.CheckId;
import io.github.cvatopenapi.contract.harness.rules.Family;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.verdicts.CheckResult;
import io.github.cvatopenapi.contract.harness.verdicts.Coverage;
import io.github.cvatopenapi.contract.harness.verdicts.Notes;
import io.github.cvatopenapi.contract.harness.verdicts.Outcome;
import io.github.cvatopenapi.contract.harness.verdicts.Verdict;
import io.github.cvatopenapi.spec.Contract;
import io.github.cvatopenapi.spec.Operation;
import io.github.cvatopenapi.spec.Trees;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

class ReportTest {

    private static final Contract CONTRACT = Contract.load();
    private static final Operation LIST = CONTRACT.operation("projects_list");

    private static CheckResult result(Rule rule, Verdict verdict, String reason) {
        Exchange exchange = new Exchange(LIST, "GET", "/api/projects?x=it's", "main", Map.of("accept", "text/html"),
                "{\"a\":1}", 200, Map.of("content-type", "text/html"), "</script><b>body</b>", 3, List.of(), List.of());
        return new CheckResult(new CheckId(LIST, rule, "case \u0001", "a list is a list"), verdict, reason,
                verdict == Verdict.KNOWN ? "known-thing" : "", List.of(exchange), 5);
    }

    private static Outcome outcome(String ended, CheckResult... results) {
        return outcome(ended, Notes.none(), results);
    }

    private static Outcome outcome(String ended, Notes notes, CheckResult... results) {
        return new Outcome(CONTRACT, "ct00000000", "http://cvat.example", false, "2.58.1",
                Map.of("url", "http://cvat.example"), Map.of("no-mail", true), Instant.EPOCH, Duration.ofMillis(1500),
                7, List.of(results), new Coverage(1, 154, 2, 184, 3, 4, 81),
                new SentValues.Count(5, 500, 6, 2000, List.of("tasks_list query page")), false,
                Optional.ofNullable(ended), notes);
    }

    private static final Outcome MIXED = outcome(null, result(Rule.PAGE_WALK, Verdict.PASS, ""),
            result(Rule.PAGE_SIZE, Verdict.FAIL, "it is wrong"),
            result(Rule.FILTER_SORT, Verdict.KNOWN, "it is known"),
            result(Rule.AUTH_WRONG, Verdict.SKIPPED, "not today"));

    @Test
    void theDataIsOfTheFormThatIsDescribed() throws IOException {
        String schema = new String(JsonReport.class.getResourceAsStream("report-schema.json").readAllBytes(),
                StandardCharsets.UTF_8);
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(schema)
                .validate(JsonReport.text(MIXED), InputFormat.JSON)).isEmpty();
    }

    @Test
    void theWorstVerdictMakesTheCellAndNoCellIsBlank() {
        Map<Family, Verdict> row = MIXED.matrix().get(LIST);
        assertThat(MIXED.matrix()).hasSize(CONTRACT.operations().size());
        assertThat(row).hasSize(Family.values().length).containsEntry(Family.PAGE, Verdict.FAIL)
                .containsEntry(Family.FILTER, Verdict.KNOWN).containsEntry(Family.AUTH, Verdict.SKIPPED)
                .containsEntry(Family.UPLOAD, Verdict.NOT_APPLICABLE);
    }

    @Test
    void whatCouldNotBeMadeLeavesTheServerUnproven() {
        Outcome outcome = outcome(null,
                new Notes(List.of("a task could not be made: it never finished"), List.of(), List.of(), List.of(),
                        List.of(), List.of(), List.of()),
                result(Rule.PAGE_WALK, Verdict.PASS, ""));
        assertThat(outcome.exitCode()).isOne();
        assertThat(outcome.sentence()).contains("1 could not be made").contains("it never finished");
    }

    @Test
    void whatIsLeftBehindCountsByWhatItIsAndNotByItsWords() {
        CheckResult pass = result(Rule.PAGE_WALK, Verdict.PASS, "");
        Outcome left = outcome(null,
                new Notes(List.of(), List.of(), List.of(), List.of("tasks 7 stays"), List.of(), List.of(),
                        List.of()),
                pass);
        assertThat(left.exitCode()).isOne();
        assertThat(left.sentence()).contains("cleanup --run ct00000000");
        assertThat(outcome(null,
                new Notes(List.of(), List.of("it could not be removed"), List.of(), List.of(), List.of(),
                        List.of(), List.of()), pass)
                .exitCode()).isZero();
    }

    @Test
    void theExitCodeSaysWhatTheResultsSay() {
        assertThat(outcome(null, result(Rule.PAGE_WALK, Verdict.PASS, "")).exitCode()).isZero();
        assertThat(outcome(null, result(Rule.PAGE_WALK, Verdict.KNOWN, "k")).exitCode()).isZero();
        assertThat(outcome(null, result(Rule.PAGE_WALK, Verdict.PASS, ""), result(Rule.PAGE_SIZE, Verdict.SKIPPED, "s"))
                .exitCode()).isZero();
        assertThat(outcome(null, result(Rule.PAGE_WALK, Verdict.SKIPPED, "s")).exitCode()).isEqualTo(2);
        for (Verdict bad : List.of(Verdict.FAIL, Verdict.GONE, Verdict.ERROR)) {
            assertThat(outcome(null, result(Rule.PAGE_WALK, bad, "b")).exitCode()).isEqualTo(1);
        }
        assertThat(outcome("the server is gone", result(Rule.PAGE_WALK, Verdict.FAIL, "f")).exitCode()).isEqualTo(2);
    }

    @Test
    void thePageHoldsTheDataAndNeedsNothingElse(@TempDir Path directory) throws IOException {
        ReportFiles.write(MIXED, directory);
        String page = Files.readString(directory.resolve("report.html"));
        assertThat(page).doesNotContain("REPORT-DATA\"").doesNotContain("src=\"http").doesNotContain("href=\"http")
                .doesNotContain("</script><b>");
        String data = page.substring(page.indexOf("type=\"application/json\">") + 24, page.indexOf("</script>"));
        assertThat(JsonTrees.read(data)).isEqualTo(JsonTrees.read(Files.readString(directory.resolve("report.json"))));
    }

    @Test
    void junitFilesHoldEveryCheckOnce(@TempDir Path directory) throws Exception {
        ReportFiles.write(MIXED, directory);
        Element suite = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(directory.resolve("junit/TEST-projects.xml").toFile()).getDocumentElement();
        assertThat(suite.getAttribute("tests")).isEqualTo("4");
        assertThat(suite.getAttribute("failures")).isEqualTo("1");
        assertThat(suite.getAttribute("skipped")).isEqualTo("2");
        assertThat(suite.getElementsByTagName("testcase").getLength()).isEqualTo(4);
        assertThat(((Element) suite.getElementsByTagName("failure").item(0)).getAttribute("message"))
                .isEqualTo("it is wrong");
    }

    @Test
    void knownChangesAreToldAsSuch() {
        CheckId search = new CheckId(CONTRACT.operation("memberships_list"), Rule.FILTER_SEARCH, "role", "it finds");
        CheckResult known = new CheckResult(search, Verdict.KNOWN, "nobody is found", "memberships-role-not-searched",
                List.of(), 5);
        Outcome outcome = outcome(null, result(Rule.FILTER_SORT, Verdict.KNOWN, "it is known"), known);
        Object changes = JsonReport.tree(outcome).get("changes");
        assertThat(Trees.list(changes)).hasSize(1);
        assertThat(JsonTrees.at(changes, "0.id")).isEqualTo("memberships-role-not-searched");
        assertThat(JsonTrees.at(changes, "0.checks")).isEqualTo(List.of(1));
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        ConsoleReport.print(outcome, new PrintStream(said, true, StandardCharsets.UTF_8));
        assertThat(said.toString(StandardCharsets.UTF_8).lines()).containsSequence(
                "known changes since the version of the contract:",
                "  A search of memberships no longer finds them by their role. (1 check)");
    }

    @Test
    void failuresOfOneCauseAreToldTogether() {
        CheckResult other = new CheckResult(new CheckId(LIST, Rule.PAGE_WALK, "", "pages end"), Verdict.FAIL,
                "it is wrong", "", List.of(), 5);
        Outcome outcome = outcome(null, result(Rule.FILTER_SORT, Verdict.PASS, ""),
                result(Rule.PAGE_SIZE, Verdict.FAIL, "GET /api/projects answered 500, expected 200."),
                result(Rule.PAGE_SIZE, Verdict.FAIL, "GET /api/projects?x=1 answered 500, expected 200."), other);
        Object causes = JsonReport.tree(outcome).get("causes");
        assertThat(Trees.list(causes)).hasSize(2);
        assertThat(JsonTrees.at(causes, "0.title"))
                .isEqualTo("projects_list answers 500 where 200 is right (page-size)");
        assertThat(JsonTrees.at(causes, "0.checks")).isEqualTo(List.of(1, 2));
        assertThat(JsonTrees.at(causes, "1.checks")).isEqualTo(List.of(3));
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        ConsoleReport.print(outcome, new PrintStream(said, true, StandardCharsets.UTF_8));
        assertThat(said.toString(StandardCharsets.UTF_8).lines()).contains(
                "FAIL projects_list answers 500 where 200 is right (page-size) (2 checks)",
                "FAIL projects_list: it is wrong (1 check)");
    }

    @Test
    void theConsoleSaysWhatFailed() {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        ConsoleReport.print(MIXED, new PrintStream(said, true, StandardCharsets.UTF_8));
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("FAIL projects_list (case \\u0001): it is wrong")
                .contains("page-size, projects_list: a list is a list")
                .contains("it is wrong")
                .contains("1 pass, 1 skipped, 1 known deviation, 0 gone deviation, 1 fail, 0 error");
        assertThat(Trees.list(JsonReport.tree(MIXED).get("checks"))).hasSize(4);
    }
}
