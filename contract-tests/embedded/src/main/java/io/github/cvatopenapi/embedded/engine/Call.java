package io.github.cvatopenapi.embedded.engine;

import io.github.cvatopenapi.embedded.store.User;
import io.github.cvatopenapi.spec.Operation;
import java.util.Map;

/**
 * One call of an operation: what the http layer read from the wire. For one thread.
 */
public final class Call {

    private final Operation operation;
    private final Incoming incoming;
    private final Caller caller;
    private final Context context;
    private Body body;

    public Call(Operation operation, Incoming incoming, Caller caller, Context context) {
        this.operation = operation;
        this.incoming = incoming;
        this.caller = caller;
        this.context = context;
    }

    public Operation operation() {
        return operation;
    }

    public Caller caller() {
        return caller;
    }

    /** The caller; null only in operations that are open to everyone. */
    public User user() {
        return caller.user();
    }

    public Context context() {
        return context;
    }

    public Query query() {
        return incoming.query();
    }

    /** A header of the request, or null. */
    public String header(String name) {
        return incoming.header(name);
    }

    public Incoming incoming() {
        return incoming;
    }

    /** An absolute URL on this server; {@code path} begins with a slash. */
    public String url(String path) {
        return incoming.base() + path;
    }

    /** A path parameter, decoded. */
    public String path(String name) {
        Map<String, String> values = incoming.pathParameters();
        return values.get(name);
    }

    /** A path parameter that has a pattern; 404 where it does not fit, as what is no path at all. */
    public String word(String name) {
        String value = path(name);
        operation.parameters().stream().filter(each -> each.in().equals("path") && each.name().equals(name))
                .filter(each -> !value.matches(String.valueOf(each.schema().get("pattern")))).findFirst()
                .ifPresent(each -> {
                    throw Fault.notFound();
                });
        return value;
    }

    /** The path parameter {@code id} as a number; 404 where it cannot be one. */
    public long id() {
        return id("id");
    }

    /**
     * A path parameter as a number; 404 where it cannot be one. Numbers too large to be an id are -1, which nothing
     * has.
     */
    public long id(String name) {
        String text = path(name).strip();
        if (!text.matches("[+-]?\\d+")) {
            throw Fault.notFound();
        }
        return text.length() > 18 ? -1 : Long.parseLong(text);
    }

    /**
     * The body, read and held against the document on first use, so that permissions can be judged before: 415 for a
     * media type that may not be sent, 400 for what does not fit.
     */
    public Body body() {
        if (body == null) {
            body = body(content());
        }
        return body;
    }

    /** The same of a content that the handler has looked at, or changed, before. */
    public Body body(Object content) {
        return incoming.rules().check(operation, content);
    }

    /**
     * What the body says, not held against anything yet: {@link Answer#NONE} for an empty one, 415 and 400 as for
     * {@link #body()}.
     */
    public Object content() {
        return incoming.content(operation);
    }
}
