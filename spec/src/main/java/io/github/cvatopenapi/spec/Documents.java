package io.github.cvatopenapi.spec;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.resolver.Resolver;

/** Reads YAML and JSON documents into plain trees. */
public final class Documents {

    private static final int CODE_POINT_LIMIT = 64 * 1024 * 1024;

    private Documents() {
    }

    /** Reads a file, which must hold one object. */
    public static Map<String, Object> read(Path file) {
        try {
            return parse(Files.readString(file, StandardCharsets.UTF_8), file.getFileName().toString());
        } catch (IOException e) {
            throw new SpecException("Cannot read " + file + ": " + e.getMessage() + ".", e);
        }
    }

    /** Reads a text, which must hold one object; {@code name} is what messages call it. */
    public static Map<String, Object> parse(String text, String name) {
        Object tree;
        try {
            tree = yaml().load(text);
        } catch (YAMLException e) {
            throw new SpecException(name + " is neither YAML nor JSON: " + firstLine(e) + ".", e);
        }
        if (!(tree instanceof Map)) {
            throw new SpecException(name + " does not hold an object.");
        }
        return Trees.object(stringKeys(tree));
    }

    private static Object stringKeys(Object node) {
        if (node instanceof Map<?, ?> map) {
            Map<String, Object> named = new LinkedHashMap<>();
            map.forEach((key, value) -> named.put(String.valueOf(key), stringKeys(value)));
            return named;
        }
        if (node instanceof List<?> items) {
            List<Object> copied = new ArrayList<>(items.size());
            items.forEach(item -> copied.add(stringKeys(item)));
            return copied;
        }
        return node;
    }

    private static Yaml yaml() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(CODE_POINT_LIMIT);
        options.setAllowDuplicateKeys(false);
        return new Yaml(new SafeConstructor(options), new Representer(new DumperOptions()), new DumperOptions(),
                options, new NoTimestamps());
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("unreadable").strip();
    }

    /** Dates stay the text they are written as. */
    private static final class NoTimestamps extends Resolver {
        @Override
        public void addImplicitResolver(Tag tag, Pattern regexp, String first, int limit) {
            if (!Tag.TIMESTAMP.equals(tag)) {
                super.addImplicitResolver(tag, regexp, first, limit);
            }
        }
    }
}
