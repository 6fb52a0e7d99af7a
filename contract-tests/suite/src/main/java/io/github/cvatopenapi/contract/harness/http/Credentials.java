package io.github.cvatopenapi.contract.harness.http;

import io.github.cvatopenapi.spec.Operation;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a caller shows to be let in. Texts of it never tell the secret. */
public final class Credentials {

    private final String kind;
    private final Map<String, String> headers;
    private final Set<String> secrets;
    private final Credentials password;

    private Credentials(String kind, Map<String, String> headers, String... secrets) {
        this(kind, headers, Set.of(secrets), null);
    }

    private Credentials(String kind, Map<String, String> headers, Set<String> secrets, Credentials password) {
        this.kind = kind;
        this.headers = headers;
        this.secrets = secrets;
        this.password = password;
    }

    public static Credentials none() {
        return new Credentials("none", Map.of());
    }

    public static Credentials basic(String user, String password) {
        String pair = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        return new Credentials("basic", Map.of("Authorization", "Basic " + pair), password, pair);
    }

    /** A personal access token. */
    public static Credentials bearer(String token) {
        return new Credentials("bearer", Map.of("Authorization", "Bearer " + token), token);
    }

    /** A personal access token, and for what none may do the user and password of its account. */
    public static Credentials bearer(String token, Credentials password) {
        Credentials bearer = bearer(token);
        return new Credentials(bearer.kind, bearer.headers, bearer.secrets, password);
    }

    /** The key that login answers. */
    public static Credentials token(String key) {
        return new Credentials("token", Map.of("Authorization", "Token " + key), key);
    }

    /** The cookies of a session, which only read. */
    public static Credentials session(String sessionId, String csrfCookie) {
        return session(sessionId, csrfCookie, null, null);
    }

    /**
     * The cookies of a session with what unsafe methods need besides: the CSRF token and, by HTTPS, the page it comes
     * from.
     */
    public static Credentials session(String sessionId, String csrfCookie, String referer) {
        return session(sessionId, csrfCookie, csrfCookie, referer);
    }

    private static Credentials session(String sessionId, String csrfCookie, String csrfHeader, String referer) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Cookie", "sessionid=" + sessionId + "; csrftoken=" + csrfCookie);
        if (csrfHeader != null) {
            headers.put("X-CSRFToken", csrfHeader);
            headers.put("Referer", referer);
        }
        return new Credentials("session", headers, sessionId, csrfCookie);
    }

    /** An Authorization header that no server should accept. */
    public static Credentials wrong(String kind, String authorization) {
        return new Credentials("wrong " + kind, Map.of("Authorization", authorization));
    }

    /** {@code none}, {@code basic}, {@code bearer}, {@code token}, {@code session} or {@code wrong ...}. */
    public String kind() {
        return kind;
    }

    /** User and password, where they are known. */
    public Optional<Credentials> byPassword() {
        return kind.equals("basic") ? Optional.of(this) : Optional.ofNullable(password);
    }

    /** What is shown for a call of that method to where those operations are. */
    Credentials on(String method, List<Operation> operations) {
        return password != null && TokenLimits.refuses(method, operations) ? password : this;
    }

    Map<String, String> headers() {
        return headers;
    }

    /** The same for the generated jar. */
    io.github.cvatopenapi.client.Credentials forJar() {
        String shown = headers.getOrDefault("Authorization", "");
        String secret = shown.substring(shown.indexOf(' ') + 1);
        if (kind.equals("bearer")) {
            return io.github.cvatopenapi.client.Credentials.accessToken(secret);
        }
        if (kind.equals("basic")) {
            String[] pair = new String(Base64.getDecoder().decode(secret), StandardCharsets.UTF_8).split(":", 2);
            return io.github.cvatopenapi.client.Credentials.basic(pair[0], pair[1]);
        }
        throw new IllegalStateException("The jar calls by token or password, not by " + kind + ".");
    }

    Set<String> secrets() {
        return secrets;
    }

    @Override
    public String toString() {
        return kind;
    }
}
