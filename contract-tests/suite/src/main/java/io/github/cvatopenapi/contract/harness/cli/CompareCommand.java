package io.github.cvatopenapi.contract.harness.cli;

import io.github.cvatopenapi.contract.harness.upgrade.Comparison;
import io.github.cvatopenapi.contract.harness.upgrade.ComparisonFiles;
import io.github.cvatopenapi.contract.harness.upgrade.ComparisonText;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what changed between two reports. */
@Command(name = "compare", mixinStandardHelpOptions = true, versionProvider = SuiteVersion.class, sortOptions = false,
        description = {"Says what a server does otherwise than another did, by the reports of two runs: what changed,"
                + " whom it concerns, and what shows it. What is known as a deviation counts like anything else."},
        footer = {"", "Exit codes: 0 nothing changed that somebody may notice, 1 something did, 2 a report cannot be"
                + " read."})
final class CompareCommand implements Callable<Integer> {

    private static final String REPORT = " It may be compressed by gzip.";

    @Parameters(index = "0", paramLabel = "A.json", description = "The report before." + REPORT)
    private Path before;

    @Parameters(index = "1", paramLabel = "B.json", description = "The report after." + REPORT)
    private Path after;

    @Option(names = "--html", paramLabel = "FILE", description = "Write it as a page as well.")
    private Path page;

    @Option(names = "--json", paramLabel = "FILE", description = "Write it as data as well.")
    private Path data;

    @Override
    public Integer call() {
        Comparison comparison = Comparison.of(before, after);
        if (page != null) {
            ComparisonFiles.writePage(comparison, page);
        }
        if (data != null) {
            ComparisonFiles.writeData(comparison, data);
        }
        ComparisonText.print(comparison, System.out);
        return comparison.worse() ? 1 : 0;
    }
}
