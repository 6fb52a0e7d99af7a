package io.github.cvatopenapi.contract.harness.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A place of a body that does not keep its schema.
 *
 * @param at   where, as a JSON pointer; empty for the body itself
 * @param what in what, as the schema validator says it
 */
public record BodyProblem(String at, String what) {

    private static final int MOST_SAID = 3;
    private static final int MOST_KEPT = 50;

    /** The first of them, and how many there are more. */
    static String sentence(List<BodyProblem> problems) {
        String text = String.join("; ", problems.stream().limit(MOST_SAID)
                .map(each -> each.at + " " + each.what).toList());
        return problems.size() <= MOST_SAID ? text : text + "; and " + (problems.size() - MOST_SAID) + " more";
    }

    /** One of each: what is wrong with one item of a list is mostly wrong with all. */
    static List<BodyProblem> kinds(List<BodyProblem> problems) {
        Map<String, BodyProblem> kinds = new LinkedHashMap<>();
        problems.forEach(each -> kinds.putIfAbsent(each.at.replaceAll("/\\d+(?=/|$)", "/0") + " " + each.what, each));
        return kinds.values().stream().limit(MOST_KEPT).toList();
    }
}
