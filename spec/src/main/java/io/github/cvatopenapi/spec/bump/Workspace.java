package io.github.cvatopenapi.spec.bump;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * A copy of the project in which a bump is built and tested, so that the project itself stays as it is until the end.
 */
final class Workspace implements AutoCloseable {

    private static final long SECONDS_TO_END = 10;
    private static final Set<String> LEFT_OUT = Set.of("target", ".git", ".idea", "node_modules");

    private final Path root;
    private final Thread atEnd;
    private volatile Process running;
    private volatile boolean ending;

    private Workspace(Path root) {
        this.root = root;
        // When Ctrl-C ends the virtual machine too.
        this.atEnd = new Thread(() -> {
            ending = true;
            clean();
        });
        Runtime.getRuntime().addShutdownHook(atEnd);
    }

    static Workspace copyOf(Path project) throws IOException {
        Workspace workspace = new Workspace(Files.createTempDirectory("cvat-bump-"));
        try {
            Files.walkFileTree(project, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
                        throws IOException {
                    if (LEFT_OUT.contains(String.valueOf(folder.getFileName()))) {
                        return FileVisitResult.SKIP_SUBTREE;
                    }
                    Files.createDirectories(workspace.root.resolve(project.relativize(folder)));
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.copy(file, workspace.root.resolve(project.relativize(file)),
                            StandardCopyOption.COPY_ATTRIBUTES);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            workspace.close();
            throw e;
        }
        return workspace;
    }

    Path root() {
        return root;
    }

    /** Where the last build printed to. */
    Path log() {
        return root.resolve("build.log");
    }

    /** Runs Maven in the copy. Returns whether it succeeded. */
    boolean maven(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("mvn", "-q", "-B", "-ntp", "-Dstyle.color=never"));
        command.addAll(List.of(arguments));
        return run(command);
    }

    /** Runs a command in the copy; what it prints goes to {@link #log}. Returns whether it succeeded. */
    boolean run(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(root.toFile()).redirectErrorStream(true)
                .redirectOutput(log().toFile());
        // Maven runs too short a time for the second compiler to pay: half the processor time.
        builder.environment()
                .merge("MAVEN_OPTS", "-XX:+UseSerialGC -XX:TieredStopAtLevel=1", (own, ours) -> ours + " " + own);
        running = builder.start();
        running.getOutputStream().close();
        boolean succeeded = running.waitFor() == 0;
        if (ending) {
            // Ctrl-C ended the build; nothing more is to be done.
            throw new InterruptedException("interrupted");
        }
        return succeeded;
    }

    @Override
    public void close() {
        clean();
        try {
            Runtime.getRuntime().removeShutdownHook(atEnd);
        } catch (IllegalStateException e) {
            // The virtual machine ends already, which is what the hook is for.
        }
    }

    /** Ends the build and what it started, and waits, or it would write on while the copy is removed. */
    private static void end(Process build) {
        List<ProcessHandle> all = new ArrayList<>(build.descendants().toList());
        all.add(build.toHandle());
        all.forEach(ProcessHandle::destroy);
        for (ProcessHandle each : all) {
            try {
                each.onExit().get(SECONDS_TO_END, TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                each.destroyForcibly();
            } catch (InterruptedException | ExecutionException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private synchronized void clean() {
        if (running != null && running.isAlive()) {
            end(running);
        }
        remove(root);
    }

    /** Removes a folder with all that is in it. */
    static void remove(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted((a, b) -> b.compareTo(a)).forEach(file -> file.toFile().delete());
        } catch (NoSuchFileException e) {
            // Removed before.
        } catch (IOException | UncheckedIOException e) {
            System.err.println("Could not remove " + folder + ": " + e.getMessage());
        }
    }
}
