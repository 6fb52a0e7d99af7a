package io.github.cvatopenapi.client.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * As much of a server as one import by TUS and one export need; swallows the upload, and makes up the download as it
 * goes.
 */
final class BigFileServer implements AutoCloseable {

    private static final String ID = "action=x";
    private static final int BUFFER = 64 * 1024;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicLong received = new AtomicLong();
    private final long size;

    BigFileServer(long size) throws IOException {
        this.size = size;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    String url() {
        return "http://" + server.getAddress().getAddress().getHostAddress() + ":" + server.getAddress().getPort();
    }

    long received() {
        return received.get();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            var request = exchange.getRequestHeaders();
            if (exchange.getRequestMethod().equals("PATCH")) {
                append(exchange);
            } else if (request.containsKey("Upload-Length")) {
                exchange.getResponseHeaders().add("Location", path + "upload");
                exchange.sendResponseHeaders(201, -1);
            } else if (path.startsWith("/api/requests/")) {
                json(exchange, 200, "{\"id\": \"" + ID + "\", \"status\": \"finished\", \"result_url\": \"" + url()
                        + "/file\"}");
            } else if (path.equals("/file")) {
                send(exchange);
            } else {
                json(exchange, 202, "{\"rq_id\": \"" + ID + "\"}");
            }
        }
    }

    private void append(HttpExchange exchange) throws IOException {
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = exchange.getRequestBody()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                received.addAndGet(read);
            }
        }
        exchange.getResponseHeaders().add("Upload-Offset", Long.toString(received.get()));
        exchange.sendResponseHeaders(204, -1);
    }

    private void send(HttpExchange exchange) throws IOException {
        byte[] buffer = new byte[BUFFER];
        exchange.getResponseHeaders().add("Content-Type", "application/zip");
        exchange.sendResponseHeaders(200, size);
        try (OutputStream out = exchange.getResponseBody()) {
            for (long left = size; left > 0; left -= Math.min(left, BUFFER)) {
                out.write(buffer, 0, (int) Math.min(left, BUFFER));
            }
        }
    }

    private static void json(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/vnd.cvat+json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }
}
