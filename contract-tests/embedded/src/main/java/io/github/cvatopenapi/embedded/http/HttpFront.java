package io.github.cvatopenapi.embedded.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.cvatopenapi.embedded.Interceptor;
import io.github.cvatopenapi.embedded.engine.Authenticator;
import io.github.cvatopenapi.embedded.engine.BodyRules;
import io.github.cvatopenapi.embedded.engine.Fault;
import io.github.cvatopenapi.embedded.engine.Operations;
import io.github.cvatopenapi.embedded.engine.Query;
import io.github.cvatopenapi.embedded.store.Store;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** The HTTP server of an instance. */
public final class HttpFront implements AutoCloseable {

    static {
        // Answers are small: waiting to fill packets costs 40 ms a call.
        // Read once by the server of the JDK, before its first use.
        System.getProperties().putIfAbsent("sun.net.httpserver.nodelay", "true");
    }

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");
    private static final int THREADS = 32;
    private static final int BACKLOG = 256;
    private static final int CLOSING_SECONDS = 5;

    /**
     * How the front behaves.
     *
     * @param address     to listen on; port 0 for a free one
     * @param directory   for temporary files
     * @param throttled   whether calls without credentials are limited
     * @param delay       added to every call
     * @param hashTime    added for every password that is checked or set
     * @param interceptor null for none
     */
    public record Settings(InetSocketAddress address, Path directory, boolean throttled, Duration delay,
            Duration hashTime, Interceptor interceptor) {
    }

    private final Settings settings;
    private final Dispatcher dispatcher;
    private final HttpServer server;
    private final ExecutorService threads;

    /** Listens at once; throws {@link IOException} when the address is taken. */
    public HttpFront(Settings settings, Operations operations, Store store, Authenticator authenticator,
            BodyRules rules) throws IOException {
        this.settings = settings;
        this.dispatcher = new Dispatcher(operations, store, authenticator, rules,
                settings.throttled() ? new Throttle(System::nanoTime) : null,
                new PasswordCost(operations.contract(), settings.hashTime(), HttpFront::pause));
        this.server = HttpServer.create(settings.address(), BACKLOG);
        AtomicInteger count = new AtomicInteger();
        this.threads = Executors.newFixedThreadPool(THREADS, task -> {
            Thread thread = new Thread(task, "cvat-http-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return server.getAddress();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        try {
            threads.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS); // they may still write temporary files
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange; TemporaryFiles scratch = new TemporaryFiles(settings.directory())) {
            pause(settings.delay());
            RenderedResponse response;
            try {
                response = respond(exchange, scratch);
            } catch (Fault fault) {
                response = dispatcher.render(null, fault.answer());
            } catch (IOException e) {
                return; // the client went away
            } catch (RuntimeException | StackOverflowError e) {
                // Ours to mend, hence on the log of the process; the client learns nothing of it.
                System.getLogger(HttpFront.class.getName()).log(System.Logger.Level.ERROR, "A call failed.", e);
                response = dispatcher.render(null, Pages.error(500, "Server Error", "The instance failed."));
            }
            send(exchange, response);
        }
    }

    private static void pause(Duration time) {
        if (!time.isZero()) {
            try {
                Thread.sleep(time.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private RenderedResponse respond(HttpExchange exchange, TemporaryFiles scratch) throws IOException {
        Map<String, List<String>> headers = new HashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
        RawRequest.Content content = Contents.read(exchange.getRequestBody(), headers, scratch);
        String path = exchange.getRequestURI().getRawPath();
        String query = exchange.getRequestURI().getRawQuery();
        String address = exchange.getRemoteAddress().getAddress().getHostAddress();
        if (settings.interceptor() == null) {
            return dispatcher.dispatch(
                    new RawRequest(exchange.getRequestMethod(), path, Query.of(query), headers, content, address),
                    scratch);
        }
        Interceptor.Request request = new Interceptor.Request(exchange.getRequestMethod(),
                path, query, headers, Contents.bytes(content));
        Interceptor.Response response = settings.interceptor().intercept(request, changed -> {
            RawRequest wire = new RawRequest(changed.method(), changed.path(), Query.of(changed.query()),
                    changed.headers(), new RawRequest.Content(changed.body(), null, changed.body().length), address);
            RenderedResponse rendered = dispatcher.dispatch(wire, scratch);
            return new Interceptor.Response(rendered.status(), rendered.headers(), Contents.bytes(rendered));
        });
        return new RenderedResponse(response.status(), response.headers(), response.body(), null);
    }

    /** What callers send may come back in a header, where a line break would end it. */
    private static String oneLine(String value) {
        return CONTROL.matcher(value).replaceAll(" ");
    }

    private static void send(HttpExchange exchange, RenderedResponse response) throws IOException {
        response.headers().forEach((name, values) -> exchange.getResponseHeaders().put(name,
                values.stream().map(HttpFront::oneLine).toList()));
        byte[] body = response.body();
        String encodings = exchange.getRequestHeaders().getFirst("Accept-Encoding");
        if (response.file() == null && body.length >= Renderer.COMPRESSIBLE
                && encodings != null && encodings.contains("gzip")) {
            byte[] smaller = Compression.gzip(body);
            if (smaller != null) {
                body = smaller;
                exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            }
        }
        long length = response.file() == null ? body.length : Files.size(response.file());
        if (exchange.getRequestMethod().equals("HEAD")) {
            if (response.status() != 204) {
                exchange.getResponseHeaders().set("Content-Length", String.valueOf(length));
            }
            exchange.sendResponseHeaders(response.status(), -1);
        } else if (length == 0) {
            exchange.sendResponseHeaders(response.status(), -1);
        } else {
            exchange.sendResponseHeaders(response.status(), length);
            try (OutputStream out = exchange.getResponseBody()) {
                if (response.file() == null) {
                    out.write(body);
                } else {
                    Files.copy(response.file(), out);
                }
            }
        }
    }
}
