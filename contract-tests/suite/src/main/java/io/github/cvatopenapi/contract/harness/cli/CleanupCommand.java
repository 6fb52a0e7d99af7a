package io.github.cvatopenapi.contract.harness.cli;

import io.github.cvatopenapi.contract.harness.cleanup.Cleanup;
import io.github.cvatopenapi.contract.harness.cleanup.Names;
import io.github.cvatopenapi.contract.harness.run.Run;
import io.github.cvatopenapi.contract.harness.settings.CouldNotRun;
import io.github.cvatopenapi.contract.harness.settings.Settings;
import io.github.cvatopenapi.spec.Printable;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Takes away what a run left that was killed. */
@Command(name = "cleanup", mixinStandardHelpOptions = true, versionProvider = SuiteVersion.class,
        description = "Removes what a killed run left behind: everything whose name holds the id of the run, in the "
                + "bucket of the settings too.",
        footer = {"", "Exit codes: 0 everything removed, 1 something is left, 2 could not run."})
final class CleanupCommand implements Callable<Integer> {

    @Mixin
    private TargetOptions target;

    @Option(names = "--run", required = true, paramLabel = "ID",
            description = "The id of the run, as its first line says.")
    private String id;

    @Override
    public Integer call() {
        if (!Names.isRunId(id)) {
            throw new CouldNotRun(id
                    + " is not the id of a run; that is ct and eight letters and digits, as in ct0k3m9x2a.");
        }
        Settings settings = target.settings(target.given());
        if (settings.onEmbedded()) {
            throw new CouldNotRun("An embedded instance leaves nothing behind; say which instance by --url.");
        }
        try (Run run = Run.open(settings)) {
            Cleanup cleanup = run.cleanup(id);
            List<String> left = cleanup.removeAll();
            System.out.println(cleanup.removed() + " things of run " + id + " removed from " + run.url()
                    + (left.isEmpty() ? "." : ", " + left.size() + " left."));
            left.forEach(each -> System.out.println(Printable.of(each)));
            return left.isEmpty() ? 0 : 1;
        }
    }
}
