package io.github.cvatopenapi.spec.bump;

import io.github.cvatopenapi.spec.Operation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Holds the hand-written accessors of the client, one for each tag, against the tags of a new document. */
final class Accessors {

    private static final Path FILE =
            Path.of("generated/src/main/java/io/github/cvatopenapi/client/CvatApis.java");
    private static final Pattern ACCESSOR = Pattern.compile("default (\\w+)Api (\\w+)\\(\\)");

    private Accessors() {
    }

    /** What is to be written there, a clause each. */
    static List<String> problems(Path root, Candidate candidate) {
        if (!Files.exists(root.resolve(FILE))) {
            return List.of();
        }
        TreeSet<String> there = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        Matcher accessor = ACCESSOR.matcher(Project.read(root.resolve(FILE)));
        while (accessor.find()) {
            there.add(accessor.group(2));
        }
        TreeSet<String> tags = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        candidate.contract().operations().stream().map(Operation::tag).forEach(tags::add);
        List<String> problems = new ArrayList<>();
        tags.stream().filter(tag -> !there.contains(tag)).forEach(tag -> {
            String type = Character.toUpperCase(tag.charAt(0)) + tag.substring(1) + "Api";
            problems.add("the tag %s is new; write its accessor in %s: default %s %s() { return api(%s.class); }"
                    .formatted(tag, FILE, type, tag, type));
        });
        there.stream().filter(name -> !tags.contains(name)).forEach(name ->
                problems.add("the tag %s is gone; remove its accessor from %s".formatted(name, FILE)));
        return problems;
    }
}
