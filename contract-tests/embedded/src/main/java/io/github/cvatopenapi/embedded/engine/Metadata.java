package io.github.cvatopenapi.embedded.engine;

import io.github.cvatopenapi.spec.Contract;
import io.github.cvatopenapi.spec.Operation;
import io.github.cvatopenapi.spec.Trees;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a path says of itself when asked with OPTIONS. */
public final class Metadata {

    private Metadata() {
    }

    public static Answer of(Contract contract, List<Operation> here) {
        Operation first = here.get(0);
        Map<String, Object> tree = Json.object("name", first.tag(), "description", "",
                "renders", List.of("application/vnd.cvat+json", "text/html"),
                "parses", parses(here));
        here.stream().filter(each -> each.method().equals("POST") && !each.requestBodies().isEmpty()).findFirst()
                .ifPresent(post -> tree.put("actions", Map.of("POST", fields(contract, post))));
        return Answer.ok(tree);
    }

    private static List<String> parses(List<Operation> here) {
        List<String> types = here.stream().flatMap(each -> each.requestBodies().stream()).map(media -> media.type()).distinct().toList();
        return types.isEmpty() ? List.of("application/json") : types;
    }

    private static Map<String, Object> fields(Contract contract, Operation post) {
        Map<String, Object> schema = contract.resolve(post.requestBodies().get(0).schema());
        Map<String, Object> fields = new LinkedHashMap<>();
        Trees.object(schema.get("properties")).forEach((name, property) -> {
            Map<String, Object> rule = contract.resolve(Trees.object(property));
            fields.put(name, Json.object("type", rule.getOrDefault("type", "field"),
                    "required", Trees.list(schema.get("required")).contains(name),
                    "read_only", false, "label", name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1).replace('_', ' ')));
        });
        return fields;
    }
}
