package io.github.cvatopenapi.contract.harness.cli;

import io.github.cvatopenapi.contract.harness.settings.Settings;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Checks an instance. */
@Command(name = "run", mixinStandardHelpOptions = true, versionProvider = SuiteVersion.class, sortOptions = false,
        footer = {"", "Exit codes: 0 conformant, 1 not, 2 could not run."})
final class RunCommand implements Callable<Integer> {

    @Mixin
    private TargetOptions target;

    @Mixin
    private SelectionOptions selection;

    @Option(names = "--register",
            description = "Throwaway accounts may be registered; needs an administrator, who removes them.")
    private boolean register;

    @Option(names = "--read-only", description = "Call only what changes nothing.")
    private boolean readOnly;

    @Option(names = "--parallel", paramLabel = "N", description = "How many calls are under way at once. Default: 8.")
    private String parallel;

    @Option(names = "--report", paramLabel = "DIR", description = "Where the reports go. Default: target/conformance.")
    private String report;

    @Option(names = "--deviations", paramLabel = "FILE|none",
            description = "Another ledger of known deviations, or none.")
    private String deviations;

    @Option(names = "--provoke-throttle", description = "Provoke throttling, as the last thing.")
    private boolean provokeThrottle;

    @Option(names = "--delay", paramLabel = "MILLIS", hidden = true,
            description = "What the embedded instance waits before each answer.")
    private String delay;

    @Option(names = "--hash-time", paramLabel = "MILLIS", hidden = true,
            description = "What the embedded instance takes for each password.")
    private String hashTime;

    @Option(names = "--list", description = "Only list the checks.")
    private boolean list;

    @Option(names = "--dry-run", description = "Only say what would be called.")
    private boolean dryRun;

    @Override
    public Integer call() {
        Settings settings = settings();
        if (list || dryRun) {
            return CheckListing.print(settings, dryRun, System.out);
        }
        return new CommandLineRun(settings, System.out).run();
    }

    private Settings settings() {
        Map<String, String> given = target.given();
        selection.addTo(given);
        TargetOptions.put(given, "register", register);
        TargetOptions.put(given, "read-only", readOnly);
        TargetOptions.put(given, "parallel", parallel);
        TargetOptions.put(given, "report", report);
        TargetOptions.put(given, "deviations", deviations);
        TargetOptions.put(given, "provoke-throttle", provokeThrottle);
        TargetOptions.put(given, "delay", delay);
        TargetOptions.put(given, "hash-time", hashTime);
        Settings settings = target.settings(given);
        SelectionOptions.check(settings.selection());
        return settings;
    }
}
