package io.github.cvatopenapi.spec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of RFC 9535 (JSONPath) that overlay targets use: names, indexes, wildcards, unions, and filters that compare
 * members with text. Anything else is refused, so that a target never means less than it says.
 */
final class Target {

    /** A node that was found, with the way to replace or remove it. */
    record Found(Object parent, Object key, Object node) {
    }

    private sealed interface Step {
        boolean takes(Object key, Object node, int size);
    }

    private record Names(List<String> names) implements Step {
        @Override
        public boolean takes(Object key, Object node, int size) {
            return key instanceof String name && names.contains(name);
        }
    }

    private record Index(int index) implements Step {
        @Override
        public boolean takes(Object key, Object node, int size) {
            return key instanceof Integer at && at == (index < 0 ? size + index : index);
        }
    }

    private record Wildcard() implements Step {
        @Override
        public boolean takes(Object key, Object node, int size) {
            return true;
        }
    }

    private record Filter(Map<String, String> equalities) implements Step {
        @Override
        public boolean takes(Object key, Object node, int size) {
            Map<String, Object> object = Trees.object(node);
            return equalities.entrySet().stream().allMatch(e -> e.getValue().equals(object.get(e.getKey())));
        }
    }

    private static final Pattern DOT = Pattern.compile("\\.(\\*|[A-Za-z_$][\\w$-]*)");
    private static final Pattern WILDCARD = Pattern.compile("\\[\\*]");
    private static final Pattern INDEX = Pattern.compile("\\[(-?\\d+)]");
    /** Groups are repeated without backtracking, which would take stack for each character. */
    private static final String QUOTED = "(?:'(?:[^'\\\\]|\\\\.)*+'|\"(?:[^\"\\\\]|\\\\.)*+\")";
    private static final Pattern NAMES = Pattern.compile("\\[\\s*(" + QUOTED + "(?:\\s*,\\s*" + QUOTED + ")*+)\\s*]");
    private static final String EQUALITY = "@\\.([\\w-]+)\\s*==\\s*(" + QUOTED + ")";
    private static final Pattern FILTER =
            Pattern.compile("\\[\\?\\(?\\s*(" + EQUALITY + "(?:\\s*&&\\s*" + EQUALITY + ")*+)\\s*\\)?]");

    private final String text;
    private final List<Step> steps;

    private Target(String text, List<Step> steps) {
        this.text = text;
        this.steps = steps;
    }

    static Target parse(String text) {
        if (!text.startsWith("$")) {
            throw new SpecException("Target " + text + " does not begin with $.");
        }
        List<Step> steps = new ArrayList<>();
        int at = 1;
        while (at < text.length()) {
            at = step(text, at, steps);
        }
        return new Target(text, List.copyOf(steps));
    }

    private static int step(String text, int at, List<Step> steps) {
        Matcher dot = DOT.matcher(text).region(at, text.length());
        if (dot.lookingAt()) {
            steps.add(dot.group(1).equals("*") ? new Wildcard() : new Names(List.of(dot.group(1))));
            return dot.end();
        }
        Matcher wildcard = WILDCARD.matcher(text).region(at, text.length());
        if (wildcard.lookingAt()) {
            steps.add(new Wildcard());
            return wildcard.end();
        }
        Matcher index = INDEX.matcher(text).region(at, text.length());
        if (index.lookingAt()) {
            steps.add(new Index(Integer.parseInt(index.group(1))));
            return index.end();
        }
        Matcher names = NAMES.matcher(text).region(at, text.length());
        if (names.lookingAt()) {
            List<String> taken = new ArrayList<>();
            Matcher quoted = Pattern.compile(QUOTED).matcher(names.group(1));
            while (quoted.find()) {
                taken.add(unquoted(quoted.group()));
            }
            steps.add(new Names(List.copyOf(taken)));
            return names.end();
        }
        Matcher filter = FILTER.matcher(text).region(at, text.length());
        if (filter.lookingAt()) {
            Map<String, String> equalities = new LinkedHashMap<>();
            Matcher equality = Pattern.compile(EQUALITY).matcher(filter.group(1));
            while (equality.find()) {
                equalities.put(equality.group(1), unquoted(equality.group(2)));
            }
            steps.add(new Filter(equalities));
            return filter.end();
        }
        throw new SpecException("Target " + text + " is not understood from \"" + text.substring(at) + "\" on.");
    }

    private static String unquoted(String quoted) {
        return quoted.substring(1, quoted.length() - 1).replaceAll("\\\\(.)", "$1");
    }

    /** The nodes of {@code document} that the target selects, in document order. */
    List<Found> in(Object document) {
        List<Found> here = List.of(new Found(null, null, document));
        for (Step step : steps) {
            List<Found> next = new ArrayList<>();
            for (Found found : here) {
                children(found.node(), step, next);
            }
            here = next;
        }
        return here;
    }

    private static void children(Object node, Step step, List<Found> into) {
        if (node instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                if (step.takes(key, value, map.size())) {
                    into.add(new Found(node, key, value));
                }
            });
        } else if (node instanceof List<?> items) {
            for (int i = 0; i < items.size(); i++) {
                if (step.takes(i, items.get(i), items.size())) {
                    into.add(new Found(node, i, items.get(i)));
                }
            }
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
