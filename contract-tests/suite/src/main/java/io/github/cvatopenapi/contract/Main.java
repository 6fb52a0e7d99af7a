package io.github.cvatopenapi.contract;

import io.github.cvatopenapi.contract.harness.cli.CommandLineTool;

/** The command line of the contract suite. */
public final class Main {

    /**
     * How often Groovy, of which REST Assured is made, looks up what it calls before it binds the place of the call.
     */
    private static final String GROOVY_BINDS_AFTER = "groovy.indy.optimize.threshold";

    private Main() {
    }

    /** Runs the command that the arguments name and exits with its code: 0 conformant, 1 not, 2 could not run. */
    public static void main(String[] arguments) {
        // a run is short: its default of 10,000 costs a third of the time
        System.getProperties().putIfAbsent(GROOVY_BINDS_AFTER, "0");
        System.exit(CommandLineTool.run(arguments, System.out, System.err));
    }
}
