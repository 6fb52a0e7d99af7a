package io.github.cvatopenapi.contract.harness;

import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.http.Call;
import io.github.cvatopenapi.contract.harness.http.Caller;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;

/** What is fetched as a file: the results of requests, archives and pictures. */
public final class Downloads {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};
    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
    private static final byte[] ZIP = {'P', 'K'};

    private Downloads() {
    }

    /** A call for the result of a finished request. */
    public static Call result(Caller caller, Answer finished) {
        return caller.call("GET", relative(finished, finished.at("result_url"))).accept("*/*");
    }

    /** The path and query of an absolute address; an assertion that it is one. */
    public static String relative(Answer answer, Object address) {
        if (!(address instanceof String text) || !URI.create(text).isAbsolute()) {
            throw answer.fail("an absolute address was due and there is " + address);
        }
        URI url = URI.create(text);
        return url.getRawPath() + (url.getRawQuery() == null ? "" : "?" + url.getRawQuery());
    }

    /** The files of a ZIP archive by their names; an assertion that the body is one. */
    public static Map<String, byte[]> archive(Answer answer) {
        if (!starts(answer.bytes(), ZIP)) {
            throw answer.fail("the body is no ZIP archive");
        }
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(answer.bytes()))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!entry.isDirectory()) {
                    files.put(entry.getName(), in.readAllBytes());
                }
            }
        } catch (IOException e) {
            throw answer.fail("the archive cannot be read (" + e.getMessage() + ")");
        }
        return files;
    }

    /** Asserts that the body is a PNG or JPEG picture, as its media type says, and returns it. */
    public static BufferedImage picture(Answer answer) {
        answer.mediaType("image/png", "image/jpeg");
        boolean png = "image/png".equals(answer.exchange().mediaType());
        if (!starts(answer.bytes(), png ? PNG : JPEG)) {
            throw answer.fail("the body is no " + answer.exchange().mediaType());
        }
        return picture(answer, answer.bytes());
    }

    /** The picture in some bytes of an answer; an assertion that it can be read. */
    public static BufferedImage picture(Answer answer, byte[] bytes) {
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));
            if (image != null) {
                return image;
            }
        } catch (IOException e) {
            throw answer.fail("the picture cannot be read (" + e.getMessage() + ")");
        }
        throw answer.fail("the picture cannot be read");
    }

    /** Asserts that the body is an archive of that many pictures, each as large as those of {@link Pictures}. */
    public static void chunk(Answer answer, int frames) {
        Map<String, byte[]> files = archive(answer.mediaType("application/zip"));
        if (files.size() != frames) {
            throw answer.fail("the chunk holds " + files.keySet() + ", expected " + frames + " frames");
        }
        files.values().forEach(each -> sized(answer, picture(answer, each)));
    }

    /** Asserts that a picture is as large as those of {@link Pictures}. */
    public static void sized(Answer answer, BufferedImage image) {
        if (image.getWidth() != Pictures.WIDTH || image.getHeight() != Pictures.HEIGHT) {
            throw answer.fail("the picture has " + image.getWidth() + " x " + image.getHeight() + " pixels, expected "
                    + Pictures.WIDTH + " x " + Pictures.HEIGHT);
        }
    }

    private static boolean starts(byte[] bytes, byte[] magic) {
        return bytes.length >= magic.length && Arrays.equals(bytes, 0, magic.length, magic, 0, magic.length);
    }
}
