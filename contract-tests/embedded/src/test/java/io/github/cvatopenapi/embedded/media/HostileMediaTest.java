package io.github.cvatopenapi.embedded.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that promise more than there is, or more than anybody wants to keep. */
class HostileMediaTest {

    @TempDir
    Path dir;

    private MediaFile open(String name, byte[] content) throws IOException {
        Path file = Files.write(dir.resolve(name), content);
        return MediaFile.open(file, name, Files.createDirectories(dir.resolve("work")));
    }

    private void refused(String name, byte[] content, String words) {
        assertThatThrownBy(() -> open(name, content)).isInstanceOf(MediaException.class).hasMessageContaining(words);
    }

    /** The clip with another number in one of the boxes of its index. */
    private static byte[] clip(String box, int place, int value) {
        byte[] bytes = MediaSamples.bytes("clip.mp4");
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        ByteBuffer.wrap(bytes).putInt(text.indexOf(box) + 4 + place, value);
        return bytes;
    }

    @Test
    void aVideoThatClaimsAMillionFramesIsRefused() {
        refused("a.mp4", clip("stsz", 8, 1_000_000), "claims 1000000 frames, but lists 30");
        byte[] allAlike = clip("stsz", 8, 1_000_000);
        String text = new String(allAlike, StandardCharsets.ISO_8859_1);
        ByteBuffer.wrap(allAlike).putInt(text.indexOf("stsz") + 8, 1);
        refused("b.mp4", allAlike, "has 1000000 frames, at most 100000 are read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"stts", "ctts", "stsc", "stco", "stss"})
    void aTableOfAVideoThatIsLargerThanItsBoxIsRefused(String box) {
        refused("a.mp4", clip(box, 4, Integer.MAX_VALUE), "claims a table of 2147483647 entries");
    }

    @Test
    void framesBeyondTheEndOfTheFileAreRefused() {
        refused("a.mp4", clip("stco", 8, 1_000_000), "ends before the last of them");
    }

    @Test
    void videosThatAreNotReadHereSaySo() {
        refused("a.avi", "RIFF    AVI LIST".getBytes(StandardCharsets.US_ASCII), "in a container that this");
        refused("b.mp4", new byte[0], "in a container that this");
        byte[] fragmented = MediaSamples.bytes("clip.mp4");
        int at = new String(fragmented, StandardCharsets.ISO_8859_1).indexOf("udta");
        System.arraycopy("mvex".getBytes(StandardCharsets.US_ASCII), 0, fragmented, at, 4);
        refused("c.mp4", fragmented, "fragmented MP4");
    }

    @Test
    void aVideoOfACodecThatIsNotDecodedIsDrawn() throws IOException {
        byte[] changed = MediaSamples.bytes("clip.mp4");
        String text = new String(changed, StandardCharsets.ISO_8859_1);
        System.arraycopy("hvc1".getBytes(StandardCharsets.US_ASCII), 0, changed,
                text.indexOf("avc1", text.indexOf("stsd")), 4);
        assertThat(open("a.mp4", changed).frames()).hasSize(30).allSatisfy(each -> {
            assertThat(each.width()).isEqualTo(64);
            assertThat(each.file()).isNotEmptyFile();
        });
    }

    @Test
    void aVideoOfTooManyPixelsIsRefused() {
        byte[] bytes = MediaSamples.bytes("clip.mp4");
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        ByteBuffer.wrap(bytes).putInt(text.indexOf("avc1", text.indexOf("stsd")) + 28, 0xFFFFFFFF);
        refused("a.mp4", bytes, "is too large: 65535x65535");
    }

    /** Whatever is in the frames: refused or decoded, and soon; never an error of another kind. */
    @Test
    void framesOfNonsenseAreRefusedOrDecoded() throws IOException {
        byte[] good = MediaSamples.bytes("clip.mp4");
        String text = new String(good, StandardCharsets.ISO_8859_1);
        int data = text.indexOf("mdat") + 4;
        for (int seed = 0; seed < 20; seed++) {
            byte[] bytes = good.clone();
            Random random = new Random(seed);
            for (int each = 0; each < 40; each++) {
                bytes[data + random.nextInt(text.length() - data)] = (byte) random.nextInt();
            }
            Path work = Files.createDirectories(dir.resolve("nonsense" + seed));
            Path file = Files.write(work.resolve("a.mp4"), bytes);
            try {
                for (Frame frame : MediaFile.open(file, "a.mp4", work).frames()) {
                    assertThat(frame.file()).isNotEmptyFile();
                }
            } catch (MediaException refused) {
                assertThat(refused.getMessage()).isNotBlank();
            }
        }
    }

    /** The same for the lists of frames, of both containers, cut off at any place or changed in any. */
    @ParameterizedTest
    @ValueSource(strings = {"clip.mp4", "clip.webm"})
    void listsOfNonsenseAreRefusedOrRead(String name) throws IOException {
        byte[] good = MediaSamples.bytes(name);
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            byte[] bytes = seed % 2 == 0 ? Arrays.copyOf(good, random.nextInt(good.length)) : good.clone();
            for (int each = 0; each < 10 && bytes.length > 0; each++) {
                bytes[random.nextInt(Math.min(bytes.length, 900))] = (byte) random.nextInt();
            }
            Path file = Files.write(dir.resolve("a" + name), bytes);
            try (FileChannel channel = FileChannel.open(file)) {
                VideoTrack track = Matroska.is(channel) ? Matroska.read(channel, name) : Mp4.read(channel, name);
                assertThat(track.samples().size()).isBetween(1, VideoTrack.MAX_FRAMES);
            } catch (MediaException refused) {
                assertThat(refused.getMessage()).isNotBlank();
            }
        }
    }

    @Test
    void aDocumentOfTenThousandPagesIsRefused() {
        StringBuilder pdf = new StringBuilder("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
                + "2 0 obj<</Type/Pages/Count 10000/Kids[");
        pdf.append("3 0 R ".repeat(10_000)).append("]>>endobj\n")
                .append("3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 72 72]>>endobj\n")
                .append("trailer<</Root 1 0 R>>\n");
        refused("a.pdf", pdf.toString().getBytes(StandardCharsets.ISO_8859_1),
                "has 10000 pages, at most 1000 are read");
    }

    @Test
    void aDocumentWithAHugePageOrPictureIsRefused() {
        String start = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
                + "2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n";
        String page = start + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 20000 20000]>>endobj\n"
                + "trailer<</Root 1 0 R>>\n";
        refused("a.pdf", page.getBytes(StandardCharsets.ISO_8859_1), "is too large: 55556x55556");
        String picture = start + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 72 72]/Contents 4 0 R"
                + "/Resources<</XObject<</I 5 0 R>>>>>>endobj\n"
                + "4 0 obj<</Length 21>>stream\n72 0 0 72 0 0 cm /I Do\nendstream endobj\n"
                + "5 0 obj<</Type/XObject/Subtype/Image/Width 100000/Height 100000/BitsPerComponent 8"
                + "/ColorSpace/DeviceRGB/Length 3>>stream\nabc\nendstream endobj\ntrailer<</Root 1 0 R>>\n";
        refused("b.pdf", picture.getBytes(StandardCharsets.ISO_8859_1), "picture of 100000x100000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%PDF-1.7", "nonsense"})
    void whatIsNoDocumentIsRefused(String content) {
        refused("a.pdf", content.getBytes(StandardCharsets.ISO_8859_1), "cannot be decoded");
    }

    @Test
    void anArchiveInAnArchiveIsNotOpened() throws IOException {
        Path inner = MediaSamples.zip(dir.resolve("inner.zip"), Map.of("a.png", MediaSamples.bytes("grey.png")));
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("inner.zip", Files.readAllBytes(inner));
        entries.put("b.png", MediaSamples.bytes("grey.png"));
        Path outer = MediaSamples.zip(dir.resolve("outer.zip"), entries);

        assertThat(MediaFile.open(outer, "outer.zip", dir).frames()).extracting(Frame::name).containsExactly("b.png");
    }

    @ParameterizedTest
    @ValueSource(strings = {"16", "2000000000"})
    void aPointCloudWithAFalseCountIsRefused(String count) {
        String good = new String(MediaSamples.bytes("cloud.pcd"), StandardCharsets.US_ASCII);
        String text = good.replace("WIDTH 16", "WIDTH " + count).replace("POINTS 16", "POINTS " + count)
                .replace("3 3 0.90\n", "");
        refused("a.pcd", text.getBytes(StandardCharsets.US_ASCII), "claims " + count + " points");
        ByteArrayOutputStream binary = new ByteArrayOutputStream();
        binary.writeBytes(text.substring(0, text.indexOf("DATA")).getBytes(StandardCharsets.US_ASCII));
        binary.writeBytes("DATA binary\n".getBytes(StandardCharsets.US_ASCII));
        binary.writeBytes(new byte[15 * 12]);
        refused("b.pcd", binary.toByteArray(), "points in " + count + "x1, but has 15");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "FIELDS x y z\nSIZE 4 4\nWIDTH 1\nHEIGHT 1\nDATA ascii\n",
        "FIELDS x\nSIZE 2000000000\nCOUNT 2000000000\nWIDTH 1\nHEIGHT 1\nDATA binary\n",
        "FIELDS x y z\nSIZE 4 4 4\nWIDTH -1\nHEIGHT -1\nPOINTS 1\nDATA ascii\n0 0 0\n"})
    void whatIsNoPointCloudIsRefused(String content) {
        refused("a.pcd", content.getBytes(StandardCharsets.US_ASCII), "is not a point cloud");
    }

    @Test
    void anOrientationOfNonsenseIsNone() throws IOException {
        byte[] good = MediaSamples.bytes("rotated.jpg");
        assertThat(Orientation.of(MediaSamples.file("rotated.jpg")).isUpright()).isFalse();
        for (int length = 0; length < 60; length++) {
            Path file = Files.write(dir.resolve("a.jpg"), Arrays.copyOf(good, length));
            assertThat(Orientation.of(file).number()).isBetween(1, 8);
        }
    }
}
