package io.github.cvatopenapi.contract.harness.report;

import io.github.cvatopenapi.contract.harness.settings.CouldNotRun;
import io.github.cvatopenapi.contract.harness.verdicts.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** The files of a report: {@code report.json}, {@code report.html} and {@code junit/}. */
public final class ReportFiles {

    private static final String TEMPLATE = "report.html";
    private static final String PLACE = "\"REPORT-DATA\"";

    private ReportFiles() {
    }

    /**
     * Writes every file; what an earlier run left there is replaced.
     *
     * @throws CouldNotRun where the directory cannot be written
     */
    public static void write(Outcome outcome, Path directory) {
        try {
            Files.createDirectories(directory);
            String json = JsonReport.text(outcome);
            Files.writeString(directory.resolve("report.json"), json);
            Files.writeString(directory.resolve("report.html"), html(json));
            JunitReport.write(outcome, directory.resolve("junit"));
        } catch (IOException e) {
            throw new CouldNotRun("The report cannot be written to " + directory + ": " + e.getMessage()
                    + "; give another --report.", e);
        }
    }

    /** The page with the data inside, so that it needs nothing else. */
    static String html(String json) throws IOException {
        try (InputStream in = Objects.requireNonNull(ReportFiles.class.getResourceAsStream(TEMPLATE), TEMPLATE)) {
            // "</" would end the script that holds the data
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace(PLACE, json.strip().replace("</", "<\\/"));
        }
    }
}
