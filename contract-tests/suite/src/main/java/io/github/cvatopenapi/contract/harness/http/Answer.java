package io.github.cvatopenapi.contract.harness.http;

import io.github.cvatopenapi.spec.Trees;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What the server answered, and the assertions that checks make of it. Each returns this answer. */
public final class Answer {

    private static final int LONGEST_SHOWN = 200;

    private final Client client;
    private final RawAnswer received;
    private final Exchange exchange;

    private Answer(Client client, RawAnswer received, Call call, long millis) {
        this.client = client;
        this.received = received;
        ContractVerdict verdict = client.validator()
                .validate(call.operation(), call.sent(), received, call.asksForOtherMedia());
        this.exchange = call.exchange(received.status(), received.headers(), shown(), millis, verdict);
    }

    static Answer of(Client client, Call call, RawAnswer received, long millis) {
        return new Answer(client, received, call, millis);
    }

    public int status() {
        return received.status();
    }

    /** Asserts that the status is one of these. */
    public Answer status(int... statuses) {
        boolean fits = Arrays.stream(statuses).anyMatch(each -> each == status());
        client.validator().asserted(exchange, statuses, fits);
        if (!fits) {
            String wanted = Arrays.stream(statuses).mapToObj(String::valueOf).collect(Collectors.joining(" or "));
            throw new AssertionError(exchange.line() + " answered " + status() + ", expected " + wanted
                    + brief() + ".");
        }
        return this;
    }

    /** Asserts 4xx with an error that a person can read, in any of the shapes that the server has for errors. */
    public Answer readableError() {
        if (status() < 400 || status() >= 500) {
            throw new AssertionError(exchange.line() + " answered " + status() + ", expected 4xx with a readable error"
                    + brief() + ".");
        }
        client.validator().asserted(exchange, new int[] {status()}, true);
        String text = text().strip();
        boolean page = text.regionMatches(true, 0, "<!doctype", 0, 9) || text.regionMatches(true, 0, "<html", 0, 5);
        if (text.isEmpty() || page || text.equals("{}") || text.equals("[]")) {
            throw new AssertionError(exchange.line() + " answered " + status() + " without a readable error"
                    + brief() + ".");
        }
        return this;
    }

    /** Asserts that the server did not break, whatever it makes of the request. */
    public Answer notBroken() {
        if (status() >= 500) {
            throw new AssertionError(exchange.line() + " answered " + status() + ", expected any answer below 500"
                    + brief() + ".");
        }
        return this;
    }

    /** Asserts that the body has {@code value} at {@code path}. */
    public Answer has(String path, Object value) {
        Object there = at(path);
        if (!JsonTrees.same(there, value)) {
            throw fail(path + " is " + show(there) + ", expected " + show(value));
        }
        return this;
    }

    /** Asserts that the text at {@code path} has {@code name} in it. */
    public Answer names(String path, String name) {
        if (!String.valueOf(at(path)).contains(name)) {
            throw fail("the " + path + " does not name " + name);
        }
        return this;
    }

    /** Asserts that the body has each of {@code values} as it was sent. */
    public Answer hasAll(Map<String, ?> values) {
        values.forEach(this::has);
        return this;
    }

    /** Asserts that the list at {@code path} holds these values, in whatever order. */
    public Answer hasInAnyOrder(String path, Collection<?> values) {
        if (!(at(path) instanceof List<?> there) || !JsonTrees.sameInAnyOrder(there, values)) {
            throw fail(path + " is " + show(at(path)) + ", expected " + show(values) + " in some order");
        }
        return this;
    }

    /** Asserts that it was changed since an earlier answer, by its {@code updated_date}. */
    public Answer updatedSince(Answer before) {
        Instant now = updated();
        if (!now.isAfter(before.updated())) {
            throw fail("updated_date is " + at("updated_date") + ", expected a later one than " + before.updated());
        }
        return this;
    }

    private Instant updated() {
        try {
            return OffsetDateTime.parse(String.valueOf(at("updated_date"))).toInstant();
        } catch (DateTimeParseException e) {
            throw fail("updated_date is " + at("updated_date") + ", expected a date");
        }
    }

    /** Asserts that the members of the body are those of an earlier answer, but for the named ones. */
    public Answer sameAs(Answer before, String... butFor) {
        List<String> changed = List.of(butFor);
        before.object().forEach((name, value) -> {
            if (!changed.contains(name)) {
                has(name, value);
            }
        });
        return this;
    }

    /** Asserts that the body has something other than null at {@code path}. */
    public Answer has(String path) {
        if (at(path) == null) {
            throw fail("nothing is at " + path);
        }
        return this;
    }

    /** Asserts the media type, without parameters. */
    public Answer mediaType(String... types) {
        if (!List.of(types).contains(exchange.mediaType())) {
            throw fail("the media type is " + exchange.mediaType() + ", expected " + String.join(" or ", types));
        }
        return this;
    }

    /** A failure of this answer: the request, what it answered, and {@code what}. */
    public AssertionError fail(String what) {
        return new AssertionError(exchange.line() + " answered " + status() + ": "
                + client.redactor().text(what) + ".");
    }

    /** The value of a header, or null. */
    public String header(String name) {
        return received.headers().get(name.toLowerCase(Locale.ROOT));
    }

    /** The body as a tree, or null where it is no JSON. */
    public Object json() {
        return received.json();
    }

    /** The body as an object, empty where it is none. */
    public Map<String, Object> object() {
        return Trees.object(json());
    }

    /** What lies in the body at a dotted path such as {@code results.0.id}; null where there is nothing. */
    public Object at(String path) {
        return JsonTrees.at(json(), path);
    }

    /** The id that the body tells; an assertion that there is one. */
    public long id() {
        return number("id");
    }

    /** A number in the body; an assertion that there is one. */
    public long number(String path) {
        if (at(path) instanceof Number number) {
            return number.longValue();
        }
        throw fail(path + " is no number");
    }

    /** The results of a page. */
    public List<Map<String, Object>> results() {
        return Trees.list(at("results")).stream().map(Trees::object).toList();
    }

    /** The ids of the results of a page, in their order. */
    public List<Object> resultIds() {
        return results().stream().map(each -> each.get("id")).toList();
    }

    public byte[] bytes() {
        return received.bytes();
    }

    /** The body as text. */
    public String text() {
        return received.text();
    }

    public Exchange exchange() {
        return exchange;
    }

    /** What the server asks to wait; -1 where it does not say. */
    long retryAfterMillis() {
        try {
            return Long.parseLong(received.headers().getOrDefault("retry-after", "-1").strip()) * 1000;
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private String shown() {
        if (received.empty()) {
            return null;
        }
        String type = received.mediaType();
        boolean text = type.contains("json") || type.startsWith("text/") || type.contains("yaml")
                || type.contains("openapi");
        return text ? text() : "<" + bytes().length + " bytes of " + (type.isEmpty() ? "no media type" : type) + ">";
    }

    private String brief() {
        String body = exchange.responseBody();
        if (body == null) {
            return "";
        }
        return ": " + Truncation.line(body, LONGEST_SHOWN);
    }

    private static String show(Object tree) {
        return Truncation.of(JsonTrees.write(tree), LONGEST_SHOWN);
    }
}
