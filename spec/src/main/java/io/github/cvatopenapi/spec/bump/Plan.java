package io.github.cvatopenapi.spec.bump;

import io.github.cvatopenapi.spec.Pinned;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Works out what a bump changes in the files of the project: the document, and every place that names a version. */
final class Plan {

    private final Project project;
    private final Candidate candidate;
    private final Edits edits = new Edits();

    private Plan(Project project, Candidate candidate) {
        this.project = project;
        this.candidate = candidate;
    }

    /** The document and every version; overlays and ledgers are for {@link Settlement}. */
    static Edits of(Project project, Candidate candidate) {
        Plan plan = new Plan(project, candidate);
        plan.document();
        plan.versions();
        plan.changelog();
        return plan.edits;
    }

    private void document() {
        Path spec = Path.of("spec");
        String old = project.apiVersion().text();
        String now = candidate.version().text();
        if (!old.equals(now)) {
            edits.remove(Pinned.file(spec, old));
            edits.remove(Pinned.sumFile(spec, old));
        }
        edits.write(Pinned.file(spec, now), candidate.text());
        edits.write(Pinned.sumFile(spec, now), "%s  %s%n".formatted(
                Pinned.sha256(candidate.text().getBytes(StandardCharsets.UTF_8)),
                Pinned.file(spec, now).getFileName()));
    }

    private void versions() {
        String was = "<version>" + project.version() + "</version>";
        String is = "<version>" + project.versionFor(candidate) + "</version>";
        String api = "<cvat.api.version>%s</cvat.api.version>";
        for (Path pom : poms()) {
            replace(pom, Map.of(was, is, api.formatted(project.apiVersion().text()),
                    api.formatted(candidate.version().text())));
        }
        replace(Path.of("README.md"), Map.of(was, is, ":" + project.version(), ":" + project.versionFor(candidate)));
    }

    private List<Path> poms() {
        try (Stream<Path> files = Files.find(project.root(), 4, (file, attributes) -> file.endsWith("pom.xml"))) {
            return files.map(project.root()::relativize)
                    .filter(file -> Stream.of("target", "src").noneMatch(each -> contains(file, each))).sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean contains(Path path, String name) {
        for (Path part : path) {
            if (part.toString().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private void replace(Path file, Map<String, String> replacements) {
        if (!Files.exists(project.root().resolve(file))) {
            return;
        }
        String text = Project.read(project.root().resolve(file));
        String changed = text;
        for (Map.Entry<String, String> each : replacements.entrySet()) {
            changed = changed.replace(each.getKey(), each.getValue());
        }
        if (!changed.equals(text)) {
            edits.write(file, changed);
        }
    }

    /** The new version gets a heading of its own, above that of the last one. */
    private void changelog() {
        Path file = Path.of("CHANGELOG.md");
        String heading = "\n## " + project.version() + "\n";
        replace(file, Map.of(heading,
                "%n## %s%n%nFor CVAT %s; `scripts/bump-spec` says what changed since %s.%n%s".formatted(
                project.versionFor(candidate), candidate.version().text(), project.apiVersion().text(), heading)));
    }
}
