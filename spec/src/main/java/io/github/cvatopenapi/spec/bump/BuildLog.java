package io.github.cvatopenapi.spec.bump;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What Maven printed. */
final class BuildLog {

    private BuildLog() {
    }

    /** The first line that says what went wrong, and where the rest is. */
    static String firstError(Path log) throws IOException {
        try (Stream<String> lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> line.startsWith("[ERROR]")).map(line -> line.substring("[ERROR]".length()).strip())
                    .filter(line -> !line.isEmpty() && !line.startsWith("Tests run")).findFirst().orElse("no error was named")
                    + " (all of it: " + log + ")";
        }
    }
}
