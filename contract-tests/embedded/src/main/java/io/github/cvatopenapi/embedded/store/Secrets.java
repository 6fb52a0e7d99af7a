package io.github.cvatopenapi.embedded.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Random keys, and hashes of secrets. Fast hashes will do: nothing outlives the instance. */
public final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private Secrets() {
    }

    /** Hexadecimal text of that many characters. */
    public static String hex(int characters) {
        byte[] bytes = new byte[(characters + 1) / 2];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes).substring(0, characters);
    }

    /** Letters and digits. */
    public static String letters(int characters) {
        StringBuilder text = new StringBuilder(characters);
        for (int i = 0; i < characters; i++) {
            text.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    /** A salted hash. */
    public static String hash(String secret) {
        String salt = hex(16);
        return salt + ":" + digest(salt + secret);
    }

    public static boolean matches(String secret, String hash) {
        int colon = hash.indexOf(':');
        return colon > 0 && MessageDigest.isEqual(
                digest(hash.substring(0, colon) + secret).getBytes(StandardCharsets.US_ASCII),
                hash.substring(colon + 1).getBytes(StandardCharsets.US_ASCII));
    }

    /** An unsalted hash, for looking up random values by it. */
    public static String digest(String value) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
