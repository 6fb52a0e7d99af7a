package io.github.cvatopenapi.contract.harness.http;

import io.github.cvatopenapi.spec.Members;
import io.github.cvatopenapi.spec.Trees;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Requires in the schemas of answers what they always have, which the document does not; {@link Members} knows. */
final class RequiredMembers {

    private RequiredMembers() {
    }

    /** Requires in the schemas of a document every member that answers always have. */
    static void require(Map<String, Object> document, Members known) {
        Map<String, Object> schemas = Trees.object(Trees.at(document, "components", "schemas"));
        schemas.forEach((name, schema) -> {
            Map<String, Object> object = Trees.object(schema);
            Set<String> always = new TreeSet<>(Trees.object(object.get("properties")).keySet());
            always.removeAll(known.sometimes().getOrDefault(name, Set.of()));
            if (!always.isEmpty() && !known.unseen().contains(name)) {
                object.put("required", new ArrayList<Object>(always));
            }
        });
        schemas.values().forEach(schema -> separate(Trees.object(schema), schemas));
        known.together().forEach((name, groups) -> Trees.object(schemas.get(name)).put("allOf", groups.stream()
                .<Object>map(members -> Map.of("anyOf", List.of(Map.of("required", new ArrayList<Object>(members)),
                        Map.of("not", Map.of("anyOf", eachRequired(members)))))).toList()));
    }

    /**
     * Of two alternatives the smaller has no member of the larger, or what lacks one would be taken for the smaller.
     */
    private static void separate(Map<String, Object> schema, Map<String, Object> schemas) {
        List<Object> alternatives = Trees.list(schema.get("anyOf"));
        if (alternatives.size() != 2) {
            return;
        }
        Set<String> large = members(alternatives.get(0), schemas);
        Set<String> small = members(alternatives.get(1), schemas);
        if (!small.isEmpty() && large.size() > small.size() && large.containsAll(small)) {
            List<Object> more = eachRequired(large.stream().filter(name -> !small.contains(name)).toList());
            schema.put("anyOf", List.of(alternatives.get(0),
                    Map.of("allOf", List.of(alternatives.get(1)), "not", Map.of("anyOf", more))));
        }
    }

    private static List<Object> eachRequired(Collection<String> members) {
        return members.stream().map(name -> (Object) Map.of("required", List.of(name))).toList();
    }

    private static Set<String> members(Object reference, Map<String, Object> schemas) {
        String name = String.valueOf(Trees.object(reference).get("$ref")).replaceFirst(".*/", "");
        return Trees.object(Trees.at(schemas, name, "properties")).keySet();
    }
}
