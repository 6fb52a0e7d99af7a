package io.github.cvatopenapi.spec.bump;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The jar of before: the project's own where it is up to date, else built in the copy. */
final class OldJar {

    private static final List<String> SOURCES = List.of("pom.xml", "spec/pom.xml", "spec/src/main", "spec/overlays",
            "generated/pom.xml", "generated/src/main");

    /** Runs a step of the bump and says how long it took. */
    @FunctionalInterface
    interface Steps {
        <T> T step(String name, Bump.Work<T> work) throws IOException, InterruptedException;
    }

    private OldJar() {
    }

    /**
     * Empty where there is none and it cannot be built, as when overlays were made to fit the new document before the
     * bump; then an outdated jar is better than none.
     */
    static Optional<Path> find(Project project, Workspace workspace, Bump.Build build, Steps steps)
            throws IOException, InterruptedException {
        if (Files.exists(project.jar()) && !isOutdated(project)) {
            return Optional.of(project.jar());
        }
        boolean built = steps.step("build the jar of before", () ->
                build.run(workspace, "-pl", "spec,generated", "-am", "package", "-DskipTests", "-Dmaven.javadoc.skip=true",
                        "-Dmaven.source.skip=true"));
        if (!built) {
            return Optional.of(project.jar()).filter(Files::exists);
        }
        // Out of the folder that the next build leaves behind.
        Path kept = workspace.root().resolve("before.jar");
        Files.move(Project.at(workspace.root()).jar(), kept, StandardCopyOption.REPLACE_EXISTING);
        return Optional.of(kept);
    }

    private static boolean isOutdated(Project project) throws IOException {
        FileTime made = Files.getLastModifiedTime(project.jar());
        for (String source : SOURCES) {
            Path path = project.root().resolve(source);
            if (Files.exists(path)) {
                try (Stream<Path> files = Files.find(path, Integer.MAX_VALUE, (file, attributes) ->
                        attributes.isRegularFile() && attributes.lastModifiedTime().compareTo(made) > 0)) {
                    if (files.findAny().isPresent()) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
