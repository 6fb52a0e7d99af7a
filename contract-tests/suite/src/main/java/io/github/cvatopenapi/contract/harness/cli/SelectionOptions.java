package io.github.cvatopenapi.contract.harness.cli;

import io.github.cvatopenapi.contract.harness.settings.CouldNotRun;
import io.github.cvatopenapi.contract.harness.settings.Selection;
import io.github.cvatopenapi.spec.Contract;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** Options that choose checks. */
final class SelectionOptions {

    @Option(names = "--include", split = ",", paramLabel = "NAME",
            description = "Only these tags, operations, families or rules. Names of one kind are alternatives, kinds "
                    + "narrow each other down: --include projects,page. The family SCHEMA is written in capitals, as "
                    + "schema is a tag.")
    private List<String> include;

    @Option(names = "--exclude", split = ",", paramLabel = "NAME",
            description = "Not these tags, operations, families or rules.")
    private List<String> exclude;

    @Option(names = "--quick", description = "Every operation in every family and every rule, but of checks that ask "
            + "the same with other values or of other operations only a part: about a quarter of the calls.")
    private boolean quick;

    void addTo(Map<String, String> given) {
        TargetOptions.put(given, "include", include);
        TargetOptions.put(given, "exclude", exclude);
        TargetOptions.put(given, "quick", quick);
    }

    /** The selection, or one clear sentence where a name is unknown. */
    static void check(Selection selection) {
        selection.unknown(Contract.load()).ifPresent(name -> {
            throw new CouldNotRun("There is no tag, operation, family or rule " + name
                    + "; `list` shows what there is.");
        });
    }
}
