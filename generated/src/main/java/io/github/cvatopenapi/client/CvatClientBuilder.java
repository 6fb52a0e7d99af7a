package io.github.cvatopenapi.client;

import java.net.Proxy;
import java.time.Duration;
import java.util.Objects;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;

/**
 * Settings of a {@link CvatClient}. Only the base URL is required. Not safe for use by several threads; the client it
 * builds is.
 */
public final class CvatClientBuilder {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration TRANSFER_TIMEOUT = Duration.ofSeconds(60);

    HttpUrl base;
    Credentials credentials = Credentials.none();
    OrganizationContext organization = OrganizationContext.ANY;
    ServerVersionCheck versionCheck = ServerVersionCheck.WARN;
    String userAgent = "cvat-client-java/" + ApiVersion.client();
    RetryPolicy retries = RetryPolicy.DEFAULT;
    Time time = Time.SYSTEM;
    boolean ownHttp = true;

    private OkHttpClient.Builder http = new OkHttpClient.Builder()
            .connectTimeout(CONNECT_TIMEOUT).readTimeout(TRANSFER_TIMEOUT).writeTimeout(TRANSFER_TIMEOUT);

    CvatClientBuilder() {
    }

    /**
     * The server's address, without {@code /api}, such as {@code https://app.cvat.ai}. A path before {@code /api} is
     * kept.
     *
     * @param url an http or https address
     * @return this
     * @throws IllegalArgumentException if it is no such address, ends in {@code /api}, or holds a user or a query
     */
    public CvatClientBuilder baseUrl(String url) {
        HttpUrl parsed = HttpUrl.parse(Objects.requireNonNull(url, "url"));
        if (parsed == null) {
            throw new IllegalArgumentException(
                    "the base URL is no http or https address: it must look like https://cvat.example.com");
        }
        if (!parsed.username().isEmpty() || !parsed.password().isEmpty()) {
            throw new IllegalArgumentException("the base URL holds a user or password: give them as credentials");
        }
        if (parsed.query() != null || parsed.fragment() != null) {
            throw new IllegalArgumentException("the base URL " + parsed + " holds a query or fragment: leave it out");
        }
        String path = parsed.encodedPath().endsWith("/") ? parsed.encodedPath() : parsed.encodedPath() + "/";
        if (path.endsWith("/api/")) {
            throw new IllegalArgumentException("the base URL " + parsed + " ends in /api: leave that out");
        }
        this.base = parsed.newBuilder().encodedPath(path).build();
        return this;
    }

    /**
     * Who calls. Without this call: nobody, which only a few operations allow.
     *
     * @param credentials the credentials
     * @return this
     */
    public CvatClientBuilder credentials(Credentials credentials) {
        this.credentials = Objects.requireNonNull(credentials, "credentials");
        return this;
    }

    /**
     * The organization in which all calls work, by its slug. Without one of the three organization settings calls see
     * everything that is visible to the user. A call that names an organization itself overrides this.
     *
     * @param slug the organization's short name
     * @return this
     * @throws IllegalArgumentException if it cannot be a slug
     */
    public CvatClientBuilder organization(String slug) {
        this.organization = OrganizationContext.slug(slug);
        return this;
    }

    /**
     * The organization in which all calls work, by its id.
     *
     * @param id the organization's id
     * @return this
     */
    public CvatClientBuilder organization(long id) {
        this.organization = OrganizationContext.id(id);
        return this;
    }

    /**
     * Makes all calls work in the user's personal space: on what belongs to no organization.
     *
     * @return this
     */
    public CvatClientBuilder personalSpace() {
        this.organization = OrganizationContext.PERSONAL;
        return this;
    }

    /**
     * The time to connect, 10 seconds if not set.
     *
     * @param timeout the time; zero means without end
     * @return this
     * @throws IllegalArgumentException if it is negative, less than a millisecond, or more than 24 days
     */
    public CvatClientBuilder connectTimeout(Duration timeout) {
        http.connectTimeout(Timeouts.checked("connectTimeout", timeout));
        return this;
    }

    /**
     * The longest time between two bytes of an answer, 60 seconds if not set. Calls are not made again after it.
     *
     * @param timeout the time; zero means without end
     * @return this
     * @throws IllegalArgumentException if it is negative, less than a millisecond, or more than 24 days
     */
    public CvatClientBuilder readTimeout(Duration timeout) {
        http.readTimeout(Timeouts.checked("readTimeout", timeout));
        return this;
    }

    /**
     * The longest time between two bytes of a request, 60 seconds if not set.
     *
     * @param timeout the time; zero means without end
     * @return this
     * @throws IllegalArgumentException if it is negative, less than a millisecond, or more than 24 days
     */
    public CvatClientBuilder writeTimeout(Duration timeout) {
        http.writeTimeout(Timeouts.checked("writeTimeout", timeout));
        return this;
    }

    /**
     * The longest time for a whole call, its body and the pauses before it is made again included; without end if not
     * set. Bounds uploads and downloads too, each piece and each attempt for itself. A pause that would be longer is
     * not begun: the call fails at once with what the server said.
     *
     * @param timeout the time; zero means without end
     * @return this
     * @throws IllegalArgumentException if it is negative, less than a millisecond, or more than 24 days
     */
    public CvatClientBuilder callTimeout(Duration timeout) {
        http.callTimeout(Timeouts.checked("callTimeout", timeout));
        return this;
    }

    /**
     * How safe and idempotent calls (GET, HEAD, PUT, DELETE) are made again after a broken connection or the statuses
     * 429, 502, 503 and 504: 3 times, and not if the server asks to wait more than 60 seconds, if not set. Other calls
     * are never made again.
     *
     * @param most how often after the first attempt; 0 for never
     * @param longestWait the longest pause between two attempts that the server may ask for by Retry-After
     * @return this
     * @throws IllegalArgumentException if one is negative
     */
    public CvatClientBuilder retries(int most, Duration longestWait) {
        if (most < 0 || longestWait.isNegative()) {
            throw new IllegalArgumentException("retries and their longest wait must not be negative");
        }
        this.retries = new RetryPolicy(most, longestWait);
        return this;
    }

    /**
     * The proxy to go through. Without this call: that of the system's settings.
     *
     * @param proxy the proxy; {@link Proxy#NO_PROXY} for none
     * @return this
     */
    public CvatClientBuilder proxy(Proxy proxy) {
        http.proxy(Objects.requireNonNull(proxy, "proxy"));
        return this;
    }

    /**
     * How https connections are made and which certificates are trusted. Without this call: as the Java platform does.
     *
     * @param factory makes the sockets
     * @param trust decides which certificates to trust; the one that the factory was made with
     * @return this
     */
    public CvatClientBuilder tls(SSLSocketFactory factory, X509TrustManager trust) {
        http.sslSocketFactory(factory, trust);
        return this;
    }

    /**
     * A client of your own to build on: its timeouts, proxy, TLS, interceptors, dispatcher and connections are used,
     * and closing the CVAT client leaves it open. Call this before the settings it should be changed by.
     *
     * @param client your client
     * @return this
     */
    public CvatClientBuilder okHttpClient(OkHttpClient client) {
        this.http = client.newBuilder();
        this.ownHttp = false;
        return this;
    }

    /**
     * The header User-Agent; {@code cvat-client-java/} and the version if not set.
     *
     * @param userAgent the header's value
     * @return this
     */
    public CvatClientBuilder userAgent(String userAgent) {
        this.userAgent = Objects.requireNonNull(userAgent, "userAgent");
        return this;
    }

    /**
     * What to do about a server of another version; {@link ServerVersionCheck#WARN} if not set. The check is one
     * anonymous call before the client's first.
     *
     * @param check what to do
     * @return this
     */
    public CvatClientBuilder serverVersionCheck(ServerVersionCheck check) {
        this.versionCheck = Objects.requireNonNull(check, "check");
        return this;
    }

    CvatClientBuilder time(Time time) {
        this.time = time;
        return this;
    }

    /**
     * Builds the client. Calls nothing: a wrong address or password shows at the first call.
     *
     * @return a client, to be closed after use
     * @throws IllegalStateException if the base URL is missing
     */
    public CvatClient build() {
        if (base == null) {
            throw new IllegalStateException("no base URL: call baseUrl first");
        }
        // Its own silent retries would also repeat calls that are not idempotent; RetryInterceptor does it instead.
        return new CvatClient(new Core(this, http.retryOnConnectionFailure(false).build()), organization);
    }
}
