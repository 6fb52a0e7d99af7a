package io.github.cvatopenapi.client;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Who calls. Immutable; never shows a secret in {@link #toString}. Sent only to the server of the client's base URL,
 * never along a redirect to another one.
 */
public final class Credentials {

    enum Kind { NONE, ACCESS_TOKEN, TOKEN_KEY, BASIC, LOGIN }

    private static final String TOKEN_VARIABLE = "CVAT_ACCESS_TOKEN";
    private static final String USER_VARIABLE = "CVAT_USER";
    private static final String PASSWORD_VARIABLE = "CVAT_PASSWORD";

    private final Kind kind;
    private final String user;
    private final String secret;

    private Credentials(Kind kind, String user, String secret) {
        this.kind = kind;
        this.user = user;
        this.secret = secret;
    }

    /**
     * No credentials: for the few operations that are open to everyone.
     *
     * @return credentials that add nothing to a call
     */
    public static Credentials none() {
        return new Credentials(Kind.NONE, "", "");
    }

    /**
     * A personal access token, sent as {@code Authorization: Bearer}. The way to prefer: it can be read-only, can
     * expire, and can be revoked alone. A token cannot manage tokens (403).
     *
     * @param token the token's value; space around it is dropped
     * @return the credentials
     * @throws IllegalArgumentException if the token is empty or holds a character that no token has
     */
    public static Credentials accessToken(String token) {
        return new Credentials(Kind.ACCESS_TOKEN, "", checked("access token", token));
    }

    /**
     * A token key, as the login operation gives it, sent as {@code Authorization: Token}. Valid until its user logs out
     * anywhere.
     *
     * @param key the key; space around it is dropped
     * @return the credentials
     * @throws IllegalArgumentException if the key is empty or holds a character that no key has
     */
    public static Credentials tokenKey(String key) {
        return new Credentials(Kind.TOKEN_KEY, "", checked("token key", key));
    }

    /**
     * User name and password sent with every call (HTTP Basic). Leaves nothing behind on the server.
     *
     * @param user the user name; must not be null
     * @param password the password; must not be null
     * @return the credentials
     */
    public static Credentials basic(String user, String password) {
        return new Credentials(
                Kind.BASIC, Objects.requireNonNull(user, "user"), Objects.requireNonNull(password, "password"));
    }

    /**
     * User name and password for a session: logged in before the first call and again when the server has ended the
     * session, logged out when the client is closed.
     *
     * <p>Logging out removes the user's token key too, on this server: other programs that use the key are then out.
     *
     * @param user the user name; must not be null
     * @param password the password; must not be null
     * @return the credentials
     */
    public static Credentials login(String user, String password) {
        return new Credentials(
                Kind.LOGIN, Objects.requireNonNull(user, "user"), Objects.requireNonNull(password, "password"));
    }

    /**
     * The credentials of the environment: the personal access token in {@code CVAT_ACCESS_TOKEN}, else
     * {@code CVAT_USER} and {@code CVAT_PASSWORD}, used as {@link #basic}.
     *
     * @return the credentials
     * @throws IllegalStateException if the environment holds neither
     */
    public static Credentials fromEnvironment() {
        return from(System.getenv());
    }

    static Credentials from(Map<String, String> environment) {
        String token = environment.getOrDefault(TOKEN_VARIABLE, "");
        if (!token.isBlank()) {
            return accessToken(token);
        }
        String user = environment.getOrDefault(USER_VARIABLE, "");
        String password = environment.getOrDefault(PASSWORD_VARIABLE, "");
        if (user.isEmpty() || password.isEmpty()) {
            throw new IllegalStateException("no credentials: set " + TOKEN_VARIABLE + ", or " + USER_VARIABLE + " and "
                    + PASSWORD_VARIABLE);
        }
        return basic(user, password);
    }

    private static String checked(String what, String value) {
        String text = Objects.requireNonNull(value, what).strip();
        if (text.isEmpty() || !text.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new IllegalArgumentException("the " + what + " is empty or holds characters that none has");
        }
        return text;
    }

    Kind kind() {
        return kind;
    }

    String user() {
        return user;
    }

    String password() {
        return secret;
    }

    /** The header Authorization of the kinds that are one. */
    String header() {
        return switch (kind) {
            case ACCESS_TOKEN -> "Bearer " + secret;
            case TOKEN_KEY -> "Token " + secret;
            case BASIC -> okhttp3.Credentials.basic(user, secret, StandardCharsets.UTF_8);
            case NONE, LOGIN -> throw new IllegalStateException(kind + " is no header");
        };
    }

    /** What must never be shown. */
    List<String> secrets() {
        return switch (kind) {
            case NONE -> List.of();
            case ACCESS_TOKEN, TOKEN_KEY, LOGIN -> List.of(secret);
            case BASIC -> List.of(secret, header().substring("Basic ".length()));
        };
    }

    @Override
    public String toString() {
        String who = user.isEmpty() ? "" : " of " + user;
        return "Credentials[" + kind.name().toLowerCase(Locale.ROOT) + who + "]";
    }
}
