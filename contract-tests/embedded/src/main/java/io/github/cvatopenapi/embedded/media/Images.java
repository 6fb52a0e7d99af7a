package io.github.cvatopenapi.embedded.media;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.plugins.jpeg.JPEGImageWriteParam;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;

/**
 * Reads and writes images. Size is read from the header before anything is decoded, so a small file that unpacks to a
 * huge picture is refused without using memory for it. Thread-safe.
 */
public final class Images {

    /** Largest side in pixels, as image libraries commonly allow. */
    static final int MAX_SIDE = 65_500;
    /** Most pixels in one picture: 32 million, up to 256 MB when decoded. */
    static final long MAX_PIXELS = 32_000_000;
    /**
     * Pictures of more pixels than this are decoded one at a time, so that many of them at once do not use up memory.
     */
    private static final long LARGE = 4_000_000;
    private static final Set<Integer> OPAQUE = Set.of(BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_3BYTE_BGR,
            BufferedImage.TYPE_BYTE_GRAY);
    private static final float FAST = 0.9f;
    private static final int TURNED_QUALITY = 95;
    private static final Semaphore LARGE_ONES = new Semaphore(1);
    /** What the real server says of a PNG that ends before its heading does. */
    private static final String TRUNCATED = "OSError: Truncated File Read\n";
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    static {
        ImageIO.setUseCache(false);
    }

    private Images() {
    }

    /** Whether the name ends as that of a picture this instance reads. */
    public static boolean isImageName(String name) {
        return MediaKind.of(name) == MediaKind.PICTURE;
    }

    /**
     * Reads the header only.
     *
     * @param name how the file is called in a message
     * @throws MediaException if it is no image or one too large
     */
    public static ImageInfo probe(Path file, String name) {
        return read(file, name, (reader, info) -> info);
    }

    /**
     * Decodes a picture.
     *
     * @param side longest side needed, in pixels; of larger pictures only some pixels are read
     */
    private static BufferedImage decode(Path file, String name, int side) {
        return read(file, name, (reader, info) -> {
            ImageReadParam param = reader.getDefaultReadParam();
            int step = Math.max(1, Math.max(info.width(), info.height()) / Math.max(1, side));
            param.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, param);
        });
    }

    /**
     * The file, or a copy of it turned as its EXIF part says.
     *
     * @param turned where the copy is written, if there is one
     */
    static Path upright(Path file, String name, Path turned) throws IOException {
        Orientation orientation = Orientation.of(file);
        if (orientation.isUpright()) {
            return file;
        }
        Files.createDirectories(turned.getParent());
        alone(file, name, () -> {
            try (OutputStream out = Files.newOutputStream(turned)) {
                encodeJpeg(orientation.turn(decode(file, name, Integer.MAX_VALUE)), TURNED_QUALITY, out);
            }
        });
        return turned;
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void alone(Path file, String name, Work work) throws IOException {
        ImageInfo info = probe(file, name);
        if ((long) info.width() * info.height() <= LARGE) {
            work.run();
            return;
        }
        LARGE_ONES.acquireUninterruptibly();
        try {
            work.run();
        } finally {
            LARGE_ONES.release();
        }
    }

    /**
     * Writes a JPEG copy of the whole picture.
     *
     * @param quality 0 (smallest) to 100 (best)
     */
    public static void writeJpeg(Path source, String name, int quality, OutputStream out) throws IOException {
        alone(source, name, () -> encodeJpeg(opaque(decode(source, name, Integer.MAX_VALUE)), quality, out));
    }

    /** Writes a JPEG no larger than a square of the given side; never enlarges. */
    public static void writePreview(Path source, String name, int side, OutputStream out) throws IOException {
        alone(source, name, () -> writeSmall(source, name, side, out));
    }

    private static void writeSmall(Path source, String name, int side, OutputStream out) throws IOException {
        BufferedImage image = decode(source, name, side * 2);
        double scale = Math.min(1.0, (double) side / Math.max(image.getWidth(), image.getHeight()));
        int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        draw(small, image, width, height);
        encodeJpeg(small, 90, out);
    }

    private static BufferedImage opaque(BufferedImage image) {
        if (OPAQUE.contains(image.getType())) {
            return image;
        }
        BufferedImage copy = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        draw(copy, image, image.getWidth(), image.getHeight());
        return copy;
    }

    private static void draw(BufferedImage target, BufferedImage source, int width, int height) {
        Graphics2D graphics = target.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(source, 0, 0, width, height, Color.BLACK, null);
        graphics.dispose();
    }

    static void encodeJpeg(BufferedImage image, int quality, OutputStream out) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(Math.min(100, Math.max(0, quality)) / 100f);
            if (param instanceof JPEGImageWriteParam jpeg) {
                jpeg.setOptimizeHuffmanTables(true);
            }
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
    }

    /** Writes a PNG quickly rather than small. */
    static void writePng(BufferedImage image, Path target) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        try (OutputStream out = Files.newOutputStream(target);
                ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(FAST);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
    }

    private interface Use<T> {
        T apply(ImageReader reader, ImageInfo info) throws IOException;
    }

    private static <T> T read(Path file, String name, Use<T> use) {
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            if (in == null) {
                throw notAnImage(name, null);
            }
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw notAnImage(name, null);
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                ImageInfo info = new ImageInfo(reader.getWidth(0), reader.getHeight(0),
                        formatOf(reader));
                check(info, name);
                return use.apply(reader, info);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException broken) {
            // The decoders of the platform answer some broken files with unchecked exceptions of many kinds.
            throw broken instanceof MediaException known ? known
                    : isPng(file) ? new MediaException(TRUNCATED, broken) : notAnImage(name, broken);
        }
    }

    private static String formatOf(ImageReader reader) throws IOException {
        String name = reader.getFormatName().toLowerCase(Locale.ROOT);
        return name.equals("tif") ? "tiff" : name;
    }

    static void check(ImageInfo info, String name) {
        boolean tooLarge = info.width() > MAX_SIDE || info.height() > MAX_SIDE
                || (long) info.width() * info.height() > MAX_PIXELS;
        if (tooLarge) {
            throw new MediaException("Image '" + name + "' is too large: " + info.width() + "x" + info.height()
                    + ", at most " + MAX_PIXELS + " pixels are read");
        }
    }

    private static boolean isPng(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(PNG.length), PNG);
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static MediaException notAnImage(String name, Exception cause) {
        return new MediaException("cannot identify image file '" + name + "'", cause);
    }
}
