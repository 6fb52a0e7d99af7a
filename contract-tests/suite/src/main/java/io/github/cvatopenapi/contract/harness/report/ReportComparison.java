package io.github.cvatopenapi.contract.harness.report;

import com.google.gson.JsonParseException;
import io.github.cvatopenapi.contract.harness.http.JsonTrees;
import io.github.cvatopenapi.contract.harness.settings.CouldNotRun;
import io.github.cvatopenapi.spec.Trees;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What changed between two reports, check by check. */
public final class ReportComparison {

    private static final Set<String> BAD = Set.of("fail", "gone", "error");

    private final Map<String, Object> before;
    private final Map<String, Object> after;
    private final List<String> worse = new ArrayList<>();
    private final List<String> better = new ArrayList<>();
    private final List<String> otherwise = new ArrayList<>();

    private ReportComparison(Map<String, Object> before, Map<String, Object> after) {
        this.before = before;
        this.after = after;
        Map<String, Map<String, Object>> old = checks(before);
        Map<String, Map<String, Object>> now = checks(after);
        now.forEach((key, check) -> compare(key, verdict(old.get(key)), verdict(check), check));
        old.forEach((key, check) -> {
            if (!now.containsKey(key)) {
                otherwise.add(key + ": was " + verdict(check) + ", is not checked any more");
            }
        });
    }

    /**
     * Compares two files that runs have written.
     *
     * @throws CouldNotRun where one is no report
     */
    public static ReportComparison of(Path before, Path after) {
        return new ReportComparison(read(before), read(after));
    }

    private static Map<String, Object> read(Path file) {
        try {
            Map<String, Object> report = Trees.object(JsonTrees.read(Files.readString(file)));
            if (!Long.valueOf(JsonReport.FORMAT).equals(report.get("format"))) {
                throw new CouldNotRun(file + " is no report.json of this suite, or of another version of it.");
            }
            return report;
        } catch (IOException | JsonParseException e) {
            throw new CouldNotRun(
                    "The report " + file + " cannot be read; give a report.json that a run has written.", e);
        }
    }

    private static Map<String, Map<String, Object>> checks(Map<String, Object> report) {
        Map<String, Map<String, Object>> checks = new LinkedHashMap<>();
        Trees.list(report.get("checks")).stream().map(Trees::object)
                .forEach(check -> checks.put(check.get("operation") + " " + check.get("rule")
                        + (check.containsKey("case") ? " [" + check.get("case") + "]" : "")
                        + ", " + check.get("behaviour"), check));
        return checks;
    }

    private static String verdict(Map<String, Object> check) {
        return check == null ? "absent" : String.valueOf(check.get("verdict"));
    }

    private void compare(String key, String was, String is, Map<String, Object> check) {
        if (was.equals(is)) {
            return;
        }
        String line = key + ": was " + was + ", is " + is
                + (check.containsKey("reason") ? " (" + check.get("reason") + ")" : "");
        (BAD.contains(is) && !BAD.contains(was) ? worse : BAD.contains(was) && !BAD.contains(is) ? better : otherwise)
                .add(line);
    }

    /** Whether something fails that did not fail before. */
    public boolean worse() {
        return !worse.isEmpty();
    }

    public void print(PrintStream out) {
        out.println("before: " + title(before));
        out.println("after:  " + title(after));
        section("worse", worse, out);
        section("better", better, out);
        section("otherwise changed", otherwise, out);
        if (worse.isEmpty() && better.isEmpty() && otherwise.isEmpty()) {
            out.println("Every check came to the same verdict.");
        }
    }

    private static String title(Map<String, Object> report) {
        return "CVAT " + Trees.at(report, "server", "version") + " at " + Trees.at(report, "server", "url") + ", run "
                + report.get("run") + " of " + report.get("started") + ": " + report.get("sentence");
    }

    private static void section(String title, List<String> lines, PrintStream out) {
        if (!lines.isEmpty()) {
            out.println();
            out.println(title + " (" + lines.size() + ")");
            lines.forEach(line -> out.println("  " + line));
        }
    }
}
