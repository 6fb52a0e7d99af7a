package io.github.cvatopenapi.contract.harness.http;

import java.io.IOException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import okhttp3.Headers;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;

/**
 * Stands before the calls of a job of the jar, in the thread that makes them, and treats each as the suite treats its
 * own: not where nothing may change, apart from what it would disturb, recorded and held against the contract. What the
 * jar does by itself, such as waiting where it is told to, is its own.
 */
final class JarCalls implements Interceptor {

    /** What a part of a body says of itself. */
    private static final Pattern NAMED = Pattern.compile("name=\"([^\"]*)\"(?:; filename=\"([^\"]*)\")?");

    private final Client client;
    private final Caller caller;
    private final String basePath;
    private volatile IOException lost;

    /** @param basePath what the path of every address of the instance begins with */
    JarCalls(Client client, Caller caller, String basePath) {
        this.client = client;
        this.caller = caller;
        this.basePath = basePath;
    }

    /** Whether that came of a call which got no answer. */
    boolean lost(Throwable thrown) {
        return Stream.iterate(thrown, each -> each != null, Throwable::getCause)
                .anyMatch(each -> lost != null && each == lost);
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        Call call = call(request);
        client.listener().sending(call.method(), call.target(), call.operation(), caller);
        long start = System.nanoTime();
        Response response;
        try (Gate.Way way = client.gate().enter(call.operation())) {
            response = chain.proceed(request);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted before " + call.method() + " " + call.target() + ".", e);
        } catch (IOException e) {
            client.listener().unanswered(call.method());
            lost = e;
            throw e;
        }
        Call sent = call(response.request()); // with what the jar added, but for its credentials
        fill(sent, response.request());
        Answer answer = Answer.of(client, sent, received(response), (System.nanoTime() - start) / 1_000_000);
        client.listener().exchanged(answer.exchange(), answer, caller);
        return response;
    }

    private Call call(Request request) {
        String query = request.url().encodedQuery();
        String path = request.url().encodedPath().substring(basePath.length());
        Call call = client.call(caller, request.method(), query == null ? path : path + "?" + query);
        return request.header("Tus-Resumable") == null ? call : call.besideTheDocument();
    }

    private static void fill(Call call, Request request) throws IOException {
        RequestBody body = request.body();
        if (body instanceof MultipartBody parts) {
            for (MultipartBody.Part part : parts.parts()) {
                fill(call, part);
            }
        } else if (body != null && body.contentLength() > 0) {
            MediaType type = body.contentType();
            if (type != null && type.subtype().contains("json")) {
                call.body(type.toString(), text(body));
            } else {
                call.body(String.valueOf(type), "<" + body.contentLength() + " bytes>");
            }
        }
        Headers headers = request.headers();
        call.header("Accept", null);
        for (String name : headers.names()) {
            call.header(name, headers.get(name));
        }
    }

    private static void fill(Call call, MultipartBody.Part part) throws IOException {
        Matcher named = NAMED.matcher(part.headers() == null ? ""
                : String.valueOf(part.headers().get("Content-Disposition")));
        if (named.find() && named.group(2) != null) {
            call.file(named.group(1), named.group(2), new byte[0], "application/octet-stream");
        } else {
            call.field(named.reset().find() ? named.group(1) : "part", text(part.body()));
        }
    }

    private static String text(RequestBody body) throws IOException {
        Buffer written = new Buffer();
        body.writeTo(written);
        return written.readUtf8();
    }

    /** What is no JSON is left to the jar, which streams it. */
    private static RawAnswer received(Response response) throws IOException {
        boolean json = Exchange.mediaType(response.header("Content-Type")).contains("json");
        byte[] bytes = json ? response.peekBody(Long.MAX_VALUE).bytes() : new byte[0];
        return RawAnswer.of(response.code(), response.headers().toMultimap().entrySet().stream()
                .flatMap(each -> each.getValue().stream().map(value -> Map.entry(each.getKey(), value))), bytes);
    }
}
