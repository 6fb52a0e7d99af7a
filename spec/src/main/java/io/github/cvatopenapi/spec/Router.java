package io.github.cvatopenapi.spec;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.ArrayList;
import java.util.Map;

/** Finds the path template that a path fits; literal segments win over parameters. */
final class Router {

    private record Template(String[] segments, List<Operation> operations) {

        boolean fits(String[] path) {
            if (path.length != segments.length) {
                return false;
            }
            for (int i = 0; i < path.length; i++) {
                boolean parameter = segments[i].startsWith("{");
                if (parameter ? path[i].isEmpty() : !segments[i].equals(path[i])) {
                    return false;
                }
            }
            return true;
        }

        long parameters() {
            return List.of(segments).stream().filter(segment -> segment.startsWith("{")).count();
        }
    }

    private final List<Template> templates;

    Router(Collection<Operation> operations) {
        Map<String, List<Operation>> byPath = new LinkedHashMap<>();
        operations.forEach(each -> byPath.computeIfAbsent(each.path(), path -> new ArrayList<>()).add(each));
        templates = byPath.entrySet().stream()
                .map(entry -> new Template(entry.getKey().split("/", -1), List.copyOf(entry.getValue())))
                .sorted(Comparator.comparingLong(Template::parameters))
                .toList();
    }

    List<Operation> find(String path) {
        String[] segments = path.split("/", -1);
        return templates.stream().filter(each -> each.fits(segments)).findFirst().map(Template::operations)
                .orElse(List.of());
    }
}
