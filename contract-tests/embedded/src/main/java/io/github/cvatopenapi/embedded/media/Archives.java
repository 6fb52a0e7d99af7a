package io.github.cvatopenapi.embedded.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Unpacks zip files that strangers made: no entry leaves the directory, and neither count nor size grows without bound.
 */
public final class Archives {

    /**
     * How much is unpacked at most.
     *
     * @param entries number of files
     * @param bytes   of all files together, as unpacked and not as claimed
     */
    public record Limits(int entries, long bytes) {
        /** Enough for what tests upload, small enough for a disk. */
        public static final Limits DEFAULT = new Limits(20_000, 1L << 30);
    }

    /** Longest part of a path that file systems take, in bytes. */
    private static final int LONGEST = 255;

    private Archives() {
    }

    /** Whether the file begins as a zip file does and has a readable directory. */
    public static boolean isZip(Path file) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return zip.size() >= 0;
        } catch (IOException none) {
            return false;
        }
    }

    /**
     * Unpacks all files.
     *
     * @param into an existing directory
     * @return names inside, in the order of the archive, with forward slashes
     * @throws MediaException if it is no zip file, a name leads outside or a limit is passed; what was unpacked stays
     */
    public static List<String> unpack(Path archive, Path into, Limits limits) {
        List<String> names = new ArrayList<>();
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            if (zip.size() > limits.entries()) {
                throw new MediaException("The archive has more than " + limits.entries() + " entries");
            }
            long left = limits.bytes();
            byte[] buffer = new byte[64 * 1024];
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements();) {
                ZipEntry entry = entries.nextElement();
                Path target = inside(into, entry.getName());
                if (entry.isDirectory()) {
                    continue;
                }
                Files.createDirectories(target.getParent());
                try (InputStream in = zip.getInputStream(entry); OutputStream out = Files.newOutputStream(target)) {
                    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                        left -= read;
                        if (left < 0) {
                            throw new MediaException("The archive unpacks to more than " + limits.bytes() + " bytes");
                        }
                        out.write(buffer, 0, read);
                    }
                }
                names.add(entry.getName().replace('\\', '/'));
            }
            return names;
        } catch (IOException | IllegalArgumentException broken) {
            throw new MediaException("File is not a zip file", broken);
        }
    }

    /**
     * The path of a name below a directory.
     *
     * @throws MediaException if the name is empty, absolute or leads outside
     */
    public static Path inside(Path directory, String name) {
        try {
            String plain = name.replace('\\', '/');
            Path root = directory.toAbsolutePath().normalize();
            Path target = root.resolve(plain).normalize();
            boolean climbs = List.of(plain.split("/")).contains("..");
            if (climbs || plain.isBlank() || plain.startsWith("/") || plain.matches("[A-Za-z]:/.*")
                    || !target.startsWith(root) || target.equals(root)) {
                throw new MediaException("Bad file path: '" + name + "'; names inside must not lead outside");
            }
            for (String part : plain.split("/")) {
                if (part.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
                    throw new MediaException("Bad file path: a part of it is longer than " + LONGEST + " bytes");
                }
            }
            return target;
        } catch (InvalidPathException bad) {
            throw new MediaException("Bad file path: the name holds a character that file names cannot have", bad);
        }
    }
}
