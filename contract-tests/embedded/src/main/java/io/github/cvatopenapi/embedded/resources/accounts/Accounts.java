package io.github.cvatopenapi.embedded.resources.accounts;

import io.github.cvatopenapi.embedded.engine.Authenticator;
import io.github.cvatopenapi.embedded.engine.Caller;
import io.github.cvatopenapi.embedded.engine.Fault;
import io.github.cvatopenapi.embedded.store.AccessToken;
import io.github.cvatopenapi.embedded.store.Secrets;
import io.github.cvatopenapi.embedded.store.Store;
import io.github.cvatopenapi.embedded.store.User;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Users and the four ways in which they say who they are: Basic, Token, Bearer, session cookie. */
public final class Accounts implements Authenticator {

    public static final String SESSION_COOKIE = "sessionid";

    private final Store store;

    public Accounts(Store store) {
        this.store = store;
    }

    /** Adds a user; to be called under the write lock. */
    public User add(String username, String email, String password) {
        User user = new User();
        user.username = username;
        user.email = email;
        user.passwordHash = Secrets.hash(password);
        user.key = Secrets.hex(40);
        return store.users.add(user);
    }

    @Override
    public Caller authenticate(String authorization, Map<String, String> cookies) {
        String scheme = authorization == null ? "" : authorization.strip().split("\\s+")[0].toLowerCase(Locale.ROOT);
        String credentials = authorization == null ? "" : authorization.strip().substring(scheme.length()).strip();
        return switch (scheme) {
            case "token" -> token(credentials);
            case "bearer" -> bearer(credentials);
            case "basic" -> basic(credentials);
            default -> session(cookies.get(SESSION_COOKIE));
        };
    }

    private Caller token(String key) {
        if (key.isEmpty()) {
            throw Fault.detail(401, "Invalid token header. No credentials provided.");
        }
        User user = store.users.all().stream().filter(each -> key.equals(each.key)).findFirst().orElse(null);
        if (user == null) {
            throw Fault.detail(401, "Invalid token.");
        }
        return new Caller(active(user), Caller.Way.TOKEN, null, null);
    }

    private Caller bearer(String value) {
        List<AccessToken> found = store.tokenByHash.get(Secrets.digest(value));
        AccessToken token = found.isEmpty() ? null : found.get(0);
        if (token == null || !token.owner.active || token.expires != null && token.expires.isBefore(Instant.now())) {
            throw Fault.detail(401, "Invalid token.");
        }
        token.lastUsed = Instant.now().truncatedTo(ChronoUnit.MICROS);
        return new Caller(token.owner, Caller.Way.BEARER, token, null);
    }

    private Caller basic(String credentials) {
        String text;
        try {
            text = new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Fault.detail(401, "Invalid basic header. Credentials not correctly base64 encoded.");
        }
        int colon = text.indexOf(':');
        User user = colon < 0 ? null : find(text.substring(0, colon), text.substring(colon + 1));
        if (user == null) {
            throw Fault.detail(401, "Invalid username/password.");
        }
        return new Caller(user, Caller.Way.BASIC, null, null);
    }

    private Caller session(String id) {
        User user = id == null ? null : store.sessions.get(id);
        return user == null || !user.active ? Caller.NOBODY : new Caller(user, Caller.Way.SESSION, null, id);
    }

    /** The active user of that name and password, or null. */
    public User find(String username, String password) {
        User user = store.userNamed(username);
        return user != null && user.active && Secrets.matches(password, user.passwordHash) ? user : null;
    }

    private static User active(User user) {
        if (!user.active) {
            throw Fault.detail(401, "User inactive or deleted.");
        }
        return user;
    }
}
