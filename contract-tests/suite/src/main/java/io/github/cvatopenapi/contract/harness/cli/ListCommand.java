package io.github.cvatopenapi.contract.harness.cli;

import io.github.cvatopenapi.contract.harness.settings.Environment;
import io.github.cvatopenapi.contract.harness.settings.Settings;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the checks. */
@Command(name = "list", mixinStandardHelpOptions = true, versionProvider = SuiteVersion.class,
        description = "Lists the checks: family, rule, operation and behaviour. Needs no instance.")
final class ListCommand implements Callable<Integer> {

    @Mixin
    private SelectionOptions selection;

    @Override
    public Integer call() {
        Map<String, String> given = new LinkedHashMap<>();
        selection.addTo(given);
        Settings settings = Environment.settings(Map.of(), null, given);
        SelectionOptions.check(settings.selection());
        return CheckListing.print(settings, false, System.out);
    }
}
