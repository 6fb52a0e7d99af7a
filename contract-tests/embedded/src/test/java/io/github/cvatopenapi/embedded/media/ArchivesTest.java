package io.github.cvatopenapi.embedded.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchivesTest {

    @TempDir
    Path dir;

    @Test
    void unpacksFilesInFolders() throws IOException {
        Path zip = Pictures.zip(dir.resolve("a.zip"), "x/y.bin", 10);
        Path into = Files.createDirectory(dir.resolve("out"));
        assertThat(Archives.unpack(zip, into, Archives.Limits.DEFAULT)).containsExactly("x/y.bin");
        assertThat(into.resolve("x/y.bin")).hasSize(10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../out.bin", "a/../../b", "/etc/x", "C:/x", "..\\x", "a/..", ".", " "})
    void refusesNamesThatLeadOutside(String name) throws IOException {
        Path zip = Pictures.zip(dir.resolve("a.zip"), name, 1);
        Path into = Files.createDirectory(dir.resolve("out"));
        assertThatThrownBy(() -> Archives.unpack(zip, into, Archives.Limits.DEFAULT))
                .isInstanceOf(MediaException.class).hasMessageContaining("Bad file path");
        assertThat(into).isEmptyDirectory();
    }

    @Test
    void refusesANameWithANul() {
        assertThatThrownBy(() -> Archives.inside(dir, "a\0b")).isInstanceOf(MediaException.class);
    }

    @Test
    void refusesABombWhileItUnpacks() throws IOException {
        Path zip = Pictures.zip(dir.resolve("a.zip"), "zeros", 5_000_000);
        assertThat(Files.size(zip)).isLessThan(20_000);
        Path into = Files.createDirectory(dir.resolve("out"));
        assertThatThrownBy(() -> Archives.unpack(zip, into, new Archives.Limits(10, 1_000_000)))
                .hasMessageContaining("more than 1000000 bytes");
        assertThat(Files.size(into.resolve("zeros"))).isLessThanOrEqualTo(1_000_000);
    }

    @Test
    void refusesTooManyEntries() throws IOException {
        Path zip = Pictures.zip(dir.resolve("a.zip"), "one", 1);
        assertThatThrownBy(() -> Archives.unpack(zip, dir, new Archives.Limits(0, 10))).hasMessageContaining("entries");
    }

    @Test
    void refusesWhatIsNoZip() throws IOException {
        Path file = Files.writeString(dir.resolve("a.zip"), "not a zip");
        assertThat(Archives.isZip(file)).isFalse();
        assertThatThrownBy(() -> Archives.unpack(file, dir, Archives.Limits.DEFAULT))
                .hasMessage("File is not a zip file");
    }
}
