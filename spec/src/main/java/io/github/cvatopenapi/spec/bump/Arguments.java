package io.github.cvatopenapi.spec.bump;

import io.github.cvatopenapi.spec.SpecException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The arguments of a command: {@code --name value}, {@code --name=value}, and flags without a value. */
final class Arguments {

    private final Map<String, List<String>> values = new LinkedHashMap<>();

    /**
     * @param valued the options that take a value
     * @param flags  those that do not
     * @throws SpecException where an argument is none of them
     */
    Arguments(String[] arguments, Set<String> valued, Set<String> flags) {
        for (int i = 0; i < arguments.length; i++) {
            String[] parts = arguments[i].split("=", 2);
            if (flags.contains(arguments[i])) {
                values.put(arguments[i], List.of());
            } else if (!valued.contains(parts[0])) {
                throw new SpecException("Unknown argument " + parts[0] + "; --help lists them.");
            } else if (parts.length == 2 || i + 1 < arguments.length) {
                values.computeIfAbsent(parts[0], name -> new ArrayList<>())
                        .add(parts.length == 2 ? parts[1] : arguments[++i]);
            } else {
                throw new SpecException(parts[0] + " needs a value; --help says which.");
            }
        }
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** The value of an option; the last one counts, null where there is none. */
    String one(String name) {
        List<String> given = all(name);
        return given.isEmpty() ? null : given.get(given.size() - 1);
    }
}
