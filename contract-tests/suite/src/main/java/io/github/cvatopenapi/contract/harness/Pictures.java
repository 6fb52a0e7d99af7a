package io.github.cvatopenapi.contract.harness;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Pictures to upload. */
public final class Pictures {

    /** The width of every picture. */
    public static final int WIDTH = 64;
    /** The height of every picture. */
    public static final int HEIGHT = 48;

    private Pictures() {
    }

    /** A PNG of 64 by 48 pixels; each seed gives another one. */
    public static byte[] png(int seed) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                image.setRGB(x, y, (x * 3 + seed * 41) % 256 << 16 | (y * 5 + seed * 17) % 256 << 8 | (x + y) % 256);
            }
        }
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
