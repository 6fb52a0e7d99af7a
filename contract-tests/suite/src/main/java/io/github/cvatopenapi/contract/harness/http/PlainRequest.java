package io.github.cvatopenapi.contract.harness.http;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.apache.http.client.methods.HttpEntityEnclosingRequestBase;
import org.apache.http.client.methods.HttpRequestBase;
import org.apache.http.client.methods.HttpUriRequest;
import org.apache.http.entity.ByteArrayEntity;

/** A request without parts, as REST Assured has its client send it. */
final class PlainRequest {

    /** Methods whose requests say how long their body is even where they have none. */
    private static final Set<String> WITH_LENGTH = Set.of("POST", "PUT", "PATCH");

    private PlainRequest() {
    }

    /** @param body null for none */
    static HttpUriRequest of(String method, String url, Iterable<Map<String, String>> headers, byte[] body) {
        HttpUriRequest request = body != null || WITH_LENGTH.contains(method)
                ? new WithBody(method, URI.create(url), body) : new WithoutBody(method, URI.create(url));
        headers.forEach(some -> some.forEach(request::setHeader));
        if (!request.containsHeader("Accept")) {
            request.setHeader("Accept", "*/*");
        }
        if (body == null && method.equals("POST") && !request.containsHeader("Content-Type")) {
            request.setHeader("Content-Type", "application/x-www-form-urlencoded");
        }
        return request;
    }

    private static final class WithBody extends HttpEntityEnclosingRequestBase {
        private final String method;

        WithBody(String method, URI uri, byte[] body) {
            this.method = method;
            setURI(uri);
            if (body != null) {
                setEntity(new ByteArrayEntity(body));
            }
        }

        @Override
        public String getMethod() {
            return method;
        }
    }

    private static final class WithoutBody extends HttpRequestBase {
        private final String method;

        WithoutBody(String method, URI uri) {
            this.method = method;
            setURI(uri);
        }

        @Override
        public String getMethod() {
            return method;
        }
    }
}
