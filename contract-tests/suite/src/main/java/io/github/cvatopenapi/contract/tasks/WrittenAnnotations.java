package io.github.cvatopenapi.contract.tasks;

import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.http.JsonTrees;
import io.github.cvatopenapi.spec.Trees;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is told of annotations that were written. */
final class WrittenAnnotations {

    static final List<String> KINDS = List.of("shapes", "tags", "tracks");

    /** What an annotation says that was not told of it; each kind has only some of them. */
    private static final Map<String, Object> LEFT_TO_THE_SERVER = Map.of("source", "manual", "occluded", false,
            "outside", false, "rotation", 0, "score", 1, "z_order", 0);

    private WrittenAnnotations() {
    }

    /** Asserts that all that was sent is in the answer to it, in its order, and there afterwards. */
    static void areThere(Map<String, Object> sent, Answer written, Answer there) {
        for (String kind : KINDS) {
            List<Object> asked = Trees.list(sent.get(kind));
            List<Object> answered = Trees.list(written.at(kind));
            if (answered.size() != asked.size()) {
                throw written.fail("there are " + answered.size() + " " + kind + " in the answer, sent were "
                        + asked.size());
            }
            for (int i = 0; i < asked.size(); i++) {
                Object id = JsonTrees.at(answered.get(i), "id");
                says(written, kind, Trees.object(answered.get(i)), Trees.object(asked.get(i)));
                says(there, kind, byId(there, kind, id), Trees.object(asked.get(i)));
            }
        }
        distinct(written);
    }

    /** That a stored annotation has all that was sent; the server adds what was left to it. */
    private static void says(Answer answer, String where, Map<String, Object> stored, Map<String, Object> sent) {
        sent.forEach((name, value) -> {
            Object there = stored.get(name);
            boolean parts = name.equals("shapes") || name.equals("elements") || name.equals("attributes");
            boolean same = parts ? Trees.list(value).stream().map(Trees::object)
                    .allMatch(part -> contains(Trees.list(there), part))
                    : JsonTrees.same(there, value);
            if (!same) {
                throw answer.fail(name + " of one of the " + where + " is " + JsonTrees.write(there) + ", sent was "
                        + JsonTrees.write(value));
            }
        });
        LEFT_TO_THE_SERVER.forEach((name, value) -> {
            if (stored.containsKey(name) && !sent.containsKey(name) && !JsonTrees.same(stored.get(name), value)) {
                throw answer.fail(name + " of one of the " + where + " is " + JsonTrees.write(stored.get(name))
                        + ", expected " + JsonTrees.write(value) + " where nothing was sent");
            }
        });
    }

    private static boolean contains(List<Object> stored, Map<String, Object> part) {
        return stored.stream().map(Trees::object).anyMatch(each -> part.entrySet().stream()
                .allMatch(member -> member.getKey().equals("attributes")
                        || JsonTrees.same(each.get(member.getKey()), member.getValue())));
    }

    /** The one of that kind and id. */
    static Map<String, Object> byId(Answer answer, String kind, Object id) {
        return Trees.list(answer.at(kind)).stream().map(Trees::object)
                .filter(each -> JsonTrees.same(each.get("id"), id))
                .findFirst()
                .orElseThrow(() -> answer.fail("none of the " + kind + " has the id " + id
                        + " that the answer to the writing told"));
    }

    private static void distinct(Answer written) {
        for (String kind : KINDS) {
            Set<Object> ids = new HashSet<>(ids(written, kind));
            if (ids.contains(null) || ids.size() != Trees.list(written.at(kind)).size()) {
                throw written.fail("the " + kind + " have the ids " + ids + ", expected one of its own for each");
            }
        }
    }

    /** The ids of all of a kind. */
    static List<Object> ids(Answer answer, String kind) {
        return Trees.list(answer.at(kind)).stream().map(each -> JsonTrees.at(each, "id")).toList();
    }
}
