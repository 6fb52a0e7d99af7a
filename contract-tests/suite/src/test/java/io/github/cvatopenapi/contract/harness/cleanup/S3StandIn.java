package io.github.cvatopenapi.contract.harness.cleanup;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/** One bucket behind as much of S3 as is needed; calls that are not signed by its key are refused. */
final class S3StandIn implements AutoCloseable {

    static final String KEY = "AKIASTANDIN";
    static final String SECRET = "never-to-be-seen";
    static final String BUCKET = "mine";
    private static final int PAGE = 2;
    private static final String SIGNATURE = "AWS4-HMAC-SHA256 Credential=" + KEY
            + "/\\d{8}/eu-north-1/s3/aws4_request, ?SignedHeaders=[a-z0-9;-]*host[a-z0-9;-]*, ?Signature=[0-9a-f]{64}";

    /** Every object by its key. */
    final Map<String, byte[]> objects = new TreeMap<>();
    /** What was asked for, such as {@code DELETE a/b.zip}. */
    final ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();
    /** Methods that are refused. */
    final TreeSet<String> refused = new TreeSet<>();
    /** Where every call is sent on to; null to answer it. */
    URI elsewhere;
    /** Whether a prefix is not looked at. */
    boolean careless;

    private final HttpServer server;

    S3StandIn() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private synchronized void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().replaceFirst("^/" + BUCKET + "/?", "");
        byte[] body = exchange.getRequestBody().readAllBytes();
        asked.add(exchange.getRequestMethod() + " " + path);
        String authorization = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        if (elsewhere != null) {
            exchange.getResponseHeaders().add("Location", elsewhere.toString());
            answer(exchange, 307, "");
        } else if (!authorization.matches(SIGNATURE) || refused.contains(exchange.getRequestMethod())) {
            answer(exchange, 403, "<Error><Code>AccessDenied</Code><AWSAccessKeyId>" + KEY
                    + "</AWSAccessKeyId></Error>");
        } else {
            switch (exchange.getRequestMethod()) {
                case "GET" -> answer(exchange, 200, page(query(exchange.getRequestURI().getRawQuery())));
                case "PUT" -> {
                    objects.put(path, body);
                    answer(exchange, 200, "");
                }
                default -> {
                    objects.remove(path);
                    answer(exchange, 204, "");
                }
            }
        }
    }

    private String page(Map<String, String> query) {
        List<String> keys = objects.keySet().stream()
                .filter(key -> careless || key.startsWith(query.get("prefix"))).toList();
        int from = Integer.parseInt(query.getOrDefault("continuation-token", "0"));
        int to = Math.min(keys.size(), from + PAGE);
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><IsTruncated>"
                + (to < keys.size()) + "</IsTruncated><EncodingType>url</EncodingType>"
                + keys.subList(from, to).stream().map(key -> "<Contents><Key>"
                        + URLEncoder.encode(key, StandardCharsets.UTF_8) + "</Key><Size>1</Size></Contents>")
                .collect(Collectors.joining())
                + (to < keys.size() ? "<NextContinuationToken>" + to + "</NextContinuationToken>" : "")
                + "</ListBucketResult>";
    }

    private static Map<String, String> query(String raw) {
        return Arrays.stream(raw.split("&")).map(each -> each.split("=", 2)).collect(Collectors.toMap(
                pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }
}
