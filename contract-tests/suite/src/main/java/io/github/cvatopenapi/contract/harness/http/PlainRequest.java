package io.github.cvatopenapi.contract.harness.http;

import java.util.Map;
import java.util.Set;
import org.apache.http.client.methods.HttpUriRequest;
import org.apache.http.client.methods.RequestBuilder;
import org.apache.http.entity.ByteArrayEntity;

/** A request without parts, as REST Assured has its client send it. */
final class PlainRequest {

    /** Methods whose requests say how long their body is even where they have none. */
    private static final Set<String> WITH_LENGTH = Set.of("POST", "PUT", "PATCH");

    private PlainRequest() {
    }

    /** @param body null for none */
    static HttpUriRequest of(String method, String url, Iterable<Map<String, String>> headers, byte[] body) {
        RequestBuilder request = RequestBuilder.create(method).setUri(url);
        headers.forEach(some -> some.forEach(request::setHeader));
        if (request.getFirstHeader("Accept") == null) {
            request.setHeader("Accept", "*/*");
        }
        if (body == null && method.equals("POST") && request.getFirstHeader("Content-Type") == null) {
            request.setHeader("Content-Type", "application/x-www-form-urlencoded");
        }
        if (body != null || WITH_LENGTH.contains(method)) {
            request.setEntity(new ByteArrayEntity(body == null ? new byte[0] : body));
        }
        return request.build();
    }
}
