package io.github.cvatopenapi.contract.harness.report;

import io.github.cvatopenapi.contract.harness.http.Exchange;
import io.github.cvatopenapi.contract.harness.http.JsonTrees;
import io.github.cvatopenapi.contract.harness.http.Truncation;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.verdicts.CheckResult;
import io.github.cvatopenapi.contract.harness.verdicts.Outcome;
import io.github.cvatopenapi.contract.harness.verdicts.Verdict;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The report as data. Its form is described by {@code report-schema.json} beside this class. */
final class JsonReport {

    private static final int MOST_EVIDENCE = 6;
    private static final int LONGEST_BODY = 1500;
    private static final int LONGEST_BODY_OF_A_PASS = 240;
    private static final List<String> HEADERS = List.of("content-type", "allow", "www-authenticate",
            "retry-after", "location", "content-disposition", "etag", "upload-offset", "vary");

    private JsonReport() {
    }

    static String text(Outcome outcome) {
        return JsonTrees.write(tree(outcome)) + "\n";
    }

    static Map<String, Object> tree(Outcome outcome) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("format", ReportFiles.FORMAT);
        tree.put("contract", outcome.contract().version());
        tree.put("server", Map.of("url", outcome.url(), "version", outcome.serverVersion(),
                "embedded", outcome.embedded()));
        tree.put("run", outcome.runId());
        tree.put("started", outcome.started().toString());
        tree.put("seconds", outcome.took().toMillis() / 1000.0);
        tree.put("exchanges", outcome.exchanges());
        tree.put("exitCode", outcome.exitCode());
        tree.put("sentence", outcome.sentence());
        tree.put("selected", outcome.selected());
        tree.put("settings", outcome.settings());
        tree.put("conditions", outcome.conditions());
        tree.put("notes", outcome.notes().all());
        tree.put("counts", counts(outcome));
        tree.put("coverage", coverage(outcome));
        tree.put("rules", Arrays.stream(Rule.values())
                .map(rule -> Map.of("id", rule.id(), "family", rule.family().name(), "sentence", rule.sentence()))
                .toList());
        tree.put("operations", operations(outcome));
        List<Map<String, Object>> checks = outcome.results().stream().map(result -> check(result, outcome.url()))
                .toList();
        tree.put("causes", RunCauses.tree(checks, outcome.contract()));
        tree.put("changes", RunCauses.changes(checks, outcome.contract()));
        tree.put("checks", checks);
        return tree;
    }

    private static Map<String, Object> counts(Outcome outcome) {
        Map<String, Object> counts = new LinkedHashMap<>();
        outcome.counts().forEach((verdict, count) -> counts.put(verdict.id(), count));
        return counts;
    }

    private static Map<String, Object> coverage(Outcome outcome) {
        Map<String, Object> coverage = new LinkedHashMap<>();
        coverage.put("operations", List.of(outcome.coverage().operations(), outcome.coverage().allOperations()));
        coverage.put("declaredStatuses", List.of(outcome.coverage().declared(), outcome.coverage().allDeclared()));
        coverage.put("undeclaredStatuses", outcome.coverage().undeclared());
        coverage.put("rules", List.of(outcome.coverage().rules(), outcome.coverage().allRules()));
        coverage.put("parameters", List.of(outcome.sent().parameters(), outcome.sent().allParameters()));
        coverage.put("keywords", List.of(outcome.sent().keywords(), outcome.sent().allKeywords()));
        coverage.put("unused", outcome.sent().unused());
        return coverage;
    }

    private static List<Map<String, Object>> operations(Outcome outcome) {
        return outcome.matrix().entrySet().stream().map(row -> {
            Map<String, Object> operation = new LinkedHashMap<>();
            operation.put("id", row.getKey().id());
            operation.put("method", row.getKey().method());
            operation.put("path", row.getKey().path());
            operation.put("tag", row.getKey().tag());
            operation.put("summary", row.getKey().summary());
            Map<String, Object> cells = new LinkedHashMap<>();
            row.getValue().forEach((family, verdict) -> cells.put(family.name(), verdict.id()));
            operation.put("cells", cells);
            return operation;
        }).toList();
    }

    static Map<String, Object> check(CheckResult result, String url) {
        Map<String, Object> check = new LinkedHashMap<>();
        check.put("operation", result.id().operation().id());
        check.put("rule", result.id().rule().id());
        put(check, "case", result.id().caseName());
        check.put("behaviour", result.id().behaviour());
        check.put("verdict", result.verdict().id());
        put(check, "reason", result.reason());
        put(check, "deviation", result.deviation());
        check.put("millis", result.millis());
        boolean plain = result.verdict() == Verdict.PASS || result.verdict() == Verdict.SKIPPED;
        int most = plain ? 1 : MOST_EVIDENCE;
        int longest = plain ? LONGEST_BODY_OF_A_PASS : LONGEST_BODY;
        List<Exchange> evidence = result.evidence();
        if (!evidence.isEmpty()) {
            check.put("evidence", evidence.subList(Math.max(0, evidence.size() - most), evidence.size()).stream()
                    .map(exchange -> exchange(exchange, result.id().rule(), url, longest)).toList());
        }
        return check;
    }

    private static void put(Map<String, Object> object, String key, String value) {
        if (!value.isEmpty()) {
            object.put(key, value);
        }
    }

    private static Map<String, Object> exchange(Exchange exchange, Rule rule, String url, int longest) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("caller", exchange.caller());
        tree.put("request", Curl.of(exchange, url, longest));
        tree.put("status", exchange.status());
        Map<String, String> headers = new LinkedHashMap<>();
        exchange.responseHeaders().forEach((name, value) -> {
            if (HEADERS.contains(name)) {
                headers.put(name, value);
            }
        });
        tree.put("headers", headers);
        String body = exchange.responseBody();
        if (body != null) {
            tree.put("body", Truncation.of(body, longest));
        }
        tree.put("millis", exchange.millis());
        List<Map<String, String>> problems = exchange.violations().stream().filter(each -> each.rule() == rule)
                .flatMap(each -> each.problems().stream())
                .map(each -> Map.of("at", each.at(), "what", each.what())).toList();
        if (!problems.isEmpty()) {
            tree.put("problems", problems);
        }
        return tree;
    }
}
