package io.github.cvatopenapi.contract.harness.cli;

import io.github.cvatopenapi.contract.harness.report.ReportComparison;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Says what changed between two reports. */
@Command(name = "compare", mixinStandardHelpOptions = true, versionProvider = SuiteVersion.class,
        description = "Says what changed between two reports, of two servers or of two versions.",
        footer = {"", "Exit codes: 0 nothing got worse, 1 something did, 2 a report cannot be read."})
final class CompareCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "A.json", description = "The report before.")
    private Path before;

    @Parameters(index = "1", paramLabel = "B.json", description = "The report after.")
    private Path after;

    @Override
    public Integer call() {
        ReportComparison comparison = ReportComparison.of(before, after);
        comparison.print(System.out);
        return comparison.worse() ? 1 : 0;
    }
}
