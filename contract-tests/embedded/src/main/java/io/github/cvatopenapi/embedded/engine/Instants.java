package io.github.cvatopenapi.embedded.engine;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Points in time, to the microsecond as the server has them. */
public final class Instants {

    private Instants() {
    }

    public static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
