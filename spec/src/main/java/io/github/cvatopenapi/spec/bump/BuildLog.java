package io.github.cvatopenapi.spec.bump;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What Maven printed. */
final class BuildLog {

    private BuildLog() {
    }

    private static final Pattern COLOR = Pattern.compile("\u001b\\[[\\d;]*m");

    /** What stands around the error: headings before it, and Maven's advice after it. */
    private static final Pattern AROUND = Pattern.compile("Tests run.*|COMPILATION ERROR.*|Errors:.*|Failures:.*"
            + "|To see the full stack trace.*|Re-run Maven.*|For more information.*|\\[Help \\d+].*|-> \\[Help.*"
            + "|After correcting.*|mvn <args>.*|See .* for the individual test results.*|See dump files.*");

    private static final Pattern GOAL =
            Pattern.compile("Failed to execute goal .*? on project [\\w-]+: (.*?)(?: -> \\[Help.*)?");
    private static final Pattern NO_CAUSE = Pattern.compile(
            "(?:An exception occurred while executing the Java class\\. |.* See above for the full exception\\.)");
    private static final Pattern EXCEPTION =
            Pattern.compile("(?:Caused by: )?(?:[\\w.]+\\.)?(\\w+(?:Exception|Error): .*)");
    private static final Pattern FAILED_TEST =
            Pattern.compile("\\[ERROR] [\\w.$]*\\.(\\w+\\.\\w+)(?:\\(.*)? -- Time elapsed: .* <<< (?:FAILURE|ERROR)!");
    private static final Pattern PLACE = Pattern.compile("\\[ERROR] (/.*\\.java):\\[(\\d+),\\d+] (.*)");
    private static final int NAMED = 8;

    /**
     * What went wrong, as a clause: the tests that failed, or the first line that says it; and where the rest is.
     *
     * @param root where the build was, which the clause leaves out
     */
    static String firstError(Path log, Path root) throws IOException {
        List<String> all = lines(log);
        List<String> tests = failedTests(all);
        String clause = !tests.isEmpty() ? "tests failed: "
                + String.join(", ", tests.subList(0, Math.min(NAMED, tests.size())))
                + (tests.size() > NAMED ? " and " + (tests.size() - NAMED) + " more" : "")
                : error(all).replace(root + "/", "");
        return clause + " (all of it: " + log + ")";
    }

    /** The tests that failed, as {@code Class.method}. */
    static List<String> failedTests(Path log) throws IOException {
        return failedTests(lines(log));
    }

    private static List<String> failedTests(List<String> all) {
        return all.stream().map(FAILED_TEST::matcher).filter(Matcher::matches)
                .map(matcher -> matcher.group(1)).distinct().toList();
    }

    /** What does not compile, by file and line, or else the first error. */
    static List<String> errors(Path log, Path root) throws IOException {
        List<String> places = lines(log).stream().map(PLACE::matcher).filter(Matcher::matches)
                .map(matcher -> root.relativize(Path.of(matcher.group(1))) + ":" + matcher.group(2) + ": "
                        + matcher.group(3)).distinct().toList();
        return places.isEmpty() ? List.of(error(lines(log)).replace(root + "/", "")) : places;
    }

    private static List<String> lines(Path log) throws IOException {
        try (Stream<String> lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
            return lines.map(line -> COLOR.matcher(line).replaceAll("")).toList();
        }
    }

    private static String error(List<String> all) {
        List<String> errors = all.stream().filter(line -> line.startsWith("[ERROR]"))
                .map(line -> line.substring("[ERROR]".length()).strip())
                .filter(line -> !line.isEmpty() && !AROUND.matcher(line).matches()).toList();
        Optional<String> exception = all.stream().map(EXCEPTION::matcher).filter(Matcher::matches)
                .map(matcher -> matcher.group(1)).findFirst();
        if (errors.isEmpty()) {
            return exception.orElse("no error was named");
        }
        Matcher goal = GOAL.matcher(errors.get(0));
        String first = goal.matches() ? goal.group(1) : errors.get(0);
        String cause = NO_CAUSE.matcher(first).replaceFirst("");
        if (cause.isBlank()) {
            return exception.orElse(first);
        }
        // What a symbol is that cannot be found stands in the line after.
        return errors.size() > 1 && errors.get(1).startsWith("symbol:")
                ? cause + ", " + errors.get(1).replaceAll("\\s+", " ") : cause;
    }
}
