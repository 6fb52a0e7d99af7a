package io.github.cvatopenapi.embedded.http;

import io.github.cvatopenapi.spec.Contract;
import io.github.cvatopenapi.spec.Operation;
import io.github.cvatopenapi.spec.Trees;
import java.time.Duration;
import java.util.Locale;

/** The time that a server in production takes to hash a password, so that callers can see what they spend. */
final class PasswordCost {

    /** Waits for that long. */
    @FunctionalInterface
    interface Pause {
        void of(Duration time);
    }

    private final Contract contract;
    private final Duration each;
    private final Pause pause;

    /** @param each what one password costs; zero for nothing */
    PasswordCost(Contract contract, Duration each, Pause pause) {
        this.contract = contract;
        this.each = each;
        this.pause = pause;
    }

    /** Where the credentials are a user and a password. */
    void ofCredentials(String authorization) {
        if (authorization != null && authorization.strip().toLowerCase(Locale.ROOT).startsWith("basic ")) {
            pay();
        }
    }

    /** Where the body of the operation brings a password that is checked or set. */
    void ofBody(Operation operation) {
        boolean brings = operation.requestBodies().stream()
                .flatMap(body -> Trees.object(contract.resolve(body.schema()).get("properties")).keySet().stream())
                .anyMatch(property -> property.contains("password"));
        if (brings) {
            pay();
        }
    }

    private void pay() {
        if (!each.isZero()) {
            pause.of(each);
        }
    }
}
