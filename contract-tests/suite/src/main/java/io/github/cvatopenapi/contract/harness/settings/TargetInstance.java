package io.github.cvatopenapi.contract.harness.settings;

import io.github.cvatopenapi.embedded.EmbeddedCvat;
import java.net.URI;
import java.util.UUID;

/** Where a run is made: an instance somewhere, or an embedded one that lives as long as the run. */
public final class TargetInstance implements AutoCloseable {

    private final Settings settings;
    private final EmbeddedCvat embedded;

    private TargetInstance(Settings settings, EmbeddedCvat embedded) {
        this.settings = settings;
        this.embedded = embedded;
    }

    /** Opens the target; an embedded one is started and given accounts. */
    public static TargetInstance open(Settings settings) {
        if (!settings.onEmbedded()) {
            return new TargetInstance(settings, null);
        }
        return on(EmbeddedCvat.builder().delay(settings.slowness().call()).hashTime(settings.slowness().password())
                .start(), settings);
    }

    /** An embedded instance that runs already, which is given accounts and closed with the target. */
    public static TargetInstance on(EmbeddedCvat cvat, Settings settings) {
        return new TargetInstance(settings.people(account(cvat, "contract-main"), account(cvat, "contract-second"),
                new Settings.Account(cvat.adminName(), cvat.adminPassword(), null)), cvat);
    }

    private static Settings.Account account(EmbeddedCvat cvat, String name) {
        String password = "Pw-" + UUID.randomUUID();
        cvat.addUser(name, password);
        return new Settings.Account(name, password, null);
    }

    public URI url() {
        return embedded == null ? settings.url() : embedded.baseUrl();
    }

    public boolean embedded() {
        return embedded != null;
    }

    /** The settings with the accounts that the target brings. */
    public Settings settings() {
        return settings;
    }

    @Override
    public void close() {
        if (embedded != null) {
            embedded.close();
        }
    }
}
