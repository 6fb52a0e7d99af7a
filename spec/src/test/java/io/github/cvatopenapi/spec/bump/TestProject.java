package io.github.cvatopenapi.spec.bump;

import io.github.cvatopenapi.spec.Pinned;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** A project of the form of this one around the small document, and a build that only leaves a jar. */
final class TestProject {

    private final Path root;

    TestProject(Path root) throws IOException {
        this.root = root;
        write("pom.xml", """
                <project>
                  <version>2.58.1-1</version>
                  <properties><cvat.api.version>2.58.1</cvat.api.version></properties>
                </project>
                """);
        write("generated/pom.xml", "<project><parent><version>2.58.1-1</version></parent></project>\n");
        write("README.md",
                "<version>2.58.1-1</version> or `io.github.cvat-openapi:cvat-client:2.58.1-1`, for CVAT 2.58.1\n");
        write("CHANGELOG.md", "# Changelog\n\n## Unreleased\n\n- Something.\n\n## 2.58.1-1\n\nThe first.\n");
        write("spec/cvat-2.58.1.yaml", SampleDocument.text());
        write("spec/cvat-2.58.1.yaml.sha256",
                Pinned.sha256(SampleDocument.text().getBytes(StandardCharsets.UTF_8)) + "  cvat-2.58.1.yaml\n");
        write("spec/overlays/corrections.yaml", """
                overlay: 1.0.0
                actions:
                # About sizes
                - x-id: small-size
                  target: $.components.schemas.Thing.allOf[1].properties.size
                  description: why
                  update: {maximum: 9}
                - x-id: no-csv
                  target: $.paths['/api/things'].get.responses['200'].content['text/csv']
                  description: why
                  remove: true
                - x-id: plain-form
                  target: $.components.schemas.Thing.allOf[1].properties.form.oneOf
                  description: why
                  remove: true
                - x-id: plain-kind
                  target: $.components.schemas.ThingRequest.properties.kind.oneOf
                  description: why
                  remove: true
                - x-id: one-thing
                  target: $.components.schemas.Thing
                  description: why
                  update: {type: object}
                - x-id: no-base
                  target: $.components.schemas.Thing.allOf[0]
                  description: why
                  remove: true
                """);
        write("spec/overlays/prose-schemas.yaml", """
                overlay: 1.0.0
                actions:
                - target: $.components.schemas.ThingRequest
                  description: Prose.
                  update:
                    properties:
                      name:
                        description: Its name.
                      note:
                        description: A note.
                """);
        write("spec/deviations.yaml", """
                deviations:
                - id: list-fails
                  operations:
                  - things_list
                  - things_destroy
                  seen: [2.58.0]
                """);
    }

    Path root() {
        return root;
    }

    void write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    String read(String file) throws IOException {
        return Files.readString(root.resolve(file));
    }

    /** Every file but what a build leaves, with its text. */
    Map<String, String> files() {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            all.filter(Files::isRegularFile).map(root::relativize).filter(file -> !file.toString().contains("target"))
                    .forEach(file -> {
                        try {
                            files.put(file.toString(), read(file.toString()));
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    /** Leaves an empty jar under the name that the client's would have. */
    static boolean build(Workspace workspace, String... arguments) throws IOException {
        Path jar = Project.at(workspace.root()).jar();
        Files.createDirectories(jar.getParent());
        Files.createDirectories(workspace.root().resolve("spec/target"));
        try (OutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.flush();
        }
        return true;
    }

    /** A build that ends as Maven's do when a class does not compile. */
    static boolean brokenBuild(Workspace workspace, String... arguments) throws IOException {
        if (String.join(" ", arguments).contains("-DskipTests")) {
            return build(workspace);
        }
        Files.writeString(workspace.log(), "[WARNING] x\n[ERROR] Thing.java: cannot find symbol\n[ERROR] more\n");
        return false;
    }
}
