package io.github.cvatopenapi.spec.bump;

import com.google.gson.Gson;
import io.github.cvatopenapi.spec.Trees;
import io.github.cvatopenapi.spec.bump.Change.Kind;
import io.github.cvatopenapi.spec.bump.Change.Turn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds what embedded instance and checks do not follow of a new document, each by the file and line to change. */
final class Following {

    private static final String MEMBERS =
            "contract-tests/embedded/src/main/java/io/github/cvatopenapi/embedded/resources/NewerMembers.java";
    private static final Set<String> BROKEN = Set.of("fail", "error", "gone");
    private static final int LONGEST = 240;

    /** @param file relative to the project */
    private record Line(Path file, int number, String text) {
        String place() {
            return file + ":" + number;
        }
    }

    private final List<Line> embedded;
    private final List<Line> checks;
    private final List<String> found = new ArrayList<>();

    private Following(Path root) {
        embedded = lines(root, "contract-tests/embedded/src/main");
        checks = lines(root, "contract-tests/suite/src/main");
    }

    /**
     * A sentence each.
     *
     * @param errors why embedded instance or suite cannot be built or run
     * @param report the report.json of the suite; null where it did not run
     */
    static List<String> of(Path root, List<Change> changes, List<String> errors, Path report) {
        Following following = new Following(root);
        following.found.addAll(errors);
        changes.forEach(following::change);
        if (report != null) {
            Trees.list(Trees.at(new Gson().fromJson(Project.read(report), Object.class), "checks"))
                    .forEach(check -> following.check(Trees.object(check)));
        }
        return List.copyOf(following.found);
    }

    private static List<Line> lines(Path root, String folder) {
        if (!Files.isDirectory(root.resolve(folder))) {
            return List.of();
        }
        List<Line> lines = new ArrayList<>();
        try (Stream<Path> files = Files.walk(root.resolve(folder))) {
            files.filter(file -> file.toString().endsWith(".java") || file.toString().endsWith(".yaml")).sorted()
                    .forEach(file -> {
                        List<String> texts = Project.read(file).lines().toList();
                        for (int i = 0; i < texts.size(); i++) {
                            lines.add(new Line(root.relativize(file), i + 1, texts.get(i)));
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }

    private static List<Line> naming(List<Line> lines, String operation) {
        Pattern name = Pattern.compile("\\b" + Pattern.quote(operation) + "\\b");
        return lines.stream().filter(line -> name.matcher(line.text()).find()).toList();
    }

    private void change(Change change) {
        if (change.kind() == Kind.OPERATION && change.turn() == Turn.REMOVED) {
            change.operations().forEach(id -> Stream.of(embedded, checks).flatMap(lines -> naming(lines, id).stream())
                    .forEach(line -> found.add(line.place() + " names " + id + ", which is gone; it is left out")));
        } else if (change.kind() == Kind.OPERATION && change.turn() == Turn.ADDED) {
            change.operations().forEach(this::added);
        } else if (change.kind() == Kind.PROPERTY && change.turn() == Turn.ADDED
                && change.readers().effect() != Change.Effect.NOT_CONCERNED) {
            int dot = change.where().lastIndexOf('.');
            String member = "\"" + change.where().substring(0, Math.max(dot, 0)) + "\", \""
                    + change.where().substring(dot + 1) + "\"";
            if (embedded.stream().noneMatch(line -> line.text().contains(member))) {
                embedded.stream().filter(line -> line.file().equals(Path.of(MEMBERS)))
                        .filter(line -> line.text().contains("static void declare")).findFirst().ifPresent(line ->
                                found.add("%s: %s comes as the document allows; declare it here where servers answer "
                                        .formatted(line.place(), change.where()) + "something else"));
            }
        }
    }

    private void added(String id) {
        String tag = id.replaceFirst("_.*", "");
        if (naming(embedded, id).isEmpty()) {
            found.add("contract-tests/embedded/src/main/java/io/github/cvatopenapi/embedded/resources/%s: nothing answers %s "
                    .formatted(tag, id) + "yet, so it is answered by 501");
        }
        if (naming(checks, id).isEmpty()) {
            found.add("contract-tests/suite/src/main/java/io/github/cvatopenapi/contract/%s: no check and no sample is for %s"
                    .formatted(tag, id));
        }
    }

    private void check(Map<String, Object> check) {
        if (!BROKEN.contains(check.get("verdict"))) {
            return;
        }
        String operation = String.valueOf(check.get("operation"));
        String rule = String.valueOf(check.get("rule"));
        String reason = String.valueOf(check.getOrDefault("reason", ""));
        found.add("%s: %s %s%s: %s".formatted(place(operation, rule), operation, rule,
                String.valueOf(check.getOrDefault("case", "")).isEmpty() ? "" : " [" + check.get("case") + "]",
                "gone".equals(check.get("verdict")) ? "the known deviation no longer shows" : reason.length() > LONGEST
                        ? reason.substring(0, LONGEST) + "..." : reason));
    }

    /** The check of that rule on that operation, or else the samples of the operation's tag. */
    private String place(String operation, String rule) {
        String constant = "Rule." + rule.toUpperCase(Locale.ROOT).replace('-', '_');
        List<Line> named = naming(checks, operation);
        return named.stream().filter(line -> line.text().contains("@Check") && line.text().contains(constant))
                .findFirst().or(() -> named.stream().filter(line -> line.text().contains("samples.of")).findFirst())
                .map(Line::place).orElse("contract-tests/suite");
    }
}
