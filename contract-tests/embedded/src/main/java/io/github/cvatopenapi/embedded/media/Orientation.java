package io.github.cvatopenapi.embedded.media;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How a JPEG is to be turned before it is shown: the number that cameras leave in its EXIF part.
 *
 * @param number 1 for as it is, to 8; see {@link #turn}
 */
record Orientation(int number) {

    static final Orientation UPRIGHT = new Orientation(1);
    private static final int START = 0xFFD8;
    private static final int SCAN = 0xFFDA;
    private static final int EXIF = 0xFFE1;
    private static final int TAG = 0x0112;
    private static final int ENTRY = 12;

    /** Reads it; upright where there is none that can be read. */
    static Orientation of(Path file) {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            if (in.readUnsignedShort() != START) {
                return UPRIGHT;
            }
            for (int marker = in.readUnsignedShort(); marker > 0xFF00 && marker != SCAN;
                    marker = in.readUnsignedShort()) {
                byte[] segment = new byte[Math.max(0, in.readUnsignedShort() - 2)];
                in.readFully(segment);
                boolean exif = segment.length > 6
                        && new String(segment, 0, 4, StandardCharsets.US_ASCII).equals("Exif");
                if (marker == EXIF && exif) {
                    return new Orientation(tag(ByteBuffer.wrap(segment, 6, segment.length - 6).slice()));
                }
            }
            return UPRIGHT;
        } catch (IOException | IndexOutOfBoundsException broken) {
            return UPRIGHT;
        }
    }

    private static int tag(ByteBuffer tiff) {
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = Short.toUnsignedInt(tiff.getShort(directory));
        for (int each = 0; each < entries; each++) {
            int entry = directory + 2 + each * ENTRY;
            if (Short.toUnsignedInt(tiff.getShort(entry)) == TAG) {
                int number = Short.toUnsignedInt(tiff.getShort(entry + 8));
                return number >= 1 && number <= 8 ? number : 1;
            }
        }
        return 1;
    }

    boolean isUpright() {
        return number == 1;
    }

    /** The picture as it is to be shown: mirrored for 2, 4, 5 and 7, turned for 3 and more, on its side from 5 on. */
    BufferedImage turn(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        AffineTransform turn = switch (number) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
        BufferedImage turned = number >= 5 ? new BufferedImage(height, width, BufferedImage.TYPE_INT_RGB)
                : new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = turned.createGraphics();
        graphics.drawImage(picture, turn, null);
        graphics.dispose();
        return turned;
    }
}
