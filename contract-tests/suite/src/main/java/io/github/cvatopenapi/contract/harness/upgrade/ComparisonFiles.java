package io.github.cvatopenapi.contract.harness.upgrade;

import io.github.cvatopenapi.contract.harness.report.Page;
import io.github.cvatopenapi.contract.harness.settings.CouldNotRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A comparison as a page and as data. */
public final class ComparisonFiles {

    private ComparisonFiles() {
    }

    /**
     * Writes the page, which needs nothing beside it.
     *
     * @throws CouldNotRun where the file cannot be written
     */
    public static void writePage(Comparison comparison, Path file) {
        write(file, Page.of(ComparisonFiles.class, "comparison.html", ComparisonJson.text(comparison)));
    }

    /**
     * Writes the data.
     *
     * @throws CouldNotRun where the file cannot be written
     */
    public static void writeData(Comparison comparison, Path file) {
        write(file, ComparisonJson.text(comparison));
    }

    private static void write(Path file, String text) {
        try {
            if (file.toAbsolutePath().getParent() != null) {
                Files.createDirectories(file.toAbsolutePath().getParent());
            }
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new CouldNotRun("The comparison cannot be written to " + file + ": " + e.getMessage()
                    + "; give another file.", e);
        }
    }
}
