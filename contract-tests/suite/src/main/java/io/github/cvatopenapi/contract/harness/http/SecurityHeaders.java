package io.github.cvatopenapi.contract.harness.http;

import io.github.cvatopenapi.contract.harness.Rule;
import io.github.cvatopenapi.spec.Operation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The headers that keep browsers from misusing an answer; every JSON answer of a live server carried them. */
final class SecurityHeaders {

    private static final List<String> NAMES = List.of("X-Content-Type-Options", "Referrer-Policy", "X-Frame-Options");

    private SecurityHeaders() {
    }

    static Optional<Violation> missing(Operation operation, Received answer) {
        if (!answer.mediaType().equals(Call.CVAT_JSON)) {
            return Optional.empty();
        }
        return NAMES.stream().filter(name -> !answer.headers().containsKey(name.toLowerCase(Locale.ROOT))).findFirst().map(name -> new Violation(Rule.HEADER_SECURITY,
                operation.id() + " answered " + answer.status() + " without " + name));
    }
}
