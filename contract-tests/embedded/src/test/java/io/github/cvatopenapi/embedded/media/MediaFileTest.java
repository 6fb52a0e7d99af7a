package io.github.cvatopenapi.embedded.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Kinds, sizes and numbers are those that a real server found in the same files. */
class MediaFileTest {

    /** The colours of the upright bars of the clip, left to right from its second eighth on. */
    private static final List<Color> BARS = List.of(Color.CYAN, Color.MAGENTA, Color.BLUE, Color.YELLOW);

    @TempDir
    Path dir;

    private MediaFile open(String name) {
        return MediaFile.open(MediaSamples.file(name), name, dir);
    }

    @ParameterizedTest
    @CsvSource({"clip.mp4, VIDEO, 30, 64, 48, png", "clip.webm, VIDEO, 10, 48, 64, png",
        "book.pdf, DOCUMENT, 3, 178, 134, jpeg", "images.zip, ARCHIVE, 4, 64, 48, png",
        "clouds.zip, ARCHIVE, 2, 16, 1, pcd", "cloud.pcd, POINT_CLOUD, 1, 16, 1, pcd",
        "moving.gif, PICTURE, 1, 32, 32, gif", "photo.bmp, PICTURE, 1, 40, 30, bmp",
        "photo.tiff, PICTURE, 1, 40, 30, tiff", "photo.webp, PICTURE, 1, 40, 30, webp",
        "grey.png, PICTURE, 1, 40, 30, png", "rotated.jpg, PICTURE, 1, 40, 80, jpeg"})
    void findsWhatARealServerFound(String name, MediaKind kind, int count, int width, int height, String format) {
        MediaFile file = open(name);

        assertThat(file.kind()).isEqualTo(kind);
        assertThat(file.frames()).hasSize(count);
        assertThat(file.frames().get(0)).returns(width, Frame::width).returns(height, Frame::height)
                .returns(format, Frame::format);
        assertThat(file.frames()).allSatisfy(frame -> assertThat(frame.file()).isNotEmptyFile());
    }

    @Test
    void framesOfAClipAreDecodedAndAllDiffer() throws IOException {
        Set<List<Integer>> seen = new HashSet<>();
        for (Frame frame : open("clip.mp4").frames()) {
            BufferedImage picture = ImageIO.read(frame.file().toFile());
            for (int bar = 0; bar < BARS.size(); bar++) {
                Color expected = BARS.get(bar);
                Color actual = new Color(picture.getRGB(14 + 8 * bar, 24));
                assertThat(Math.abs(expected.getRed() - actual.getRed()) + Math.abs(expected.getGreen()
                        - actual.getGreen()) + Math.abs(expected.getBlue() - actual.getBlue()))
                        .as("bar %s of %s: %s", bar, frame.name(), actual).isLessThan(120);
            }
            seen.add(pixels(picture));
        }
        assertThat(seen).hasSize(30);
    }

    /** The stripe at the bottom of the clip moves on with time, a little from each frame to the next. */
    @Test
    void framesOfAClipComeInTheOrderInWhichTheyAreShown() throws IOException {
        List<Frame> frames = open("clip.mp4").frames();
        for (int each = 0; each + 2 < 10; each++) {
            assertThat(difference(frames.get(each), frames.get(each + 1)))
                    .as("from %s to the next and to the one after", each)
                    .isLessThan(difference(frames.get(each), frames.get(each + 2)));
        }
    }

    @Test
    void aLaterFrameIsTheSameHoweverItIsReached() throws IOException {
        Path last = open("clip.mp4").frames().get(29).file();
        MediaFile other = MediaFile.open(MediaSamples.file("clip.mp4"), "clip.mp4",
                Files.createDirectories(dir.resolve("other")));
        other.frames().forEach(Frame::file);

        assertThat(other.frames().get(29).file()).hasSameBinaryContentAs(last);
    }

    @Test
    void framesOfACodecThatIsNotDecodedAreDrawnAndDiffer() throws IOException {
        Set<List<Integer>> seen = new HashSet<>();
        for (Frame frame : open("clip.webm").frames()) {
            seen.add(pixels(ImageIO.read(frame.file().toFile())));
        }
        assertThat(seen).hasSize(10);
    }

    @Test
    void pagesAreNamedByTheDocumentAndShowWhatIsOnThem() throws IOException {
        List<Frame> pages = open("book.pdf").frames();

        assertThat(pages).extracting(Frame::name).containsExactly("book000000000.jpeg-1.jpg",
                "book000000000.jpeg-2.jpg", "book000000000.jpeg-3.jpg");
        Set<Integer> middles = new HashSet<>();
        for (Frame page : pages) {
            middles.add(ImageIO.read(page.file().toFile()).getRGB(89, 67));
        }
        assertThat(middles).hasSize(3).doesNotContain(Color.WHITE.getRGB());
    }

    @Test
    void pointCloudsOfAnArchiveHaveTheirPicturesBeside() {
        assertThat(open("clouds.zip").frames()).extracting(Frame::name, frame -> frame.context().size())
                .containsExactly(tuple("pointcloud/000001.pcd", 1),
                        tuple("pointcloud/000002.pcd", 1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"broken.mp4 | IndexError: tuple index out of range",
        "broken.zip | zipfile.BadZipFile: File is not a zip file", "broken.png | OSError: Truncated File Read"})
    void brokenFilesAreRefusedInTheWordsOfARealServer(String name, String words) {
        assertThatThrownBy(() -> open(name)).isInstanceOf(MediaException.class).hasMessageContaining(words);
    }

    private static List<Integer> pixels(BufferedImage picture) {
        return Arrays.stream(picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0,
                picture.getWidth())).boxed().toList();
    }

    static long difference(Frame one, Frame other) throws IOException {
        List<Integer> a = pixels(ImageIO.read(one.file().toFile()));
        List<Integer> b = pixels(ImageIO.read(other.file().toFile()));
        long sum = 0;
        for (int each = 0; each < a.size(); each++) {
            Color left = new Color(a.get(each));
            Color right = new Color(b.get(each));
            sum += Math.abs(left.getRed() - right.getRed()) + Math.abs(left.getGreen() - right.getGreen())
                    + Math.abs(left.getBlue() - right.getBlue());
        }
        return sum;
    }
}
