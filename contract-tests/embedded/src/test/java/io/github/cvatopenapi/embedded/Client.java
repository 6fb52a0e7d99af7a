package io.github.cvatopenapi.embedded;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Calls an instance over HTTP, as one user. */
public final class Client {

    /** A response, read as text. */
    public record Reply(int status, Map<String, List<String>> headers, String text) {
        public JsonElement json() {
            return new Gson().fromJson(text, JsonElement.class);
        }

        public JsonObject object() {
            return json().getAsJsonObject();
        }

        public JsonArray array() {
            return json().getAsJsonArray();
        }

        public long id() {
            return object().get("id").getAsLong();
        }

        /** The number of entities that the list has in all. */
        public int count() {
            return object().get("count").getAsInt();
        }

        /** The header, or null. */
        public String header(String name) {
            List<String> values = headers.get(name.toLowerCase(java.util.Locale.ROOT));
            return values == null ? null : values.get(0);
        }
    }

    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI base;
    private final List<String> headers;

    private Client(URI base, List<String> headers) {
        this.base = base;
        this.headers = headers;
    }

    public static Client anonymous(EmbeddedCvat cvat) {
        return new Client(cvat.baseUrl(), List.of("Accept", "application/vnd.cvat+json"));
    }

    public static Client admin(EmbeddedCvat cvat) {
        return basic(cvat, cvat.adminName(), cvat.adminPassword());
    }

    public static Client basic(EmbeddedCvat cvat, String name, String password) {
        String credentials = Base64.getEncoder()
                .encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
        return anonymous(cvat).with("Authorization", "Basic " + credentials);
    }

    /** Adds a user and calls as them. */
    public static Client user(EmbeddedCvat cvat, String name) {
        cvat.addUser(name, name + "-Passw0rd");
        return basic(cvat, name, name + "-Passw0rd");
    }

    /** The same with one header set. */
    public Client with(String header, String value) {
        List<String> more = new ArrayList<>();
        for (int i = 0; i < headers.size(); i += 2) {
            if (!headers.get(i).equalsIgnoreCase(header)) {
                more.add(headers.get(i));
                more.add(headers.get(i + 1));
            }
        }
        more.addAll(List.of(header, value));
        return new Client(base, more);
    }

    public Reply get(String path) {
        return send("GET", path, null);
    }

    public Reply post(String path, String json) {
        return send("POST", path, json);
    }

    public Reply patch(String path, String json) {
        return send("PATCH", path, json);
    }

    public Reply delete(String path) {
        return send("DELETE", path, null);
    }

    /** A response, read as bytes. */
    public record Bytes(int status, Map<String, List<String>> headers, byte[] body) {
        /** The header, or null. */
        public String header(String name) {
            return new Reply(status, headers, "").header(name);
        }
    }

    /** A file of a form. */
    public record Part(String field, String name, byte[] content) {
    }

    /** Asks with any Accept. */
    public Bytes bytes(String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .headers(with("Accept", "*/*").headers.toArray(new String[0])).build();
        return exchange(request, HttpResponse.BodyHandlers.ofByteArray(), (response, body) ->
                new Bytes(response.statusCode(), response.headers().map(), body));
    }

    /** Sends bytes as they are. */
    public Reply sendBytes(String method, String path, byte[] body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path)).headers(headers.toArray(new String[0]))
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body)).build();
        return exchange(request, HttpResponse.BodyHandlers.ofString(), (response, text) ->
                new Reply(response.statusCode(), response.headers().map(), text));
    }

    /** Sends a multipart form. */
    public Reply form(String path, Map<String, String> fields, List<Part> files) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        fields.forEach((name, value) -> body.writeBytes(
                ("--BOUND\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(StandardCharsets.UTF_8)));
        for (Part file : files) {
            body.writeBytes(("--BOUND\r\nContent-Disposition: form-data; name=\"" + file.field()
                    + "\"; filename=\"" + file.name() + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(file.content());
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes("--BOUND--\r\n".getBytes(StandardCharsets.UTF_8));
        return with("Content-Type", "multipart/form-data; boundary=BOUND").sendBytes("POST", path, body.toByteArray());
    }

    private interface Reader<T, R> {
        R read(HttpResponse<T> response, T body);
    }

    private static <T, R> R exchange(HttpRequest request, HttpResponse.BodyHandler<T> handler, Reader<T, R> reader) {
        try {
            HttpResponse<T> response = HTTP.send(request, handler);
            return reader.read(response, response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends JSON, or no body when it is null. */
    public Reply send(String method, String path, String json) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .headers(headers.toArray(new String[0]));
        if (json != null && headers.stream().noneMatch("content-type"::equalsIgnoreCase)) {
            request.header("Content-Type", "application/json");
        }
        request.method(method, json == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(json));
        return exchange(request.build(), HttpResponse.BodyHandlers.ofString(), (response, text) ->
                new Reply(response.statusCode(), response.headers().map(), text));
    }
}
