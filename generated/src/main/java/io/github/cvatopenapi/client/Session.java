package io.github.cvatopenapi.client;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import okhttp3.Cookie;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.Response;

/**
 * A login session: two cookies, and on unsafe methods the CSRF token that must equal one of them. Opened anew when the
 * server has ended it.
 */
final class Session implements Authorization {

    /** How often a waiting thread looks whether its call was given up. */
    private static final Duration LOOK = Duration.ofMillis(20);

    private static final System.Logger LOG = System.getLogger(CvatClient.class.getName());
    private static final String SESSION = "sessionid";
    private static final String CSRF = "csrftoken";
    private static final Set<String> UNSAFE = Set.of("POST", "PUT", "PATCH", "DELETE");

    /** Logging in and out, as the generated operations do it without credentials of their own. */
    interface Door {
        /** Logs in, within the bounds, and hands the raw answer to {@link Session#learn}. */
        void login(Session session, Bounds bounds) throws IOException;

        /** Logs out with what {@link Session#sign} adds, soon or not at all. */
        void logout(Session session) throws IOException;
    }

    private final HttpUrl base;
    private final Door door;
    private final Map<String, String> cookies = new ConcurrentHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private boolean entered;
    private volatile boolean closed;

    Session(HttpUrl base, Door door) {
        this.base = base;
        this.door = door;
    }

    @Override
    public void prepare(Bounds bounds) throws IOException {
        lock(bounds);
        try {
            enter(bounds);
        } finally {
            lock.unlock();
        }
    }

    private void enter(Bounds bounds) throws IOException {
        if (closed) {
            throw new IOException("the client was closed");
        }
        if (!entered) {
            door.login(this, bounds);
            if (!cookies.containsKey(SESSION)) {
                throw new IOException("the server took the login but opened no session");
            }
            entered = true;
        }
    }

    /** Waits while another thread logs in, but not when the call that needs the session was given up meanwhile. */
    private void lock(Bounds bounds) throws IOException {
        try {
            do {
                if (bounds.cancelled()) {
                    throw new IOException("Canceled");
                }
            } while (!lock.tryLock(LOOK.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for the login");
        }
    }

    @Override
    public Request sign(Request request) {
        if (cookies.isEmpty()) {
            return request;
        }
        Request.Builder signed = request.newBuilder();
        String ours = cookies.entrySet().stream().map(c -> c.getKey() + "=" + c.getValue())
                .collect(Collectors.joining("; "));
        String theirs = request.header("Cookie");
        signed.header("Cookie", theirs == null ? ours : theirs + "; " + ours);
        String token = cookies.get(CSRF);
        if (token != null && UNSAFE.contains(request.method())) {
            // Over https the server also wants to see that the call comes from its own pages.
            signed.header("X-CSRFToken", token).header("Referer", base.toString());
        }
        return signed.build();
    }

    @Override
    public void learn(Response response) {
        for (Cookie cookie : Cookie.parseAll(response.request().url(), response.headers())) {
            if (cookie.name().equals(SESSION) || cookie.name().equals(CSRF)) {
                if (cookie.value().isEmpty() || cookie.expiresAt() <= System.currentTimeMillis()) {
                    cookies.remove(cookie.name());
                } else {
                    cookies.put(cookie.name(), cookie.value());
                }
            }
        }
    }

    @Override
    public boolean renew(Request refused, Bounds bounds) throws IOException {
        lock(bounds);
        try {
            return entered && renewed(refused, bounds);
        } finally {
            lock.unlock();
        }
    }

    private boolean renewed(Request refused, Bounds bounds) throws IOException {
        String current = SESSION + "=" + cookies.get(SESSION);
        if (!cookies.containsKey(SESSION) || String.valueOf(refused.header("Cookie")).contains(current)) {
            // Otherwise another thread was here first.
            entered = false;
            cookies.clear();
            enter(bounds);
        }
        return true;
    }

    @Override
    public void close() {
        closed = true;
        Cleanup.run(() -> {
            try {
                if (lock.tryLock(Cleanup.LONGEST.toMillis(), TimeUnit.MILLISECONDS)) {
                    leave();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                if (lock.isHeldByCurrentThread()) {
                    lock.unlock();
                }
            }
        });
    }

    private void leave() {
        if (!entered) {
            return;
        }
        entered = false;
        try {
            door.logout(this);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the session could not be logged out; the server ends it by itself: {0}",
                    e.getMessage());
        }
        cookies.clear();
    }
}
