package io.github.cvatopenapi.embedded.resources.storages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cvatopenapi.embedded.media.MediaException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Beside the folder of the bucket lies a secret, to which links in the bucket lead. */
class BucketTest {

    @TempDir
    private Path temporary;
    private Path folder;
    private Path outside;
    private Bucket bucket;

    @BeforeEach
    void furnish() throws IOException {
        outside = Files.createDirectories(temporary.resolve("outside"));
        Files.writeString(outside.resolve("secret.png"), "secret");
        folder = Files.createDirectories(temporary.resolve("bucket"));
        Files.createDirectories(folder.resolve("b"));
        Files.writeString(folder.resolve("a.png"), "a");
        Files.writeString(folder.resolve("b/c.png"), "c");
        Files.createSymbolicLink(folder.resolve("link.png"), outside.resolve("secret.png"));
        Files.createSymbolicLink(folder.resolve("b/away"), outside);
        bucket = new Buckets(temporary.resolve("built-in"), Map.of("mine", folder)).of("AWS_S3_BUCKET", "mine");
    }

    @Test
    void hasTheFilesOfItsFolderAsObjects() {
        assertThat(bucket.keys()).containsExactly("a.png", "b/", "b/c.png");
        assertThat(bucket.file("b/c.png")).hasContent("c");
        assertThat(bucket.below("b")).containsExactly("b/c.png");
        assertThat(bucket.below("a.png")).containsExactly("a.png");
        assertThat(bucket.file("b")).isNull();
        assertThat(bucket.firstImage(java.util.List.of())).isEqualTo("a.png");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../outside/secret.png", "b/../../outside/secret.png", "..", "../outside", ".", "", "/",
        "//", "..\\outside\\secret.png", "link.png", "b/away", "b/away/secret.png", "a.png/", "./a.png", "b//c.png",
        "/a.png", "b\\c.png", "a.png\0", "%2e%2e/outside/secret.png", "C:/secret.png"})
    void readsNothingByAKeyThatIsNoneOfItsOwn(String key) {
        assertThat(bucket.file(key)).isNull();
        assertThat(bucket.below(key)).isEmpty();
    }

    @Test
    void readsNothingByAnAbsolutePath() {
        assertThat(bucket.file(outside.resolve("secret.png").toString())).isNull();
        assertThat(bucket.below(outside.toString())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../new.zip", "b/../../new.zip", "link.png", "b/away/new.zip", "b/away", "..\\new.zip",
        "/new.zip", "", ".", "./new.zip", "b", "b/", "a.png/new.zip", "new\0.zip"})
    void writesNothingByAKeyThatCannotBe(String key) throws IOException {
        Path file = Files.writeString(temporary.resolve("file"), "new");
        assertThatThrownBy(() -> bucket.put(key, file)).isInstanceOf(MediaException.class)
                .hasMessageNotContaining(temporary.toString());
        assertThat(file).hasContent("new");
        assertThat(outside.resolve("secret.png")).hasContent("secret");
        assertThat(folder.resolve("b/c.png")).hasContent("c");
        try (Stream<Path> all = Files.walk(temporary)) {
            assertThat(all.map(each -> each.getFileName().toString())).doesNotContain("new.zip");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"new.zip", "a.png", "b/new/deep.zip", "%2e%2e%2fnew.zip", "..new.zip", "a b\u00e4.zip"})
    void writesInsideByEveryOtherKey(String key) throws IOException {
        bucket.put(key, Files.writeString(temporary.resolve("file"), "new"));
        assertThat(folder.resolve(key)).hasContent("new");
        assertThat(bucket.file(key)).hasContent("new");
        assertThat(bucket.keys()).contains(key);
    }

    @Test
    void isKnownByItsProviderAndName() {
        Buckets buckets = new Buckets(temporary.resolve("built-in"), Map.of("mine", folder));
        assertThat(buckets.of("AZURE_CONTAINER", "mine")).isNull();
        assertThat(buckets.of("AWS_S3_BUCKET", "other")).isNull();
        assertThat(buckets.of("AWS_S3_BUCKET", "public").keys()).contains("images/image_1.jpg");
    }
}
