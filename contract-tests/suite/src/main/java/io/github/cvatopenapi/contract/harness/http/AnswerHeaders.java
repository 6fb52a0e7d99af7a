package io.github.cvatopenapi.contract.harness.http;

import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.spec.Contract;
import io.github.cvatopenapi.spec.Operation;
import io.github.cvatopenapi.spec.Trees;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The headers that every JSON answer of a live server carried, whatever its status. */
public final class AnswerHeaders {

    /** What keeps browsers from misusing an answer, and whether a value does. */
    private static final Map<String, Predicate<String>> SECURITY = security();

    private final Set<String> locating;

    AnswerHeaders(Contract contract) {
        locating = contract.operations().stream().filter(operation -> locates(contract, operation)).map(Operation::id)
                .collect(Collectors.toSet());
    }

    private static Map<String, Predicate<String>> security() {
        Map<String, Predicate<String>> security = new LinkedHashMap<>();
        security.put("X-Content-Type-Options", value -> value.contains("nosniff"));
        security.put("X-Frame-Options", value -> value.contains("deny") || value.contains("sameorigin"));
        security.put("Referrer-Policy", value -> !value.isBlank() && !value.contains("unsafe"));
        security.put("Cross-Origin-Opener-Policy", value -> value.contains("same-origin"));
        return security;
    }

    /** Whether what the operation makes has an address, which its answer then tells in Location as well. */
    public static boolean locates(Contract contract, Operation operation) {
        return operation.response(201).flatMap(response -> response.content(Call.CVAT_JSON))
                .filter(media -> Trees.object(contract.resolve(media.schema()).get("properties")).containsKey("url"))
                .isPresent();
    }

    List<Violation> violations(Operation operation, RawAnswer answer) {
        List<Violation> found = new ArrayList<>();
        if (!answer.mediaType().equals(Call.CVAT_JSON)) {
            return found;
        }
        String begin = operation.id() + " answered " + answer.status();
        SECURITY.entrySet().stream()
                .filter(each -> !each.getValue().test(header(answer, each.getKey()).toLowerCase(Locale.ROOT)))
                .findFirst()
                .ifPresent(each -> found.add(new Violation(Rule.HEADER_SECURITY, begin
                        + (header(answer, each.getKey()).isEmpty() ? " without " + each.getKey()
                        : " with " + each.getKey() + " " + header(answer, each.getKey())))));
        List<String> allowed = Arrays.stream(header(answer, "Allow").split(",")).map(String::strip).toList();
        boolean otherwise = answer.status() == 401 || answer.status() == 405; // some paths are those of others as well
        if (otherwise ? allowed.contains("") : !allowed.contains(operation.method())) {
            found.add(new Violation(Rule.HEADER_ALLOW, begin + " with Allow "
                    + shown(answer, "Allow")
                    + " to " + operation.method()));
        }
        Object url = Trees.object(answer.json()).get("url");
        if (answer.status() == 201 && url != null && locating.contains(operation.id())
                && !sameAddress(header(answer, "Location"), String.valueOf(url))) {
            found.add(new Violation(Rule.HEADER_LOCATION, begin + " with the url " + url + " and Location "
                    + shown(answer, "Location")));
        }
        return found;
    }

    /** Something on the way may change the name of the server in a header and not in a body. */
    private static boolean sameAddress(String one, String other) {
        try {
            return WrittenAddress.relative(one).equals(WrittenAddress.relative(other));
        } catch (IllegalArgumentException e) {
            return one.equals(other);
        }
    }

    private static String shown(RawAnswer answer, String name) {
        return header(answer, name).isEmpty() ? "missing" : header(answer, name);
    }

    private static String header(RawAnswer answer, String name) {
        return answer.headers().getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }
}
