package io.github.cvatopenapi.spec;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** The pinned document of a version and the file that holds its SHA-256. */
public final class Pinned {

    private Pinned() {
    }

    /** Where the document of a version is, below the folder of the specification. */
    public static Path file(Path spec, String version) {
        return spec.resolve("cvat-" + version + ".yaml");
    }

    /** Where its SHA-256 is. */
    public static Path sumFile(Path spec, String version) {
        return spec.resolve("cvat-" + version + ".yaml.sha256");
    }

    /** Reads the document; one whose SHA-256 is not the recorded one was edited by hand and is refused. */
    static Map<String, Object> read(Path spec, String version) {
        Path file = file(spec, version);
        try {
            String stated = Files.readString(sumFile(spec, version), StandardCharsets.UTF_8).strip().split("\\s+")[0];
            String sum = sha256(Files.readAllBytes(file));
            if (!sum.equals(stated)) {
                throw new SpecException(("%s is not the pinned document: its SHA-256 is %s, %s expected; "
                        + "corrections belong in an overlay, newer documents come in with scripts/bump-spec.")
                        .formatted(file.getFileName(), sum, stated));
            }
        } catch (IOException e) {
            throw new SpecException("Cannot read the pinned document of " + version + ": " + e.getMessage() + ".", e);
        }
        return Documents.read(file);
    }

    /** The SHA-256 in hexadecimal digits. */
    public static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
