package io.github.cvatopenapi.spec.bump;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The contract suite of the copy, on the embedded instance of the copy. */
final class Suite {

    private static final Path MODULE = Path.of("contract-tests", "suite");
    private static final Path REPORTS = Path.of("bump-conformance");

    private Suite() {
    }

    /** Whether the project has one. */
    static boolean isIn(Path root) {
        return Files.exists(root.resolve(MODULE).resolve("pom.xml"));
    }

    /** What embedded instance and checks do not follow; what does not compile or run comes first. */
    static List<String> run(Workspace workspace, Bump.Build build, List<Change> changes)
            throws IOException, InterruptedException {
        Path root = workspace.root();
        if (!build.run(workspace, "-pl", MODULE.toString(), "-am", "package", "-DskipTests",
                "-Dmaven.javadoc.skip=true", "-Dmaven.source.skip=true")) {
            return Following.of(root, changes, BuildLog.errors(workspace.log(), root), null);
        }
        Path jar = root.resolve(MODULE).resolve("target/cvat-contract-tests-" + Project.at(root).version() + ".jar");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        workspace.run(List.of(java, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dcvat.project.root=" + root, "-jar",
                jar.toString(), "run", "--report", root.resolve(REPORTS).toString()));
        Path report = root.resolve(REPORTS).resolve("report.json");
        return Files.exists(report) ? Following.of(root, changes, List.of(), report)
                : Following.of(root, changes, List.of("the suite does not run: " + lastLine(workspace.log())), null);
    }

    private static String lastLine(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        return lines.isEmpty() ? "it printed nothing" : lines.get(lines.size() - 1);
    }
}
