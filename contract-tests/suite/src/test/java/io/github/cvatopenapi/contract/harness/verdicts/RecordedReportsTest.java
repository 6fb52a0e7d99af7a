package io.github.cvatopenapi.contract.harness.verdicts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cvatopenapi.contract.harness.causes.RealReports;
import io.github.cvatopenapi.contract.harness.http.JsonTrees;
import io.github.cvatopenapi.contract.harness.rules.CheckId;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.spec.Change;
import io.github.cvatopenapi.spec.Contract;
import io.github.cvatopenapi.spec.Deviation;
import io.github.cvatopenapi.spec.Deviations;
import io.github.cvatopenapi.spec.Trees;
import io.github.cvatopenapi.spec.recorded.Recordings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the suite found on real servers of two versions, weighed again with the ledger of today. */
class RecordedReportsTest {

    @BeforeEach
    void theReportsAreOfChecksOfThisContract() {
        Recordings.assumeTheyAreOf(Contract.load().version());
    }

    /** A check of a report: where it stands, what came out, and the calls that it rests on. */
    private record Reported(CheckId id, String verdict, String reason, Set<String> requests) {
        boolean failed() {
            return verdict.equals("fail") || verdict.equals("known");
        }
    }

    private record Report(String version, List<Reported> checks, Map<String, Object> conditions) {

        static Report read(String name) {
            Object tree = JsonTrees.read(RealReports.text(name));
            return new Report(String.valueOf(Trees.at(tree, "server", "version")),
                    Trees.list(Trees.at(tree, "checks")).stream().map(each -> check(Trees.object(each))).toList(),
                    Trees.object(Trees.at(tree, "conditions")));
        }

        private static Reported check(Map<String, Object> check) {
            CheckId id = new CheckId(Contract.load().operation(String.valueOf(check.get("operation"))),
                    Rule.of(String.valueOf(check.get("rule"))).orElseThrow(),
                    String.valueOf(check.getOrDefault("case", "")), String.valueOf(check.get("behaviour")));
            return new Reported(id, String.valueOf(check.get("verdict")), String.valueOf(check.get("reason")),
                    Trees.list(check.get("evidence")).stream()
                            .map(each -> String.valueOf(Trees.at(each, "request"))).collect(Collectors.toSet()));
        }

        /** The verdicts that the ledger of today leads to. */
        List<CheckResult> judged() {
            Judge judge = new Judge(Deviations.packaged().entries(), version, false,
                    name -> Optional.ofNullable((Boolean) conditions.get(name)));
            Set<String> known = checks.stream().filter(each -> each.id().rule() != Rule.STATUS_DECLARED)
                    .filter(each -> each.failed() && judge.excuse(each.id()).isPresent())
                    .flatMap(each -> each.requests().stream()).collect(Collectors.toSet());
            return judge.judged(checks.stream().map(each -> judged(each, judge.excuse(each.id()), known)).toList());
        }

        private static CheckResult judged(Reported check, Optional<Deviation> excuse, Set<String> known) {
            CheckResult passed = new CheckResult(check.id(), Verdict.PASS, "", "", List.of(), 0);
            if (check.failed() && excuse.isPresent()) {
                return passed.with(Verdict.KNOWN, check.reason(), excuse.get().id());
            }
            // A declared status counts as missed where a check fails for want of it, and not where that is known.
            boolean follows = check.id().rule() == Rule.STATUS_DECLARED && !check.requests().isEmpty()
                    && known.containsAll(check.requests());
            if (check.failed() && !follows) {
                return passed.with(Verdict.FAIL, check.reason(), "");
            }
            return check.verdict().equals("skipped") ? passed.with(Verdict.SKIPPED, check.reason(), "") : passed;
        }
    }

    private static List<String> bad(List<CheckResult> results) {
        return results.stream().filter(each -> each.verdict().bad())
                .map(each -> each.verdict() + " " + each.id().operation().id() + " " + each.id().rule().id() + " "
                        + each.id().caseName()).toList();
    }

    /** How many checks met each change. */
    private static Map<String, Long> ofChanges(List<CheckResult> results) {
        Set<String> changes = Contract.load().changes().all().stream().map(Change::id).collect(Collectors.toSet());
        return results.stream().map(CheckResult::deviation).filter(changes::contains)
                .collect(Collectors.groupingBy(id -> id, Collectors.counting()));
    }

    @Test
    void nothingOfANewerServerIsCalledAFailure() {
        Report report = Report.read(RealReports.OF_2_73_0);
        assertThat(report.checks()).filteredOn(each -> each.verdict().equals("fail")).hasSize(272);
        List<CheckResult> judged = report.judged();
        assertThat(bad(judged)).isEmpty();
        assertThat(ofChanges(judged)).containsExactlyInAnyOrderEntriesOf(Map.of("foreign-403", 9L,
                "invitation-patch-removed", 7L, "task-without-data-null", 4L, "dimension-empty-before-data", 1L,
                "image-quality-optional", 1L, "webhook-events-objects", 4L, "storage-preview-png", 1L,
                "memberships-role-not-searched", 1L, "plugins-removed", 1L));
    }

    /** An order that nobody promised and a limit of the hour before were taken for faults then. */
    @Test
    void ofTheServerOfTheContractOnlyWhatTheSuiteGotWrongIsLeft() {
        Report report = Report.read(RealReports.OF_2_58_1);
        assertThat(report.checks()).filteredOn(each -> each.verdict().equals("fail")).hasSize(7);
        List<CheckResult> judged = report.judged();
        assertThat(bad(judged)).containsExactlyInAnyOrder(
                "FAIL cloudstorages_retrieve_actions lifecycle-read ", "FAIL invitations_resend error-method PUT",
                "FAIL invitations_resend error-method PATCH", "FAIL invitations_resend error-method DELETE");
        assertThat(ofChanges(judged)).isEmpty();
    }
}
