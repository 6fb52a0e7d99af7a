package io.github.cvatopenapi.spec.bump;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What Maven printed. */
final class BuildLog {

    private BuildLog() {
    }

    private static final List<String> HEADS = List.of("Tests run", "COMPILATION ERROR", "Errors:", "Failures:");

    /**
     * The first line that says what went wrong, and where the rest is.
     *
     * @param root where the build was, which the line leaves out
     */
    static String firstError(Path log, Path root) throws IOException {
        try (Stream<String> lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> line.startsWith("[ERROR]")).map(line -> line.substring("[ERROR]".length()).strip())
                    .filter(line -> !line.isEmpty() && HEADS.stream().noneMatch(line::startsWith)).findFirst()
                    .map(line -> line.replace(root + "/", "")).orElse("no error was named")
                    + " (all of it: " + log + ")";
        }
    }
}
