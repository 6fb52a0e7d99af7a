package io.github.cvatopenapi.contract.harness.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvironmentTest {

    private static final Map<String, String> ALICE = Map.of("CVAT_USER", "alice", "CVAT_PASSWORD", "very-secret-word");

    @Test
    void theCommandLineWinsOverTheFileAndTheFileOverTheEnvironment(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("settings"), "user=bob\ntimeout=7\nparallel=2\n");
        Settings settings = Environment.settings(ALICE, file,
                Map.of("url", "https://cvat.example.com/", "timeout", "9"));
        assertThat(settings.url()).isEqualTo(URI.create("https://cvat.example.com"));
        assertThat(settings.main().user()).isEqualTo("bob");
        assertThat(settings.timeout().toSeconds()).isEqualTo(9);
        assertThat(settings.parallel()).isEqualTo(2);
    }

    @Test
    void anAddressMayHaveAPath() {
        assertThat(Environment.settings(ALICE, null, Map.of("url", "https://example.com/tools/cvat/")).url())
                .isEqualTo(URI.create("https://example.com/tools/cvat"));
    }

    @Test
    void aFileMayBeginWithAByteOrderMark(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("settings"), "\ufeffuser=bob\npassword=very-secret-word\n");
        assertThat(Environment.settings(Map.of(), file, Map.of("url", "http://localhost")).main().user())
                .isEqualTo("bob");
    }

    @Test
    void aQuickRunIsChosen() {
        assertThat(Environment.settings(Map.of(), null, Map.of("quick", "true")).selection().quick()).isTrue();
        assertThat(Environment.settings(Map.of(), null, Map.of()).selection().quick()).isFalse();
    }

    @Test
    void aTokenIsUsedWhereThereIsOne() {
        Settings settings = Environment.settings(Map.of("CVAT_ACCESS_TOKEN", "abcdefgh"), null,
                Map.of("url", "http://localhost:8080"));
        assertThat(settings.main().credentials().kind()).isEqualTo("bearer");
    }

    @Test
    void noSecretIsShown() {
        Settings settings = Environment.settings(ALICE, null, Map.of("url", "http://localhost:8080"));
        assertThat(settings.shown().toString() + settings + settings.main()).doesNotContain("very-secret-word")
                .contains("alice");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "url|ftp://cvat|is not of the form",
        "url|https://user:word@cvat.example.com|is not of the form",
        "url|https://cvat.example.com/api|is not of the form",
        "url|https://cvat.example.com/cvat?a=b|is not of the form",
        "parallel|many|is a number",
        "parallel|0|at least 1",
        "register|perhaps|true or false",
        "register|true|needs an administrator"})
    void aSettingThatMakesNoSenseIsNamed(String name, String value, String message) {
        Map<String, String> given = name.equals("url")
                ? Map.of(name, value) : Map.of("url", "http://localhost", name, value);
        assertThatThrownBy(() -> Environment.settings(ALICE, null, given)).isInstanceOf(CouldNotRun.class)
                .hasMessageContaining(message).hasMessageNotContaining("word@");
    }

    @Test
    void anUnknownSettingOfTheFileIsNamed(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("settings"), "usr=bob\n");
        assertThatThrownBy(() -> Environment.settings(Map.of(), file, Map.of())).isInstanceOf(CouldNotRun.class)
                .hasMessageContaining("usr");
    }

    @Test
    void aBucketIsTakenWithItsKeysWhichAreNotShown(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("settings"),
                "bucket=pictures\nbucket-key=AKIA1\nbucket-secret=hush-hush\n");
        Settings settings = Environment.settings(ALICE, file, Map.of("url", "http://localhost"));
        assertThat(settings.bucket()).isEqualTo(new Settings.Bucket("pictures", null, null, "AKIA1", "hush-hush",
                null, null));
        assertThat(settings.toString() + settings.shown()).contains("pictures").doesNotContain("AKIA1", "hush-hush");
    }

    @Test
    void aBucketWithoutItsKeysIsNamed() {
        assertThatThrownBy(() ->
                Environment.settings(ALICE, null, Map.of("url", "http://localhost", "bucket", "pictures")))
                .isInstanceOf(CouldNotRun.class).hasMessageContaining("bucket-key");
    }

    @Test
    void credentialsThatAreMissingAreNamed() {
        assertThatThrownBy(() -> Environment.settings(Map.of(), null, Map.of("url", "http://localhost")))
                .isInstanceOf(CouldNotRun.class).hasMessageContaining("CVAT_ACCESS_TOKEN");
        assertThatThrownBy(() ->
                Environment.settings(Map.of("CVAT_USER", "alice"), null, Map.of("url", "http://localhost")))
                .isInstanceOf(CouldNotRun.class).hasMessageContaining("CVAT_PASSWORD");
    }
}
