package io.github.cvatopenapi.spec.bump;

import io.github.cvatopenapi.spec.Contract;
import io.github.cvatopenapi.spec.Operation;
import io.github.cvatopenapi.spec.Parameter;
import io.github.cvatopenapi.spec.Trees;
import io.github.cvatopenapi.spec.bump.Change.Kind;
import io.github.cvatopenapi.spec.bump.Change.Turn;
import io.github.cvatopenapi.spec.bump.Change.Verdict;
import io.github.cvatopenapi.spec.bump.Findings.Direction;
import io.github.cvatopenapi.spec.bump.SchemaComparer.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Compares the parameters of two operations: by name and place, those of the path by their position in it. */
final class ParameterComparer {

    private static final Pattern TEMPLATE = Pattern.compile("\\{([^}]+)}");
    private static final List<String> FORM = List.of("style", "explode", "allowReserved");

    private final Contract before;
    private final Contract after;
    private final SchemaComparer schemas;
    private final Findings findings;

    ParameterComparer(Contract before, Contract after, SchemaComparer schemas, Findings findings) {
        this.before = before;
        this.after = after;
        this.schemas = schemas;
        this.findings = findings;
    }

    void compare(Operation old, Operation now) {
        for (Parameter parameter : now.parameters()) {
            Optional<Parameter> was = old.parameter(parameter.in(), nameIn(old, now, parameter));
            if (was.isPresent()) {
                same(old, was.get(), now, parameter);
            } else {
                finding(Turn.ADDED, now, parameter, parameter.required() ? "required" : "optional", parameter.required()
                        ? Verdict.breaking("requests without it are refused") : Verdict.safe("it need not be sent"));
            }
        }
        for (Parameter parameter : old.parameters()) {
            if (now.parameter(parameter.in(), nameIn(now, old, parameter)).isEmpty()) {
                finding(Turn.REMOVED, now, parameter, "", Verdict.breaking("what it asked for is ignored or refused"));
            }
        }
    }

    private void same(Operation old, Parameter was, Operation now, Parameter is) {
        if (!was.name().equals(is.name())) {
            finding(Turn.CHANGED, now, is, "name " + was.name() + " -> " + is.name(),
                    Verdict.safe("the wire is the same; the Java parameter has another name"));
        }
        if (was.required() != is.required()) {
            finding(Turn.CHANGED, now, is, is.required() ? "optional -> required" : "required -> optional",
                    is.required()
                    ? Verdict.breaking("requests without it are refused") : Verdict.safe("it may still be sent"));
        }
        Map<String, Object> node = node(before, old, was);
        Map<String, Object> nodeNow = node(after, now, is);
        for (String key : FORM) {
            if (!SchemaComparer.same(node.get(key), nodeNow.get(key))) {
                finding(Turn.CHANGED, now, is, key + " " + SchemaComparer.text(node.get(key)) + " -> "
                        + SchemaComparer.text(nodeNow.get(key)),
                        Verdict.breaking("it goes over the wire in another way"));
            }
        }
        boolean deprecated = Boolean.TRUE.equals(nodeNow.get("deprecated"));
        if (deprecated != Boolean.TRUE.equals(node.get("deprecated"))) {
            finding(Turn.CHANGED, now, is, deprecated ? "deprecated" : "no longer deprecated",
                    Verdict.safe(deprecated ? "it still works, but plan to leave it" : "it stays"));
        }
        schemas.compare(new Place(where(now, is), Kind.PARAMETER, Direction.SENT, List.of(now.id())), was.schema(),
                is.schema());
    }

    /** What the other operation calls the parameter that stands where {@code parameter} stands. */
    private static String nameIn(Operation other, Operation own, Parameter parameter) {
        if (!parameter.in().equals("path")) {
            return parameter.name();
        }
        int position = names(own.path()).indexOf(parameter.name());
        List<String> others = names(other.path());
        return position < 0 || position >= others.size() ? parameter.name() : others.get(position);
    }

    private static List<String> names(String path) {
        return TEMPLATE.matcher(path).results().map((MatchResult match) -> match.group(1)).toList();
    }

    private static Map<String, Object> node(Contract contract, Operation operation, Parameter parameter) {
        return Trees.list(OperationComparer.node(contract, operation).get("parameters")).stream().map(Trees::object)
                .filter(each -> parameter.name().equals(each.get("name")) && parameter.in().equals(each.get("in")))
                .findFirst().orElse(Map.of());
    }

    private static String where(Operation operation, Parameter parameter) {
        return operation.id() + " " + parameter.in() + " parameter " + parameter.name();
    }

    private void finding(Turn turn, Operation operation, Parameter parameter, String detail, Verdict verdict) {
        findings.add(Kind.PARAMETER, turn, where(operation, parameter), detail, Direction.SENT, verdict,
                List.of(operation.id()));
    }
}
