package io.github.cvatopenapi.contract.harness.causes;

import io.github.cvatopenapi.contract.harness.causes.WrongMember.How;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what is wrong with a body: the sentences of the schema validator, and of the model that reads answers. */
final class BodyProblems {

    private static final Pattern PROBLEM = Pattern.compile("(?<pointer>/\\S*)? ?(?<what>.*)", Pattern.DOTALL);
    private static final Pattern MISSING = Pattern.compile("required property '(?<name>[^']+)' not found");
    private static final Pattern TYPE = Pattern.compile("(?<seen>\\w+) found, \\[?(?<due>[^\\]]+?)\\]? expected");
    private static final Pattern MORE = Pattern.compile("and (?<count>\\d+) more");
    private static final Pattern MODEL = Pattern.compile(" with a body that the model (?<model>\\w+) does not keep: "
            + "(?<what>.*)", Pattern.DOTALL);
    private static final Pattern UNREADABLE = Pattern.compile("it cannot be read:.*?Expected an? (?<due>\\w+) but was "
            + "(?:BEGIN_)?(?<seen>\\w+).*?path \\$\\.?(?<path>\\S*).*", Pattern.DOTALL);
    private static final Pattern LOST = Pattern.compile("\\$\\.?(?<path>\\S*) was .*", Pattern.DOTALL);

    private final DocumentPlaces places;

    BodyProblems(DocumentPlaces places) {
        this.places = places;
    }

    /** What a sentence about a body says; empty where it says nothing of members. */
    Optional<Finding> read(Map<String, Object> check, String operation, int status, String sentence) {
        Matcher model = MODEL.matcher(sentence);
        if (model.matches()) {
            return ofModel(check, operation, status, model.group("what"));
        }
        return sentence.startsWith(": ") ? ofSchema(check, operation, status, sentence.substring(2)) : Optional.empty();
    }

    private Optional<Finding> ofModel(Map<String, Object> check, String operation, int status, String what) {
        Matcher unreadable = UNREADABLE.matcher(what);
        boolean type = unreadable.matches();
        Matcher lost = LOST.matcher(what);
        if (!type && !lost.matches()) {
            return Optional.empty();
        }
        List<String> path = Arrays.stream((type ? unreadable : lost).group("path").split("[.\\[\\]]+"))
                .filter(step -> !step.isEmpty()).toList();
        DocumentPlaces.Place place = places.place(operation, status, path);
        WrongMember member = !type ? new WrongMember(place.member(), How.OTHERWISE, "", "")
                : new WrongMember(place.member(), How.TYPE, unreadable.group("seen").toLowerCase(Locale.ROOT),
                        unreadable.group("due"));
        return Optional.of(Finding.of(check, FindingKind.SHAPE, operation, place.schema(), status, what, "")
                .with(List.of(member)));
    }

    private Optional<Finding> ofSchema(Map<String, Object> check, String operation, int status, String sentence) {
        List<WrongMember> members = new ArrayList<>();
        String schema = "";
        int more = 0;
        for (String text : sentence.split("; ")) {
            Matcher rest = MORE.matcher(text);
            if (rest.matches()) {
                more = Integer.parseInt(rest.group("count"));
                continue;
            }
            Matcher problem = PROBLEM.matcher(text);
            if (!problem.matches()) {
                return Optional.empty();
            }
            String what = problem.group("what");
            Matcher missing = MISSING.matcher(what);
            boolean absent = missing.matches();
            String pointer = problem.group("pointer") == null ? "" : problem.group("pointer");
            DocumentPlaces.Place place = places.place(operation, status, Arrays.stream((pointer
                    + (absent ? "/" + missing.group("name") : "")).split("/")).filter(s -> !s.isEmpty()).toList());
            schema = schema.isEmpty() ? place.schema() : schema;
            members.add(member(place.member(), what, absent));
        }
        return members.isEmpty() ? Optional.empty() : Optional.of(new Finding(check, FindingKind.SHAPE, operation,
                schema, status, sentence, "", List.copyOf(members), more));
    }

    private static WrongMember member(String name, String what, boolean absent) {
        Matcher type = TYPE.matcher(what);
        if (absent) {
            return new WrongMember(name, How.MISSING, "", "");
        }
        if (!type.matches()) {
            return new WrongMember(name, How.OTHERWISE, "", "");
        }
        return type.group("seen").equals("null") ? new WrongMember(name, How.NULL, "", "")
                : new WrongMember(name, How.TYPE, type.group("seen"), type.group("due"));
    }
}
