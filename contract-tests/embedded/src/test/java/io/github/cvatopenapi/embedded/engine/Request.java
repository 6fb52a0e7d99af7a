package io.github.cvatopenapi.embedded.engine;

import io.github.cvatopenapi.spec.Contract;
import io.github.cvatopenapi.spec.Operation;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A request without a wire, for tests of the engine. */
record Request(String query_, Object body, Map<String, String> headers) implements Incoming {

    Request(String query) {
        this(query, Answer.NONE, Map.of());
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String rawPath() {
        return "/api/things";
    }

    @Override
    public Query query() {
        return Query.of(query_);
    }

    @Override
    public String header(String name) {
        return headers.get(name);
    }

    @Override
    public String base() {
        return "http://here";
    }

    @Override
    public String remoteAddress() {
        return "127.0.0.1";
    }

    @Override
    public Map<String, String> pathParameters() {
        return Map.of();
    }

    @Override
    public Object content(Operation operation) {
        return body;
    }

    @Override
    public List<Upload> uploads() {
        return List.of();
    }

    @Override
    public Path file() {
        throw new UnsupportedOperationException();
    }

    @Override
    public BodyRules rules() {
        return new BodyRules(Contract.load());
    }
}
