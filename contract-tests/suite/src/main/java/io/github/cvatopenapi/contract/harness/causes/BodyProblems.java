package io.github.cvatopenapi.contract.harness.causes;

import io.github.cvatopenapi.contract.harness.causes.WrongMember.How;
import io.github.cvatopenapi.contract.harness.http.BodyProblem;
import io.github.cvatopenapi.spec.Trees;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what is wrong with a body: the sentences of the schema validator, and of the model that reads answers. */
final class BodyProblems {

    private static final Pattern PROBLEM = Pattern.compile("(?<pointer>/\\S*)? ?(?<what>.*)", Pattern.DOTALL);
    private static final Pattern MISSING = Pattern.compile("required property '(?<name>[^']+)' not found");
    private static final Pattern TYPE = Pattern.compile("(?<seen>\\w+) found, \\[?(?<due>[^\\]]+?)\\]? expected");
    private static final Pattern MORE = Pattern.compile("; and (?<count>\\d+) more$");
    private static final Pattern MODEL = Pattern.compile(" with a body that the model (?<model>\\w+) does not keep: "
            + "(?<what>.*)", Pattern.DOTALL);
    private static final Pattern UNREADABLE = Pattern.compile("it cannot be read:.*?Expected an? (?<due>\\w+) but was "
            + "(?:BEGIN_)?(?<seen>\\w+).*?path \\$\\.?(?<path>\\S*).*", Pattern.DOTALL);
    private static final Pattern LOST = Pattern.compile("\\$\\.?(?<path>\\S*) was .*", Pattern.DOTALL);

    private final DocumentPlaces places;

    BodyProblems(DocumentPlaces places) {
        this.places = places;
    }

    /** What is said of a body; empty where nothing is said of its members. */
    List<Finding> read(Map<String, Object> check, String operation, int status, String sentence) {
        Matcher model = MODEL.matcher(sentence);
        if (model.matches()) {
            return ofModel(check, operation, status, model.group("what")).stream().toList();
        }
        return sentence.startsWith(": ") ? ofSchema(check, operation, status, sentence.substring(2)) : List.of();
    }

    private Optional<Finding> ofModel(Map<String, Object> check, String operation, int status, String what) {
        Matcher unreadable = UNREADABLE.matcher(what);
        boolean type = unreadable.matches();
        Matcher lost = LOST.matcher(what);
        if (!type && !lost.matches()) {
            return Optional.empty();
        }
        DocumentPlaces.Place place = places.place(operation, status,
                steps((type ? unreadable : lost).group("path"), "[.\\[\\]]+"));
        WrongMember member = !type ? new WrongMember(place.member(), How.OTHERWISE, "", "")
                : new WrongMember(place.member(), How.TYPE, unreadable.group("seen").toLowerCase(Locale.ROOT),
                        unreadable.group("due"));
        return Optional.of(Finding.of(check, FindingKind.SHAPE, operation, place.schema(), status, what, "")
                .with(List.of(member)));
    }

    /** A finding for each schema that the body does not keep. */
    private List<Finding> ofSchema(Map<String, Object> check, String operation, int status, String sentence) {
        List<BodyProblem> problems = kept(check);
        int more = 0;
        if (problems.isEmpty()) {
            Matcher rest = MORE.matcher(sentence);
            more = rest.find() ? Integer.parseInt(rest.group("count")) : 0;
            problems = said(MORE.matcher(sentence).replaceFirst(""));
        }
        Map<String, Set<WrongMember>> schemas = new LinkedHashMap<>();
        for (BodyProblem problem : problems) {
            Matcher missing = MISSING.matcher(problem.what());
            DocumentPlaces.Place place = places.place(operation, status,
                    steps(problem.at() + (missing.matches() ? "/" + missing.group("name") : ""), "/"));
            schemas.computeIfAbsent(place.schema(), none -> new LinkedHashSet<>())
                    .add(member(place.member(), problem.what()));
        }
        int unnamed = more;
        return schemas.entrySet().stream().map(schema -> new Finding(check, FindingKind.SHAPE, operation,
                schema.getKey(), status, sentence, "", List.copyOf(schema.getValue()), unnamed)).toList();
    }

    /** What a report keeps of the bodies that a check complains of; nothing in those of earlier suites. */
    private static List<BodyProblem> kept(Map<String, Object> check) {
        return Trees.list(check.get("evidence")).stream()
                .flatMap(exchange -> Trees.list(Trees.object(exchange).get("problems")).stream()).map(Trees::object)
                .map(each -> new BodyProblem(String.valueOf(each.get("at")), String.valueOf(each.get("what"))))
                .toList();
    }

    private static List<BodyProblem> said(String sentence) {
        return Arrays.stream(sentence.split("; ")).map(PROBLEM::matcher).filter(Matcher::matches)
                .map(each -> new BodyProblem(each.group("pointer") == null ? "" : each.group("pointer"),
                        each.group("what"))).toList();
    }

    private static List<String> steps(String path, String between) {
        return Arrays.stream(path.split(between)).filter(step -> !step.isEmpty()).toList();
    }

    private static WrongMember member(String name, String what) {
        Matcher type = TYPE.matcher(what);
        if (MISSING.matcher(what).matches()) {
            return new WrongMember(name, How.MISSING, "", "");
        }
        if (!type.matches()) {
            return new WrongMember(name, How.OTHERWISE, "", "");
        }
        return type.group("seen").equals("null") ? new WrongMember(name, How.NULL, "", "")
                : new WrongMember(name, How.TYPE, type.group("seen"), type.group("due"));
    }
}
