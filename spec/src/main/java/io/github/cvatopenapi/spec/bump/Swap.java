package io.github.cvatopenapi.spec.bump;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/** Puts what was built into the project. Ctrl-C waits until it is done. */
final class Swap {

    private static final Path LISTING = Path.of("generated", "api.txt");

    private Swap() {
    }

    /** Returns the files that were touched. */
    static List<Path> of(Project project, Project built, Edits edits) throws IOException {
        if (Files.exists(built.root().resolve(LISTING))) {
            edits.write(LISTING, Project.read(built.root().resolve(LISTING)));
        }
        CountDownLatch done = new CountDownLatch(1);
        Thread wait = new Thread(() -> awaitQuietly(done));
        Runtime.getRuntime().addShutdownHook(wait);
        try {
            edits.applyTo(project.root());
            for (String module : List.of("spec", "generated")) {
                replace(built.root().resolve(module).resolve("target"), project.root().resolve(module)
                        .resolve("target"));
            }
        } finally {
            done.countDown();
        }
        try {
            Runtime.getRuntime().removeShutdownHook(wait);
        } catch (IllegalStateException e) {
            // Ctrl-C came meanwhile; everything is in place.
        }
        return edits.files();
    }

    /** What the build left goes with it, so that the new jar is there at once. */
    private static void replace(Path from, Path to) throws IOException {
        try (Stream<Path> old = Files.exists(to) ? Files.walk(to) : Stream.empty()) {
            old.sorted((a, b) -> b.compareTo(a)).forEach(file -> file.toFile().delete());
        }
        try (Stream<Path> files = Files.walk(from)) {
            files.forEach(file -> {
                try {
                    Path target = to.resolve(from.relativize(file).toString());
                    if (Files.isDirectory(file)) {
                        Files.createDirectories(target);
                    } else {
                        Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES,
                                StandardCopyOption.REPLACE_EXISTING);
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    private static void awaitQuietly(CountDownLatch done) {
        try {
            done.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
