package io.github.cvatopenapi.contract.harness.verdicts;

import io.github.cvatopenapi.contract.harness.rules.Family;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.settings.CouldNotRun;
import io.github.cvatopenapi.contract.harness.settings.Settings;
import io.github.cvatopenapi.spec.Deviation;
import io.github.cvatopenapi.spec.Deviations;
import io.github.cvatopenapi.spec.SpecException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The deviations that are known, as the settings choose them. */
public final class Ledger {

    private Ledger() {
    }

    /** The operations of which the document was corrected, so that a server may fit the corrected one only. */
    public static Set<String> corrected(Settings settings) {
        return deviations(settings).stream().filter(each -> each.kind() == Deviation.Kind.DOCUMENT)
                .filter(each -> Rule.of(each.rule()).filter(rule -> rule.family() == Family.SCHEMA).isPresent())
                .flatMap(each -> each.operations().stream()).collect(Collectors.toSet());
    }

    /** The lists over which servers are known to stumble while something in them is removed. */
    public static Set<String> listsThatStumble() {
        return Deviations.packaged().entries().stream().filter(Ledger::isOfAListMeanwhile)
                .flatMap(each -> each.operations().stream()).collect(Collectors.toSet());
    }

    static boolean isOfAListMeanwhile(Deviation deviation) {
        return deviation.sometimes() && deviation.rule().equals(Rule.PAGE_MEANWHILE.id());
    }

    /**
     * Every deviation that is known, whatever the version; a {@link CouldNotRun} where the ledger of the settings
     * cannot be read.
     */
    public static List<Deviation> deviations(Settings settings) {
        return ledger(settings).entries();
    }

    private static Deviations ledger(Settings settings) {
        try {
            return settings.noDeviations() ? Deviations.none()
                    : settings.deviations() == null ? Deviations.packaged() : Deviations.read(settings.deviations());
        } catch (SpecException e) {
            throw new CouldNotRun("The ledger of deviations cannot be used: " + e.getMessage(), e);
        }
    }
}
