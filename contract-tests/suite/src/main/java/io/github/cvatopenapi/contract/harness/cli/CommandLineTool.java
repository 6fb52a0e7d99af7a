package io.github.cvatopenapi.contract.harness.cli;

import io.github.cvatopenapi.contract.harness.settings.CouldNotRun;
import io.github.cvatopenapi.spec.Printable;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine;

/** Takes the arguments apart and runs the command they name; {@code run} where they name none. */
public final class CommandLineTool {

    /** The exit code for whatever keeps a command from running. */
    static final int COULD_NOT_RUN = 2;

    private static final Set<String> HELP = Set.of("-h", "--help", "-V", "--version");

    @Command(name = "cvat-contract-tests", mixinStandardHelpOptions = true, versionProvider = SuiteVersion.class,
            subcommands = {RunCommand.class, ListCommand.class, CleanupCommand.class, CompareCommand.class},
            description = {"Checks a CVAT instance against the pinned contract, operation by operation.", "",
                "Without a command: run. Without --url: on an embedded instance. COMMAND --help says more."},
            footer = {"", "Exit codes: 0 conformant, 1 not, 2 could not run."})
    private static final class Root {
    }

    private CommandLineTool() {
    }

    /** Runs the command; the exit code is 0 for conformant, 1 for not, 2 where it could not run. */
    public static int run(String[] arguments, PrintStream out, PrintStream err) {
        CommandLine tool = new CommandLine(new Root());
        tool.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
        tool.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
        tool.setParameterExceptionHandler((exception, given) -> {
            err.println(Printable.of(exception.getMessage() + "; --help lists what there is."));
            return COULD_NOT_RUN;
        });
        tool.setExecutionExceptionHandler((exception, command, parsed) -> {
            StringWriter trace = new StringWriter();
            if (!(exception instanceof CouldNotRun)) {
                exception.printStackTrace(new PrintWriter(trace));
            }
            err.println(Printable.of(trace + String.valueOf(exception.getMessage())));
            return COULD_NOT_RUN;
        });
        return tool.execute(withCommand(tool, arguments));
    }

    private static String[] withCommand(CommandLine tool, String[] arguments) {
        if (arguments.length > 0 && (tool.getSubcommands().containsKey(arguments[0]) || HELP.contains(arguments[0]))) {
            return arguments;
        }
        List<String> all = new ArrayList<>(List.of("run"));
        all.addAll(Arrays.asList(arguments));
        return all.toArray(String[]::new);
    }
}
