package io.github.cvatopenapi.contract.harness.settings;

import java.time.Duration;

/**
 * What the embedded instance is slowed down by, so that a run can be measured as on servers that are.
 *
 * @param call     for each call
 * @param password for each password that is checked or set
 */
public record Slowness(Duration call, Duration password) {

    /** As quick as it is. */
    public static final Slowness NONE = new Slowness(Duration.ZERO, Duration.ZERO);
}
