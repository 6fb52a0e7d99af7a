package io.github.cvatopenapi.contract.harness.report;

import io.github.cvatopenapi.contract.harness.settings.CouldNotRun;
import io.github.cvatopenapi.contract.harness.verdicts.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files of a report: {@code report.json}, {@code report.html} and {@code junit/}. */
public final class ReportFiles {

    /** The form of {@code report.json}; raised when a reader of the form before would misread it. */
    public static final int FORMAT = 1;

    private ReportFiles() {
    }

    /**
     * Finds out before a long run whether its report can be written after it.
     *
     * @throws CouldNotRun where the directory cannot be written
     */
    public static void prepare(Path directory) {
        try {
            Files.createDirectories(directory);
            Files.delete(Files.createTempFile(directory, "report", ".try"));
        } catch (IOException e) {
            throw cannotBeWritten(directory, e);
        }
    }

    private static CouldNotRun cannotBeWritten(Path directory, IOException e) {
        return new CouldNotRun("The report cannot be written to " + directory + " (" + e.getClass().getSimpleName()
                + ": " + e.getMessage() + "); give another --report.", e);
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
            Files.writeString(directory.resolve("report.html"), Page.of(ReportFiles.class, "report.html", json));
            JunitReport.write(outcome, directory.resolve("junit"));
        } catch (IOException e) {
            throw cannotBeWritten(directory, e);
        }
    }
}
