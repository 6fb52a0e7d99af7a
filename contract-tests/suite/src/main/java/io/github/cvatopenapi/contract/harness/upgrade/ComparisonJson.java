package io.github.cvatopenapi.contract.harness.upgrade;

import io.github.cvatopenapi.contract.harness.http.JsonTrees;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A comparison as data. Its form is described by {@code comparison-schema.json} beside this class. */
final class ComparisonJson {

    private static final int FORMAT = 1;

    private ComparisonJson() {
    }

    static String text(Comparison comparison) {
        return JsonTrees.write(tree(comparison)) + "\n";
    }

    private static Map<String, Object> tree(Comparison comparison) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("format", FORMAT);
        tree.put("sentence", comparison.sentence());
        tree.put("before", comparison.before().head());
        tree.put("after", comparison.after().head());
        tree.put("changes", changes(comparison.changes()));
        tree.put("mended", changes(comparison.mended()));
        tree.put("allowed", changes(comparison.allowed()));
        tree.put("notCompared", comparison.silent().entrySet().stream()
                .map(each -> Map.of("why", each.getKey(), "checks", each.getValue())).toList());
        tree.put("same", comparison.same());
        return tree;
    }

    private static List<Map<String, Object>> changes(List<Difference> changes) {
        return changes.stream().map(change -> {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("title", change.title());
            if (!change.seen().isEmpty()) {
                tree.put("seen", change.seen());
            }
            tree.put("kind", change.cause().kind().name().toLowerCase(Locale.ROOT));
            tree.put("operations", change.cause().operations());
            tree.put("concerned", change.concerned().stream()
                    .map(each -> Map.of("who", each.who(), "how", each.how())).toList());
            tree.put("checks", change.evidence().stream().map(ComparisonJson::check).toList());
            return tree;
        }).toList();
    }

    private static Map<String, Object> check(Difference.Pair pair) {
        Map<String, Object> tree = new LinkedHashMap<>();
        List.of("operation", "rule", "case", "behaviour")
                .forEach(name -> put(tree, name, pair.after().check().get(name)));
        tree.put("before", side(pair.before()));
        tree.put("after", side(pair.after()));
        return tree;
    }

    private static Map<String, Object> side(ReportedCheck shown) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("verdict", shown.check().get("verdict"));
        tree.put("sentence", shown.sentence());
        if (!shown.exchange().isEmpty()) {
            tree.put("exchange", shown.exchange());
        }
        return tree;
    }

    private static void put(Map<String, Object> tree, String name, Object value) {
        if (value != null) {
            tree.put(name, value);
        }
    }
}
