package io.github.cvatopenapi.spec.bump;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Cuts items, and parts of items, out of a list in a YAML file. Every other line stays as it was written, with its
 * comments, so that a review sees what went and nothing else.
 */
final class YamlList {

    private record Part(Node node, int from, int to) {
    }

    private final List<String> lines;
    private final List<Part> items = new ArrayList<>();
    private final BitSet cut = new BitSet();
    private final Map<Integer, String> replaced = new TreeMap<>();
    private final Map<Integer, String> added = new TreeMap<>();
    private int itemsLeft;

    /** @param key the key of the list in the object that the file holds */
    YamlList(String text, String key) {
        this.lines = text.lines().toList();
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        MappingNode root = (MappingNode) new Yaml(options).compose(new StringReader(text));
        for (Part entry : entries(root, lines.size())) {
            if (entry.node() instanceof SequenceNode list && keyOf(root, list).equals(key)) {
                items.addAll(items(list, entry.to()));
            }
        }
        itemsLeft = items.size();
    }

    /** Whether nothing of the list is left. */
    boolean isEmpty() {
        return itemsLeft == 0;
    }

    void removeItem(int index) {
        remove(items.get(index));
        itemsLeft--;
    }

    /**
     * Removes parts of an item, given by the ways to them: keys, or a text that an inner list holds. When that leaves
     * nothing of what the item is about, the whole item goes.
     */
    void removeParts(int index, Set<List<String>> ways) {
        Part item = items.get(index);
        boolean nothingLeft = children(item).stream()
                .anyMatch(child -> empties(child.node(), ways, way(List.of(), item.node(), child.node())));
        if (nothingLeft) {
            removeItem(index);
        } else {
            removeParts(item, ways, List.of());
        }
    }

    /** Sets a plain value of an item; one that is not there comes after the first. */
    void set(int index, String key, String value) {
        Part item = items.get(index);
        MappingNode map = (MappingNode) item.node();
        List<Part> entries = entries(map, item.to());
        Optional<Part> old = entries.stream().filter(entry -> keyOf(map, entry.node()).equals(key)).findFirst();
        String text = key + ": " + scalar(value);
        if (isFlow(map)) {
            Stream<String> kept = entries.stream().filter(entry -> !keyOf(map, entry.node()).equals(key))
                    .map(entry -> keyOf(map, entry.node()) + ": "
                            + source(entry.node().getStartMark(), entry.node().getEndMark()));
            replace(map, Stream.concat(kept, Stream.of(text)).collect(Collectors.joining(", ", "{", "}")));
        } else if (old.isPresent()) {
            int column = old.get().from() == item.from() ? map.getStartMark().getColumn()
                    : lines.get(old.get().from()).indexOf(key);
            replaced.put(old.get().from(), lines.get(old.get().from()).substring(0, column) + text);
            cut.set(old.get().from() + 1, end(old.get()));
        } else {
            added.put(end(entries.get(0)) - 1, " ".repeat(map.getStartMark().getColumn()) + text);
        }
    }

    private static String scalar(String value) {
        return value.contains(": ") || value.contains(" #") ? "'" + value.replace("'", "''") + "'" : value;
    }

    String text() {
        StringBuilder text = new StringBuilder();
        for (int line = 0; line < lines.size(); line++) {
            if (!cut.get(line)) {
                text.append(replaced.getOrDefault(line, lines.get(line))).append('\n');
            }
            if (added.containsKey(line)) {
                text.append(added.get(line)).append('\n');
            }
        }
        return text.toString();
    }

    private void removeParts(Part part, Set<List<String>> ways, List<String> here) {
        if (isFlow(part.node())) {
            replace(part.node(), withoutParts(part.node(), ways, here));
            return;
        }
        for (Part child : children(part)) {
            List<String> way = way(here, part.node(), child.node());
            if (ways.contains(way) || empties(child.node(), ways, way)) {
                remove(child);
            } else {
                removeParts(child, ways, way);
            }
        }
    }

    /** Whether a node with children has none left without those at {@code ways}. */
    private static boolean empties(Node node, Set<List<String>> ways, List<String> here) {
        List<Part> children = children(new Part(node, 0, 0));
        return !children.isEmpty() && children.stream().allMatch(child -> {
            List<String> way = way(here, node, child.node());
            return ways.contains(way) || empties(child.node(), ways, way);
        });
    }

    private static boolean isFlow(Node node) {
        return node instanceof CollectionNode<?> collection
                && collection.getFlowStyle() == DumperOptions.FlowStyle.FLOW;
    }

    /** The text of a collection in brackets without the parts at {@code ways}. */
    private String withoutParts(Node node, Set<List<String>> ways, List<String> here) {
        if (!isFlow(node)) {
            return source(node.getStartMark(), node.getEndMark());
        }
        List<String> kept = new ArrayList<>();
        for (Part child : children(new Part(node, 0, 0))) {
            List<String> way = way(here, node, child.node());
            if (!ways.contains(way) && !empties(child.node(), ways, way)) {
                String key = node instanceof MappingNode ? way.get(way.size() - 1) + ": " : "";
                kept.add(key + withoutParts(child.node(), ways, way));
            }
        }
        String inside = String.join(", ", kept);
        return node instanceof MappingNode ? "{" + inside + "}" : "[" + inside + "]";
    }

    private String source(Mark from, Mark to) {
        StringBuilder source = new StringBuilder();
        for (int line = from.getLine(); line <= to.getLine() && line < lines.size(); line++) {
            String text = lines.get(line);
            int end = line == to.getLine() ? to.getColumn() : text.length();
            source.append(text, line == from.getLine() ? from.getColumn() : 0, end)
                    .append(line < to.getLine() ? " " : "");
        }
        return source.toString();
    }

    private void replace(Node node, String text) {
        Mark from = node.getStartMark();
        Mark to = node.getEndMark();
        String head = lines.get(from.getLine()).substring(0, from.getColumn());
        replaced.put(from.getLine(), head + text + lines.get(to.getLine()).substring(to.getColumn()));
        cut.set(from.getLine() + 1, to.getLine() + 1);
    }

    private void remove(Part part) {
        cut.set(part.from(), end(part));
    }

    /** The line after the last one that is the part's own. */
    private int end(Part part) {
        int to = part.to();
        while (to > part.from() + 1 && isBetween(lines.get(to - 1))) {
            to--;
        }
        return to;
    }

    /** A blank line or a comment belongs to what follows. */
    private static boolean isBetween(String line) {
        return line.isBlank() || line.stripLeading().startsWith("#");
    }

    private static List<String> way(List<String> here, Node parent, Node child) {
        List<String> way = new ArrayList<>(here);
        way.add(parent instanceof MappingNode map ? keyOf(map, child)
                : child instanceof ScalarNode scalar ? scalar.getValue() : "");
        return way;
    }

    private static List<Part> children(Part part) {
        if (part.node() instanceof MappingNode map) {
            return entries(map, part.to());
        }
        return part.node() instanceof SequenceNode list ? items(list, part.to()) : List.of();
    }

    private static List<Part> entries(MappingNode map, int end) {
        List<Part> parts = new ArrayList<>();
        List<NodeTuple> tuples = map.getValue();
        for (int i = 0; i < tuples.size(); i++) {
            int to = i + 1 < tuples.size() ? tuples.get(i + 1).getKeyNode().getStartMark().getLine() : end;
            parts.add(new Part(tuples.get(i).getValueNode(), tuples.get(i).getKeyNode().getStartMark().getLine(), to));
        }
        return parts;
    }

    private static List<Part> items(SequenceNode list, int end) {
        List<Part> parts = new ArrayList<>();
        List<Node> nodes = list.getValue();
        for (int i = 0; i < nodes.size(); i++) {
            int to = i + 1 < nodes.size() ? nodes.get(i + 1).getStartMark().getLine() : end;
            parts.add(new Part(nodes.get(i), nodes.get(i).getStartMark().getLine(), to));
        }
        return parts;
    }

    private static String keyOf(MappingNode map, Node value) {
        return map.getValue().stream().filter(tuple -> tuple.getValueNode() == value)
                .map(tuple -> ((ScalarNode) tuple.getKeyNode()).getValue()).findFirst().orElse("");
    }
}
