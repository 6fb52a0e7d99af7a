package io.github.cvatopenapi.spec.bump;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What Maven printed. */
final class BuildLog {

    private BuildLog() {
    }

    private static final List<String> HEADS = List.of("Tests run", "COMPILATION ERROR", "Errors:", "Failures:");

    private static final Pattern FAILED_TEST =
            Pattern.compile("\\[ERROR] [\\w.$]*\\.(\\w+\\.\\w+)(?:\\(.*)? -- Time elapsed: .* <<< (?:FAILURE|ERROR)!");
    private static final int NAMED = 8;

    /**
     * What went wrong, as a clause: the tests that failed, or the first line that says it; and where the rest is.
     *
     * @param root where the build was, which the clause leaves out
     */
    static String firstError(Path log, Path root) throws IOException {
        List<String> lines;
        try (Stream<String> all = Files.lines(log, StandardCharsets.ISO_8859_1)) {
            lines = all.filter(line -> line.startsWith("[ERROR]")).toList();
        }
        List<String> tests = lines.stream().map(FAILED_TEST::matcher).filter(Matcher::matches)
                .map(matcher -> matcher.group(1)).distinct().toList();
        String clause = !tests.isEmpty() ? "tests failed: "
                + String.join(", ", tests.subList(0, Math.min(NAMED, tests.size())))
                + (tests.size() > NAMED ? " and " + (tests.size() - NAMED) + " more" : "")
                : lines.stream().map(line -> line.substring("[ERROR]".length()).strip())
                .filter(line -> !line.isEmpty() && HEADS.stream().noneMatch(line::startsWith)).findFirst()
                .map(line -> line.replace(root + "/", "")).orElse("no error was named");
        return clause + " (all of it: " + log + ")";
    }
}
