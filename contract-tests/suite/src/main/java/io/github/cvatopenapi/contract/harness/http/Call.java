package io.github.cvatopenapi.contract.harness.http;

import io.github.cvatopenapi.spec.Operation;
import io.restassured.builder.MultiPartSpecBuilder;
import io.restassured.http.Header;
import io.restassured.http.Headers;
import io.restassured.specification.MultiPartSpecification;
import io.restassured.specification.RequestSpecification;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.http.client.methods.HttpUriRequest;

/** One call, put together step by step and sent by {@link #send} or {@link #expect}. Not safe for threads. */
public final class Call {

    /** What the suite accepts unless a call says otherwise. */
    public static final String CVAT_JSON = "application/vnd.cvat+json";

    private static final Pattern TEMPLATE = Pattern.compile("\\{[^}]+}");

    /** Methods that change nothing. */
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final Client client;
    private final Caller caller;
    private final Operation operation;
    private final String method;
    private String path;
    private final StringJoiner query = new StringJoiner("&");
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final List<MultiPartSpecification> parts = new ArrayList<>();
    private byte[] body;
    private String bodyText;
    private Object sent;
    private boolean throttlingWanted;
    private boolean meanwhile;
    private boolean beside;

    Call(Client client, Caller caller, Operation operation) {
        this(client, caller, operation.method(), operation.path(), operation);
    }

    Call(Client client, Caller caller, String method, String path) {
        this(client, caller, method, path, null);
    }

    private Call(Client client, Caller caller, String method, String path, Operation operation) {
        this.client = client;
        this.caller = caller;
        this.method = method;
        int question = path.indexOf('?');
        this.path = question < 0 ? path : path.substring(0, question);
        if (question >= 0) {
            query.add(path.substring(question + 1));
        }
        this.operation = operation != null ? operation : client.contract().find(method, this.path).orElse(null);
        headers.put("Accept", CVAT_JSON);
    }

    /** Fills the parameters of the path in their order; values are percent-encoded. */
    public Call path(Object... values) {
        for (Object value : values) {
            rawPath(encode(String.valueOf(value)));
        }
        return this;
    }

    /** Fills the next parameter of the path with a text that goes out as it is. */
    public Call rawPath(String encoded) {
        path = TEMPLATE.matcher(path).replaceFirst(Matcher.quoteReplacement(encoded));
        return this;
    }

    /** Adds a query parameter; the value is percent-encoded. */
    public Call query(String name, Object value) {
        return rawQuery(encode(name) + "=" + encode(String.valueOf(value)));
    }

    /** Adds to the query a text that goes out as it is. */
    public Call rawQuery(String encoded) {
        query.add(encoded);
        return this;
    }

    /** Sets a header, or takes it away where {@code value} is null. */
    public Call header(String name, String value) {
        if (value == null) {
            headers.remove(name);
        } else {
            headers.put(name, value);
        }
        return this;
    }

    /** What the client accepts, instead of {@link #CVAT_JSON}. */
    public Call accept(String mediaTypes) {
        return header("Accept", mediaTypes);
    }

    /** Within that organization, by header. */
    public Call inOrganization(String slug) {
        return header("X-Organization", slug);
    }

    /** A JSON body out of maps, lists and scalars; nulls are sent. */
    public Call json(Object tree) {
        sent = tree;
        return body("application/json", JsonTrees.write(tree));
    }

    /** A body as it is. */
    public Call body(String contentType, String text) {
        bodyText = text;
        body = text.getBytes(StandardCharsets.UTF_8);
        return header("Content-Type", contentType);
    }

    /** A body as it is. */
    public Call body(String contentType, byte[] bytes) {
        bodyText = "<" + bytes.length + " bytes>";
        body = bytes;
        return header("Content-Type", contentType);
    }

    /** A file of a multipart body. */
    public Call file(String name, String fileName, byte[] bytes, String mediaType) {
        parts.add(new MultiPartSpecBuilder(bytes).controlName(name).fileName(fileName)
                .mimeType(mediaType).build());
        return noteParts(name + "=@" + fileName);
    }

    /** A field of a multipart body. */
    public Call field(String name, Object value) {
        parts.add(new MultiPartSpecBuilder(String.valueOf(value)).controlName(name)
                .emptyFileName().charset("UTF-8").build());
        return noteParts(name + "=" + value);
    }

    /** A field of a multipart body that is JSON. */
    public Call jsonField(String name, Object tree) {
        String json = JsonTrees.write(tree);
        parts.add(new MultiPartSpecBuilder(json).controlName(name).emptyFileName().mimeType("application/json")
                .charset("UTF-8").build());
        return noteParts(name + "=" + json);
    }

    private Call noteParts(String part) {
        bodyText = bodyText == null ? "multipart: " + part : bodyText + " " + part;
        return this;
    }

    /** A 429 is an answer like any other, not a reason to wait and call again. */
    public Call throttlingWanted() {
        throttlingWanted = true;
        return this;
    }

    /**
     * It is made while something is removed from what it lists, and the check itself says what the body may lack: it is
     * not kept apart from removals and not held against the contract.
     */
    public Call meanwhile() {
        meanwhile = true;
        return this;
    }

    /** It is made by a protocol that the document does not describe, so that the answer is not held against it. */
    Call besideTheDocument() {
        beside = true;
        return this;
    }

    /** Sends it and asserts that the status is one of {@code statuses}. */
    public Answer expect(int... statuses) {
        return send().status(statuses);
    }

    /**
     * Sends it, waits and sends again where the server says Retry-After; what changes nothing also where it got lost on
     * the way.
     *
     * @throws Unreachable where no answer comes
     */
    public Answer send() {
        Matcher open = TEMPLATE.matcher(path);
        if (open.find()) {
            throw new IllegalStateException("No value for " + open.group() + " in " + path + ".");
        }
        return new CallSender(client, this).send();
    }

    /** Puts what was said of the call into a request. */
    void fill(RequestSpecification request) {
        request.headers(new Headers(Stream.of(headers, credentials().headers())
                .flatMap(each -> each.entrySet().stream()).map(each -> new Header(each.getKey(), each.getValue()))
                .toList()));
        if (body != null) {
            request.body(body);
        }
        parts.forEach(request::multiPart);
    }

    /** The request as it goes over the wire, or null where it has parts. */
    HttpUriRequest plain(String url) {
        return !parts.isEmpty() ? null
                : PlainRequest.of(method, url + target(), List.of(headers, credentials().headers()), body);
    }

    private Credentials credentials() {
        return caller.credentials().on(method, client.contract().find(path));
    }

    /** Path and query as they go over the wire. */
    public String target() {
        return query.length() == 0 ? path : path + "?" + query;
    }

    /** The JSON body as a tree, or null where there is none. */
    Object sent() {
        return sent;
    }

    /** The body as it was written, or null where there is none. */
    String bodyText() {
        return bodyText;
    }

    Map<String, String> headers() {
        return headers;
    }

    Operation operation() {
        return operation;
    }

    Caller caller() {
        return caller;
    }

    String method() {
        return method;
    }

    /** Whether it changes nothing, so that it can be made again. */
    boolean safe() {
        return safe(method);
    }

    /** Whether calls of that method change nothing. */
    public static boolean safe(String method) {
        return SAFE.contains(method);
    }

    /** Whether a 429 is an answer like any other. */
    boolean wantsThrottling() {
        return throttlingWanted;
    }

    /** Whether it need not be kept apart from what is removed meanwhile. */
    boolean wantsRemovals() {
        return meanwhile;
    }

    Exchange exchange(int status, Map<String, String> responseHeaders, String responseBody, long millis,
                      ContractVerdict verdict) {
        Map<String, String> sent = new LinkedHashMap<>(headers);
        Credentials credentials = credentials();
        sent.putAll(credentials.headers());
        if (!parts.isEmpty()) {
            sent.put("Content-Type", "multipart/form-data");
        }
        Redactor redactor = client.redactor();
        return new Exchange(operation, method, redactor.text(target()), caller.label(),
                redactor.headers(sent, credentials), Truncation.of(redactor.text(bodyText)), status,
                redactor.headers(responseHeaders, credentials), Truncation.of(redactor.text(responseBody)),
                millis, meanwhile || beside ? List.of() : verdict.violations(), verdict.pinned());
    }

    /** Whether the answer may have any media type because the client asked for something of its own. */
    boolean asksForOtherMedia() {
        return !CVAT_JSON.equals(headers.get("Accept"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
