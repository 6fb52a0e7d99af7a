package io.github.cvatopenapi.contract.harness.causes;

import io.github.cvatopenapi.spec.Contract;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes apart why a check came out as it did. What the suite says of an answer has a few forms, told apart here. */
public final class FindingReader {

    private static final String REQUEST = "(?<method>[A-Z]+) (?<target>\\S+)";
    private static final Pattern ANSWER = whole(REQUEST + " answered (?<status>\\d{3})(?<rest>.*)");
    private static final Pattern EXPECTED = whole(", expected (?<due>4xx|any answer below 500|\\d{3}(?: or \\d{3})*)"
            + "(?:\\W.*)?");
    private static final Pattern MEDIA = whole(": the media type is (?<seen>\\S*), expected (?<due>.*)\\.");
    private static final Pattern ALLOW = whole(": Allow is (?<seen>[A-Z, ]+), expected at least (?<due>[A-Z, ]+)\\.");
    private static final Pattern VALUE = whole(": (?<member>[\\w.]+) is (?<seen>.*), expected (?<due>.*)\\.");
    private static final Pattern BROKEN = whole(REQUEST
            + ": (?<operation>\\w+) answered (?<status>\\d{3})(?<rest>.*)");
    private static final Pattern OTHER_MEDIA = whole(" with (?<seen>[\\w.+-]+/[\\w.+-]+), declared: (?<due>.*)");
    private static final Pattern UNSEEN = whole("(?<operation>\\w+) was called \\d+ times and never answered "
            + "(?<status>\\d{3})");
    private static final Pattern UNDOCUMENTED = whole("The server's own document does not have (?<operations>.+) where "
            + "the contract has them\\.");
    private static final String CORRECTED = "The answers fit the corrected document and not the one that was pinned";

    private final DocumentPlaces places;
    private final BodyProblems problems;

    /** @param contract by whose names things are called */
    public FindingReader(Contract contract) {
        this.places = new DocumentPlaces(contract);
        this.problems = new BodyProblems(places);
    }

    private static Pattern whole(String pattern) {
        return Pattern.compile(pattern, Pattern.DOTALL);
    }

    /** What a check of a report found; empty where all is as it should be, or where nothing was found out. */
    public List<Finding> of(Map<String, Object> check) {
        String reason = String.valueOf(check.getOrDefault("reason", ""));
        return switch (String.valueOf(check.get("verdict"))) {
            case "pass", "skipped" -> List.of();
            case "gone" -> List.of(Finding.of(check, FindingKind.GONE, operation(check),
                    String.valueOf(check.get("deviation")), 0, reason, ""));
            case "error" -> List.of(Finding.of(check, FindingKind.ERROR, operation(check), "", 0, reason, ""));
            default -> read(check, reason);
        };
    }

    /** Whether a request went to the path of the operation that the check is about. */
    public boolean about(Map<String, Object> check, String target) {
        return places.on(operation(check), target);
    }

    /** The operations whose methods the answers of a path allowed before and allow no more. */
    public List<Finding> removed(Map<String, Object> check, String before, String after) {
        List<String> now = methods(after);
        return methods(before).stream().filter(method -> !now.contains(method))
                .flatMap(method -> places.beside(operation(check), method).stream())
                .map(gone -> Finding.removed(check, gone, 0)).toList();
    }

    private List<Finding> read(Map<String, Object> check, String reason) {
        Matcher broken = BROKEN.matcher(reason);
        if (broken.matches()) {
            return broken(check, broken, reason);
        }
        Matcher answer = ANSWER.matcher(reason);
        if (answer.matches()) {
            return answer(check, answer);
        }
        Matcher unseen = UNSEEN.matcher(reason);
        if (unseen.matches()) {
            return List.of(Finding.of(check, FindingKind.UNSEEN, unseen.group("operation"), "", 0, "never",
                    unseen.group("status")));
        }
        Matcher undocumented = UNDOCUMENTED.matcher(reason);
        if (undocumented.matches()) {
            return Arrays.stream(undocumented.group("operations").split(", "))
                    .map(gone -> Finding.removed(check, gone, 0)).toList();
        }
        return List.of(Finding.of(check, reason.equals(CORRECTED) ? FindingKind.CORRECTED : FindingKind.OTHER,
                operation(check), "", 0, reason, ""));
    }

    private List<Finding> answer(Map<String, Object> check, Matcher answer) {
        int status = Integer.parseInt(answer.group("status"));
        String method = answer.group("method");
        String operation = places.operation(method, answer.group("target"), operation(check));
        String rest = answer.group("rest");
        Matcher expected = EXPECTED.matcher(rest);
        if (expected.matches()) {
            if (status == 429) {
                return List.of(Finding.of(check, FindingKind.THROTTLED, operation, "", status, "429", ""));
            }
            // of the methods that the document has, 405 says that the server has it no more
            boolean gone = status == 405 && !places.operation(method, answer.group("target"), "").isEmpty();
            return List.of(gone ? Finding.removed(check, operation, status)
                    : Finding.status(check, operation, status, expected.group("due")));
        }
        Matcher media = MEDIA.matcher(rest);
        if (media.matches()) {
            return List.of(Finding.media(check, operation, status, media.group("seen"), media.group("due")));
        }
        Matcher allow = ALLOW.matcher(rest);
        if (allow.matches()) {
            List<Finding> gone = removed(check, allow.group("due"), allow.group("seen"));
            if (!gone.isEmpty()) {
                return gone;
            }
        }
        Matcher value = VALUE.matcher(rest);
        if (value.matches()) {
            DocumentPlaces.Place place = places.place(operation, status, List.of(value.group("member").split("\\.")));
            return List.of(Finding.of(check, FindingKind.VALUE, operation, place.schema() + "." + place.member(),
                    status, value.group("seen"), value.group("due")));
        }
        return List.of(Finding.of(check, FindingKind.OTHER, operation, "", status, rest.replaceFirst("^: ", ""), ""));
    }

    private List<Finding> broken(Map<String, Object> check, Matcher broken, String reason) {
        String operation = broken.group("operation");
        int status = Integer.parseInt(broken.group("status"));
        Matcher media = OTHER_MEDIA.matcher(broken.group("rest"));
        if (media.matches()) {
            return List.of(Finding.media(check, operation, status, media.group("seen"), media.group("due")));
        }
        List<Finding> found = problems.read(check, operation, status, broken.group("rest"));
        return !found.isEmpty() ? found : List.of(Finding.of(check, FindingKind.OTHER, operation, "", status,
                reason.substring(reason.indexOf(": ") + 2), ""));
    }

    private static String operation(Map<String, Object> check) {
        return String.valueOf(check.get("operation"));
    }

    private static List<String> methods(String allow) {
        return Arrays.stream(allow.split(",")).map(String::strip).toList();
    }
}
