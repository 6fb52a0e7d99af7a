package io.github.cvatopenapi.spec.bump;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Files to be written or removed, all or none. */
final class Edits {

    private static final String NEW = ".bump-new";
    private static final String OLD = ".bump-old";

    private final Map<Path, Optional<String>> files = new LinkedHashMap<>();

    /** @param file relative to the root of the project */
    void write(Path file, String text) {
        files.put(file, Optional.of(text));
    }

    void remove(Path file) {
        files.put(file, Optional.empty());
    }

    /** Takes on the others, which come later. */
    void add(Edits others) {
        files.putAll(others.files);
    }

    /** The text of the file after the edits; {@code before} where they do not touch it. */
    String textOf(Path file, String before) {
        return files.containsKey(file) ? files.get(file).orElse("") : before;
    }

    List<Path> files() {
        return List.copyOf(files.keySet());
    }

    /** Applies the edits below {@code root}. What fails on the way leaves every file as it was. */
    void applyTo(Path root) throws IOException {
        List<Path> touched = new ArrayList<>();
        try {
            for (Map.Entry<Path, Optional<String>> edit : files.entrySet()) {
                if (edit.getValue().isPresent()) {
                    Path file = root.resolve(edit.getKey());
                    Files.createDirectories(file.getParent());
                    Files.writeString(sibling(file, NEW), edit.getValue().get(), StandardCharsets.UTF_8);
                }
            }
            for (Map.Entry<Path, Optional<String>> edit : files.entrySet()) {
                Path file = root.resolve(edit.getKey());
                touched.add(file);
                if (Files.exists(file)) {
                    Files.move(file, sibling(file, OLD), StandardCopyOption.ATOMIC_MOVE);
                }
                if (edit.getValue().isPresent()) {
                    Files.move(sibling(file, NEW), file, StandardCopyOption.ATOMIC_MOVE);
                }
            }
        } catch (IOException e) {
            undo(touched);
            throw e;
        } finally {
            for (Path file : files.keySet()) {
                Files.deleteIfExists(sibling(root.resolve(file), NEW));
                Files.deleteIfExists(sibling(root.resolve(file), OLD));
            }
        }
    }

    private static void undo(List<Path> touched) throws IOException {
        for (Path file : touched) {
            Path old = sibling(file, OLD);
            if (Files.exists(old)) {
                Files.move(old, file, StandardCopyOption.REPLACE_EXISTING);
            } else {
                Files.deleteIfExists(file);
            }
        }
    }

    private static Path sibling(Path file, String suffix) {
        return file.resolveSibling(file.getFileName() + suffix);
    }
}
