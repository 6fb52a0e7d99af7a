package io.github.cvatopenapi.contract.harness.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cvatopenapi.contract.harness.settings.Settings;
import io.github.cvatopenapi.spec.Contract;
import io.github.cvatopenapi.spec.bump.Drift;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

class ServedDocumentTest {

    @Test
    void theEmbeddedInstanceServesThePinnedDocument() {
        try (Run run = Run.open(Settings.embedded())) {
            assertThat(ServedDocument.compare(run)).isEqualTo("The server's own document ("
                    + Contract.pinned().version() + ") says the same as the pinned one.");
        }
    }

    @Test
    void differencesAreCounted() {
        String served = new Yaml().dump(Contract.pinned().document())
                .replace("operationId: users_retrieve_self", "operationId: users_retrieve_me");

        assertThat(ServedDocument.sentence(Drift.compare(served, "served"))).contains("differs from the pinned one",
                "in 1 places: of these changes 0 break those who send and 0 those who read", "scripts/drift");
    }
}
