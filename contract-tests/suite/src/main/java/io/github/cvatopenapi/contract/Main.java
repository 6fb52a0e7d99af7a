package io.github.cvatopenapi.contract;

import io.github.cvatopenapi.contract.harness.cli.CommandLineTool;

/** The command line of the contract suite. */
public final class Main {

    private Main() {
    }

    /** Runs the command that the arguments name and exits with its code: 0 conformant, 1 not, 2 could not run. */
    public static void main(String[] arguments) {
        System.exit(CommandLineTool.run(arguments, System.out, System.err));
    }
}
