package io.github.cvatopenapi.embedded.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImagesTest {

    @TempDir
    Path dir;

    @ParameterizedTest
    @CsvSource({"a.png,png", "a.jpg,jpeg", "a.bmp,bmp", "a.gif,gif"})
    void readsSizeAndFormat(String name, String format) throws IOException {
        assertThat(Images.probe(Pictures.draw(dir.resolve(name), 64, 48), name))
                .isEqualTo(new ImageInfo(64, 48, format));
    }

    @Test
    void refusesWhatIsNoImageByName() throws IOException {
        Path file = Files.writeString(dir.resolve("a.png"), "this is not an image");
        assertThatThrownBy(() -> Images.probe(file, "a.png")).isInstanceOf(MediaException.class)
                .hasMessage("cannot identify image file 'a.png'");
    }

    @Test
    void refusesAHugePictureByItsHeader() throws IOException {
        Path file = Files.write(dir.resolve("bomb.png"), Pictures.pngHeader(60_000, 60_000));
        assertThatThrownBy(() -> Images.probe(file, "bomb.png")).hasMessageContaining("too large: 60000x60000");
    }

    @Test
    void aCutFileIsRefusedWhenDecoded() throws IOException {
        byte[] whole = Files.readAllBytes(Pictures.draw(dir.resolve("a.png"), 64, 48));
        Path cut = Files.write(dir.resolve("cut.png"), java.util.Arrays.copyOf(whole, 40));
        assertThatThrownBy(() -> Images.writeJpeg(cut, "cut.png", 70, new ByteArrayOutputStream()))
                .isInstanceOf(MediaException.class);
    }

    @Test
    void jpegCopyKeepsTheSizeAndFollowsQuality() throws IOException {
        Path file = Pictures.draw(dir.resolve("a.png"), 64, 48);
        byte[] good = jpeg(file, 100);
        byte[] poor = jpeg(file, 5);
        assertThat(good).startsWith(0xff, 0xd8, 0xff);
        assertThat(poor.length).isLessThan(good.length);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(good));
        assertThat(image.getWidth()).isEqualTo(64);
        assertThat(image.getHeight()).isEqualTo(48);
    }

    @ParameterizedTest
    @CsvSource({"1000,500,256,128", "40,30,40,30", "3,900,1,256"})
    void previewFitsAndIsNeverEnlarged(int width, int height, int wide, int high) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Images.writePreview(Pictures.draw(dir.resolve("a.png"), width, height), "a.png", 256, out);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(out.toByteArray()));
        assertThat(image.getWidth()).isEqualTo(wide);
        assertThat(image.getHeight()).isEqualTo(high);
    }

    @Test
    void namesOfImagesAreKnownByTheirEnding() {
        assertThat(Images.isImageName("a/b.PNG")).isTrue();
        assertThat(Images.isImageName("b.jpeg")).isTrue();
        assertThat(Images.isImageName("manifest.jsonl")).isFalse();
        assertThat(Images.isImageName("png")).isFalse();
    }

    private static byte[] jpeg(Path file, int quality) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Images.writeJpeg(file, "a.png", quality, out);
        return out.toByteArray();
    }
}
