package io.github.cvatopenapi.contract.harness.http;

import io.github.cvatopenapi.spec.Operation;
import io.restassured.builder.MultiPartSpecBuilder;
import io.restassured.filter.FilterContext;
import io.restassured.filter.time.TimingFilter;
import io.restassured.http.Header;
import io.restassured.http.Headers;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import io.restassured.specification.MultiPartSpecification;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
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

/** One call, put together step by step and sent by {@link #send} or {@link #expect}. Not safe for threads. */
public final class Call {

    /** What the suite accepts unless a call says otherwise. */
    public static final String CVAT_JSON = "application/vnd.cvat+json";

    private static final Pattern TEMPLATE = Pattern.compile("\\{[^}]+}");
    private static final int TOO_MANY_REQUESTS = 429;
    /**
     * Calls without credentials are counted by the minute, and others behind the same address may take what comes free.
     */
    private static final long LONGEST_BACKOFF_NANOS = 150_000_000_000L;
    private static final long SHORTEST_BACKOFF_MILLIS = 200;

    /** Methods that change nothing, so that a call can be made again. */
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final int MOST_FAILURES = 2;
    private static final long AFTER_FAILURE_MILLIS = 300;

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

    private Call noteParts(String part) {
        bodyText = bodyText == null ? "multipart: " + part : bodyText + " " + part;
        return this;
    }

    /** A 429 is an answer like any other, not a reason to wait and call again. */
    public Call throttlingWanted() {
        throttlingWanted = true;
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
        long deadline = System.nanoTime() + LONGEST_BACKOFF_NANOS;
        int failures = 0;
        try {
            while (true) {
                Answer answer;
                try {
                    answer = once();
                } catch (Unreachable e) {
                    if (!e.broken() || !again(++failures)) {
                        throw e;
                    }
                    continue;
                }
                if (answer.exchange().byGateway() && again(++failures)) {
                    continue;
                }
                long wait = answer.retryAfterMillis();
                if (answer.status() != TOO_MANY_REQUESTS || throttlingWanted || wait < 0
                        || System.nanoTime() + wait * 1_000_000 > deadline) {
                    return answer;
                }
                Thread.sleep(Math.max(wait, SHORTEST_BACKOFF_MILLIS));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreachable("Interrupted while calling " + method + " " + path + ".", e);
        }
    }

    /** Waits a little where the call may be made again. */
    private boolean again(int failures) throws InterruptedException {
        boolean again = SAFE.contains(method) && failures <= MOST_FAILURES;
        if (again) {
            Thread.sleep(AFTER_FAILURE_MILLIS * failures);
        }
        return again;
    }

    private Answer once() throws InterruptedException {
        client.listener().sending(method, target(), operation, caller);
        boolean anonymous = caller.credentials().kind().equals("none");
        if (anonymous && !throttlingWanted) {
            client.pacer().await();
        }
        RequestSpecification request = client.transport().request();
        request.headers(new Headers(Stream.of(headers, caller.credentials().headers())
                .flatMap(each -> each.entrySet().stream()).map(each -> new Header(each.getKey(), each.getValue()))
                .toList()));
        if (body != null) {
            request.body(body);
        }
        parts.forEach(request::multiPart);
        Recorder recorder = new Recorder();
        request.filter(recorder);
        try {
            request.request(method, target());
        } catch (Exception e) {
            // REST Assured throws the client's checked exceptions undeclared
            if (e instanceof IOException) {
                client.listener().unanswered(method);
                throw new Unreachable("No answer to " + method + " " + target() + ": "
                        + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage()) + ".", e);
            }
            throw e;
        }
        if (anonymous && recorder.answer.status() != 401) {
            client.pacer().count();
        }
        return recorder.answer;
    }

    /**
     * The one filter that every exchange passes: it is recorded and held against the contract. It measures the time as
     * well, for which REST Assured would add another.
     */
    private final class Recorder extends TimingFilter {

        private Answer answer;

        @Override
        public Response filter(FilterableRequestSpecification requested, FilterableResponseSpecification answered,
                               FilterContext context) {
            long start = System.nanoTime();
            Response response = context.next(requested, answered);
            long millis = (System.nanoTime() - start) / 1_000_000;
            answer = Answer.of(client, Call.this, response, millis);
            client.listener().exchanged(answer.exchange(), answer, caller);
            return response;
        }
    }

    /** Path and query as they go over the wire. */
    public String target() {
        return query.length() == 0 ? path : path + "?" + query;
    }

    /** The JSON body as a tree, or null where there is none. */
    Object sent() {
        return sent;
    }

    Operation operation() {
        return operation;
    }

    Exchange exchange(int status, Map<String, String> responseHeaders, String responseBody, long millis,
                      ContractVerdict verdict) {
        Map<String, String> sent = new LinkedHashMap<>(headers);
        sent.putAll(caller.credentials().headers());
        if (!parts.isEmpty()) {
            sent.put("Content-Type", "multipart/form-data");
        }
        Redactor redactor = client.redactor();
        return new Exchange(operation, method, redactor.text(target()), caller.label(),
                redactor.headers(sent, caller.credentials()), Truncation.of(redactor.text(bodyText)), status,
                redactor.headers(responseHeaders, caller.credentials()), Truncation.of(redactor.text(responseBody)),
                millis, verdict.violations(), verdict.pinned());
    }

    /** Whether the answer may have any media type because the client asked for something of its own. */
    boolean asksForOtherMedia() {
        return !CVAT_JSON.equals(headers.get("Accept"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
