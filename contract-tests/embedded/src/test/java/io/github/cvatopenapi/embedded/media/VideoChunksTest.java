package io.github.cvatopenapi.embedded.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is written as video is read again, frame by frame. */
class VideoChunksTest {

    @TempDir
    Path dir;

    @Test
    void framesOfAChunkShowWhatTheFramesOfTheVideoShow() throws IOException {
        List<Frame> frames = MediaFile.open(MediaSamples.file("clip.mp4"), "clip.mp4", dir).frames().subList(5, 17);
        Path chunk = dir.resolve("chunk.mp4");

        long checksum = Chunks.writeVideo(frames, 90, chunk);

        CRC32 sum = new CRC32();
        sum.update(Files.readAllBytes(chunk));
        assertThat(checksum).isEqualTo(sum.getValue());
        assertThat(Files.readAllBytes(chunk)).startsWith(0, 0, 0, 32, 'f', 't', 'y', 'p');
        List<Frame> again = MediaFile.open(chunk, "chunk.mp4", Files.createDirectories(dir.resolve("b"))).frames();
        assertThat(again).hasSameSizeAs(frames);
        for (int each = 0; each < frames.size(); each++) {
            assertThat(closest(again.get(each), frames)).as("frame %s of the chunk", each).isEqualTo(each);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 32, 32", "17, 33, 32, 34", "40, 30, 40, 32", "641, 3, 642, 32", "320, 240, 320, 240"})
    void picturesOfAnySizeBecomeVideo(int width, int height, int padded, int tall) throws IOException {
        Frame frame = Frame.of("a.png", Pictures.draw(dir.resolve("a.png"), width, height));
        Path chunk = dir.resolve("chunk.mp4");

        Chunks.writeVideo(List.of(frame, frame), 70, chunk);

        List<Frame> again = MediaFile.open(chunk, "chunk.mp4", Files.createDirectories(dir.resolve("b"))).frames();
        assertThat(again).hasSize(2).allSatisfy(each -> assertThat(ImageIO.read(each.file().toFile()))
                .returns(padded, BufferedImage::getWidth).returns(tall, BufferedImage::getHeight));
    }

    /** Noise needs more room than the encoder has. */
    @Test
    void picturesOfNoiseBecomeVideo() throws IOException {
        BufferedImage noise = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(1);
        for (int pixel = 0; pixel < 64 * 64; pixel++) {
            noise.setRGB(pixel % 64, pixel / 64, random.nextInt());
        }
        ImageIO.write(noise, "png", dir.resolve("a.png").toFile());
        Path chunk = dir.resolve("chunk.mp4");

        Chunks.writeVideo(List.of(Frame.of("a.png", dir.resolve("a.png"))), 100, chunk);

        assertThat(MediaFile.open(chunk, "chunk.mp4", dir).frames()).hasSize(1);
    }

    @Test
    void picturesBesideAFrameComeAsJpegInAZipFile() throws IOException {
        Frame frame = MediaFile.open(MediaSamples.file("clouds.zip"), "clouds.zip", dir).frames().get(0);
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        Chunks.writeContext(frame, 70, out);

        ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()));
        ZipEntry entry = zip.getNextEntry();
        assertThat(entry.getName()).isEqualTo("front.jpg");
        assertThat(ImageIO.read(zip)).isNotNull();
        assertThat(zip.getNextEntry()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"false, 255, 216", "true, 137, 80"})
    void thePreviewOfAPointCloudShowsItsPoints(boolean png, int first, int second) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Chunks.writePreview(Frame.of("a.pcd", MediaSamples.file("cloud.pcd")), png, out);

        assertThat(out.toByteArray()).startsWith(first, second);
        BufferedImage preview = ImageIO.read(new ByteArrayInputStream(out.toByteArray()));
        int bright = 0;
        for (int x = 0; x < preview.getWidth(); x++) {
            for (int y = 0; y < preview.getHeight(); y++) {
                bright += new Color(preview.getRGB(x, y)).getGreen() > 128 ? 1 : 0;
            }
        }
        assertThat(bright).isBetween(16, 64);
    }

    private static int closest(Frame frame, List<Frame> among) throws IOException {
        List<Long> distances = new ArrayList<>();
        for (Frame each : among) {
            distances.add(MediaFileTest.difference(frame, each));
        }
        return distances.indexOf(distances.stream().min(Long::compare).orElseThrow());
    }
}
