package io.github.cvatopenapi.contract.harness;

import io.github.cvatopenapi.spec.Deviation;
import io.github.cvatopenapi.spec.Deviations;
import io.github.cvatopenapi.spec.SpecException;
import java.util.List;

/** The deviations that are known, as the settings choose them. */
final class Ledger {

    private Ledger() {
    }

    static List<Deviation> deviations(Settings settings, String serverVersion) {
        if (settings.noDeviations()) {
            return List.of();
        }
        try {
            Deviations all = settings.deviations() == null ? Deviations.packaged() : Deviations.read(settings.deviations());
            return all.of(serverVersion).entries();
        } catch (SpecException e) {
            throw new CouldNotRun("The ledger of deviations cannot be used: " + e.getMessage(), e);
        }
    }
}
