package io.github.cvatopenapi.spec.bump;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import io.github.cvatopenapi.spec.Contract;
import io.github.cvatopenapi.spec.Operation;
import io.github.cvatopenapi.spec.Response;
import io.github.cvatopenapi.spec.SpecException;
import io.github.cvatopenapi.spec.Trees;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a contract has and the suite does not check.
 *
 * @param unknown    why it cannot be said; empty where it can
 * @param operations ids of operations that no check is about
 * @param parameters of query and header, as {@code id in name}, that no check names or sends
 * @param statuses   declared ones, as {@code id status}, that no check asserted
 */
record Unchecked(String unknown, List<String> operations, List<String> parameters, List<String> statuses) {

    /** Verdicts of checks that came to one; a deviation that is known was looked for. */
    private static final Set<String> CHECKED = Set.of("pass", "fail", "known", "gone");

    static Unchecked unknown(String reason) {
        return new Unchecked(reason, List.of(), List.of(), List.of());
    }

    /** @param file the report.json of a run of scripts/conformance over everything */
    static Unchecked of(Contract contract, Path file) {
        Object report;
        try {
            report = new Gson().fromJson(Project.read(file), Object.class);
        } catch (JsonParseException e) {
            throw new SpecException(file + " is not a report of scripts/conformance.", e);
        }
        if (!Trees.object(report).containsKey("checks")) {
            throw new SpecException(file + " is not a report of scripts/conformance: it has no checks.");
        }
        if (Boolean.TRUE.equals(Trees.at(report, "selected"))) {
            return unknown("the run that " + file + " reports checked a selection only");
        }
        Set<String> checked = new HashSet<>();
        Map<String, StringBuilder> words = new HashMap<>();
        for (Object node : Trees.list(Trees.at(report, "checks"))) {
            Map<String, Object> check = Trees.object(node);
            String operation = String.valueOf(check.get("operation"));
            if (CHECKED.contains(check.get("verdict"))) {
                checked.add(operation);
                words.computeIfAbsent(operation, id -> new StringBuilder()).append(words(check));
            }
            if ("status-declared".equals(check.get("rule")) && "pass".equals(check.get("verdict"))) {
                checked.add(operation + " " + check.get("case"));
            }
        }
        List<String> operations = new ArrayList<>();
        List<String> parameters = new ArrayList<>();
        List<String> statuses = new ArrayList<>();
        for (Operation operation : contract.operations()) {
            String id = operation.id();
            if (!checked.contains(id)) {
                operations.add(id);
                continue;
            }
            // Every call has those of the path.
            operation.parameters().stream()
                    .filter(each -> !each.in().equals("path") && !named(each.name(), words.get(id)))
                    .map(each -> id + " " + each.in() + " " + each.name()).forEach(parameters::add);
            operation.responses().stream().filter(Response::declared).map(each -> id + " " + each.status())
                    .filter(name -> !checked.contains(name)).forEach(statuses::add);
        }
        return new Unchecked("", List.copyOf(operations), List.copyOf(parameters), List.copyOf(statuses));
    }

    /** What a check says of itself, and the calls that it shows. */
    private static String words(Map<String, Object> check) {
        StringBuilder words = new StringBuilder(" " + check.get("case") + " " + check.get("behaviour") + " ");
        Trees.list(check.get("evidence")).forEach(exchange -> words.append(Trees.at(exchange, "request")).append(' '));
        return words.toString();
    }

    private static boolean named(String parameter, CharSequence words) {
        return Pattern.compile("(?<![\\w-])" + Pattern.quote(parameter) + "(?![\\w-])").matcher(words).find();
    }
}
