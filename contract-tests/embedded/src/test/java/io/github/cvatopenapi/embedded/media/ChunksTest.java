package io.github.cvatopenapi.embedded.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Chunks, manifests and the files there are from the start. */
class ChunksTest {

    @TempDir
    Path dir;

    @Test
    void originalChunkHoldsTheUploadedBytes() throws IOException {
        Path picture = Pictures.draw(dir.resolve("p/a.bmp"), 8, 6);
        Path chunk = dir.resolve("chunk.zip");
        long sum = Chunks.write(List.of(Frame.of("p/a.bmp", picture), Frame.of("p/a.bmp", picture)), false, 0, chunk);
        try (ZipFile zip = new ZipFile(chunk.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName)).containsExactly("000000.bmp", "000001.bmp");
            assertThat(zip.getInputStream(zip.getEntry("000000.bmp")).readAllBytes())
                    .isEqualTo(Files.readAllBytes(picture));
        }
        CRC32 expected = new CRC32();
        expected.update(Files.readAllBytes(chunk));
        assertThat(sum).isEqualTo(expected.getValue());
    }

    @Test
    void compressedChunkHoldsJpegs() throws IOException {
        Frame frame = Frame.of("a.png", Pictures.draw(dir.resolve("a.png"), 64, 48));
        Path chunk = dir.resolve("chunk.zip");
        Chunks.write(List.of(frame), true, 70, chunk);
        try (ZipFile zip = new ZipFile(chunk.toFile())) {
            assertThat(ImageIO.read(zip.getInputStream(zip.getEntry("000000.jpeg"))).getWidth()).isEqualTo(64);
        }
        ByteArrayOutputStream preview = new ByteArrayOutputStream();
        Chunks.writePreview(frame, false, preview);
        assertThat(preview.toByteArray()).startsWith(0xff, 0xd8, 0xff);
    }

    @Test
    void aFrameKnowsItsMediaTypeByContentNotName() throws IOException {
        Path picture = Pictures.draw(dir.resolve("a.png"), 8, 6);
        assertThat(Frame.of("x/a.jpg", picture)).returns("image/png", Frame::mediaType)
                .returns("jpg", Frame::extension);
        assertThat(Frame.of("x.y/a", picture).extension()).isEqualTo("png");
    }

    @Test
    void manifestIsReadBack() throws IOException {
        List<Manifest.Entry> entries = List.of(new Manifest.Entry("a/b.png", 3, 4), new Manifest.Entry("c.jpg", 5, 6));
        Path file = Files.writeString(dir.resolve("manifest.jsonl"), Manifest.text(entries));
        assertThat(Manifest.read(file)).isEqualTo(entries);
        assertThat(Files.readAllLines(file)).hasSize(4).startsWith("{\"version\":\"1.1\"}", "{\"type\":\"images\"}");
    }

    @Test
    void whatIsNoManifestIsRefused() throws IOException {
        for (String text : List.of("", "{}", "[]\n[]", "{\"version\":1}\n{\"type\":\"video\"}", "nonsense",
                "{\"version\":1}\n{\"type\":\"images\"}\n{\"name\":{},\"extension\":[]}")) {
            Path file = Files.writeString(dir.resolve("m"), text);
            assertThatThrownBy(() -> Manifest.read(file)).isInstanceOf(MediaException.class)
                    .hasMessageStartingWith("Invalid manifest");
        }
    }

    @Test
    void bucketHasTheImagesOfItsManifest() {
        SampleFiles.makeBucket(dir);
        Path manifest = dir.resolve(SampleFiles.MANIFEST);
        assertThat(Manifest.read(manifest)).isNotEmpty().allSatisfy(entry ->
                assertThat(Images.probe(manifest.resolveSibling(entry.name()), entry.name()))
                        .returns(entry.width(), ImageInfo::width).returns(entry.height(), ImageInfo::height));
        assertThat(dir.resolve("videos")).isDirectory();
        assertThat(Archives.isZip(dir.resolve("archive.zip"))).isTrue();
    }
}
