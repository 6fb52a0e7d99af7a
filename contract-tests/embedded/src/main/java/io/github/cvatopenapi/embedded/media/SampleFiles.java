package io.github.cvatopenapi.embedded.media;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/**
 * Makes the files that an instance has from the start: those of the built-in bucket and of the server's share. Small
 * drawn pictures, laid out as on the recorded server.
 */
public final class SampleFiles {

    /** Name of the built-in bucket. */
    public static final String BUCKET = "public";
    /** The manifest in the bucket. */
    public static final String MANIFEST = "images_with_manifest/manifest.jsonl";
    private static final List<String> FOLDERS = List.of("images", "pcd_with_related", "test_different_resolutions",
            "videos");
    private static final List<String> ARCHIVES =
            List.of("archive.zip", "bigArchive.zip", "image_main_task.zip", "smallArchive.zip", "test_canvas3d.zip");

    private SampleFiles() {
    }

    /** Fills a directory as the server's share. */
    public static void makeShare(Path directory) {
        try {
            for (String folder : FOLDERS) {
                Files.createDirectories(directory.resolve(folder));
            }
            List<Path> pictures = new ArrayList<>();
            for (int number = 1; number <= 3; number++) {
                pictures.add(draw(directory.resolve("images/image_" + number + ".jpg"), 160, 120, number));
                draw(directory.resolve("test_different_resolutions/size_" + number + ".png"), 40 * number, 60, number);
            }
            for (String archive : ARCHIVES) {
                pack(directory.resolve(archive), pictures);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Fills a directory as the built-in bucket: what the share has, and images with a manifest. */
    public static void makeBucket(Path directory) {
        makeShare(directory);
        try {
            List<Manifest.Entry> entries = new ArrayList<>();
            Path folder = Files.createDirectories(directory.resolve(MANIFEST).getParent());
            for (int number = 1; number <= 3; number++) {
                String name = "image_case_" + number + ".jpg";
                draw(folder.resolve(name), 160, 120, number + 3);
                entries.add(new Manifest.Entry(name, 160, 120));
            }
            Files.writeString(directory.resolve(MANIFEST), Manifest.text(entries));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Path draw(Path file, int width, int height, int number) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.getHSBColor(number / 7f, 0.5f, 0.9f));
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(Color.DARK_GRAY);
        graphics.fillRect(width / 8 * (number % 5 + 1), height / 4, width / 8, height / 2);
        graphics.dispose();
        String name = file.getFileName().toString();
        ImageIO.write(image, name.substring(name.lastIndexOf('.') + 1), file.toFile());
        return file;
    }

    private static void pack(Path archive, List<Path> files) throws IOException {
        try (OutputStream out = Files.newOutputStream(archive); ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Path file : files) {
                zip.putNextEntry(new ZipEntry(file.getFileName().toString()));
                Files.copy(file, zip);
                zip.closeEntry();
            }
        }
    }
}
