package io.github.cvatopenapi.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PinnedTest {

    private static final String DOCUMENT = "openapi: 3.0.3\n";
    /** By sha256sum. */
    private static final String SUM = "faa4988e76ddd0d66e9c95e3d7da6faecc44be96bf988ac35b22dd39213ff509";

    @TempDir
    private Path spec;

    @Test
    void readsWhatWasPinned() throws IOException {
        pin(DOCUMENT);
        assertThat(Pinned.read(spec, "9.9.9")).containsEntry("openapi", "3.0.3");
    }

    @Test
    void refusesADocumentThatWasEditedByHand() throws IOException {
        pin(DOCUMENT + "edited: true\n");
        assertThatThrownBy(() -> Pinned.read(spec, "9.9.9")).isInstanceOf(SpecException.class)
                .hasMessageStartingWith("cvat-9.9.9.yaml is not the pinned document: its SHA-256 is ")
                .hasMessageEndingWith(", " + SUM + " expected; corrections belong in an overlay, "
                        + "newer documents come in with scripts/bump-spec.");
    }

    @Test
    void saysWhatIsMissing() {
        assertThatThrownBy(() -> Pinned.read(spec, "9.9.9")).isInstanceOf(SpecException.class)
                .hasMessageStartingWith("Cannot read the pinned document of 9.9.9: ");
    }

    private void pin(String document) throws IOException {
        Files.writeString(spec.resolve("cvat-9.9.9.yaml"), document);
        Files.writeString(spec.resolve("cvat-9.9.9.yaml.sha256"), SUM + "  cvat-9.9.9.yaml\n");
    }
}
