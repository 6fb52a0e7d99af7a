package io.github.cvatopenapi.contract.harness.mutants;

import com.google.gson.JsonParseException;
import io.github.cvatopenapi.contract.harness.http.JsonTrees;
import io.github.cvatopenapi.embedded.Interceptor.Request;
import io.github.cvatopenapi.embedded.Interceptor.Response;
import io.github.cvatopenapi.embedded.Interceptor;
import io.github.cvatopenapi.spec.Contract;
import io.github.cvatopenapi.spec.Trees;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Ways to break one operation of an instance. */
final class Break {

    /** The credentials of the administrator that every embedded instance has. */
    static final String ADMINISTRATOR = "Basic "
            + Base64.getEncoder().encodeToString("admin:admin-Passw0rd".getBytes(StandardCharsets.UTF_8));

    private static final Contract CONTRACT = Contract.load();
    private static final long REMOVAL_MILLIS = 60;

    private Break() {
    }

    /** Where a call is for that operation, {@code broken} answers it. */
    static Interceptor at(String operation, Interceptor broken) {
        CONTRACT.operation(operation); // fails where there is none
        return where(request -> CONTRACT.find(request.method(), request.path())
                .filter(each -> each.id().equals(operation)).isPresent(), broken);
    }

    /** The same for calls by any method of the path of that operation. */
    static Interceptor onPath(String operation, Interceptor broken) {
        CONTRACT.operation(operation);
        return where(request -> CONTRACT.find(request.path()).stream().anyMatch(each -> each.id().equals(operation)),
                broken);
    }

    /** {@code broken} answers the calls that {@code which} picks, also those that the document does not have. */
    static Interceptor where(Predicate<Request> which, Interceptor broken) {
        return (request, chain) -> which.test(request) ? broken.intercept(request, chain) : chain.proceed(request);
    }

    /**
     * A list is answered wrongly while a removal is under way, which takes a little so that lists meet it.
     *
     * @param list    the operation that is wrong then
     * @param removal the operation that it is wrong meanwhile
     */
    static Interceptor stumbling(String list, String removal, UnaryOperator<Response> wrong) {
        AtomicInteger removing = new AtomicInteger();
        Interceptor remove = at(removal, (request, chain) -> {
            removing.incrementAndGet();
            try {
                Response response = chain.proceed(request);
                Thread.sleep(REMOVAL_MILLIS);
                return response;
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            } finally {
                removing.decrementAndGet();
            }
        });
        Interceptor ask = at(list, (request, chain) -> {
            boolean met = removing.get() > 0;
            Response response = chain.proceed(request);
            return met && response.status() == 200 ? wrong.apply(response) : response;
        });
        return (request, chain) -> remove.intercept(request, next -> ask.intercept(next, chain));
    }

    /** An answer of that status is not given: the call is made again as {@code otherwise} makes it. */
    static Interceptor instead(int status, UnaryOperator<Request> otherwise) {
        return (request, chain) -> {
            Response response = chain.proceed(request);
            return response.status() == status ? chain.proceed(otherwise.apply(request)) : response;
        };
    }

    /** Nothing is done, and it is said to be: that is the answer wherever the thing is there for the caller. */
    static Interceptor pretending(int status) {
        return (request, chain) -> chain.proceed(get(request, request.path())).status() == 200 ? empty(status)
                : chain.proceed(request);
    }

    /** The same where something else must be there. */
    static Interceptor pretending(String path, int status, Object tree) {
        return (request, chain) -> {
            Response there = chain.proceed(get(request, path));
            return there.status() == 200 ? header(json(status(there, status), tree), "Allow", request.method())
                    : chain.proceed(request);
        };
    }

    /** The same caller reads another path. */
    static Request get(Request request, String path) {
        return new Request("GET", path, null, request.headers(), new byte[0]);
    }

    /** Every answer of that operation is rewritten. */
    static Interceptor answers(String operation, UnaryOperator<Response> rewrite) {
        return at(operation, (request, chain) -> rewrite.apply(chain.proceed(request)));
    }

    /** Answers of that operation with that status are rewritten. */
    static Interceptor answers(String operation, int status, UnaryOperator<Response> rewrite) {
        return answers(operation, response -> response.status() == status ? rewrite.apply(response) : response);
    }

    /** The JSON objects that the operation answers with success are changed. */
    static Interceptor body(String operation, Consumer<Map<String, Object>> change) {
        return answers(operation, response -> response.status() < 300 ? body(response, change) : response);
    }

    /** The items of every page that the operation answers are changed. */
    static Interceptor items(String operation, Consumer<List<Object>> change) {
        return body(operation, page -> {
            List<Object> items = new ArrayList<>(Trees.list(page.get("results")));
            change.accept(items);
            page.put("results", items);
        });
    }

    /** Requests for that operation are rewritten before the instance sees them. */
    static Interceptor requests(String operation, UnaryOperator<Request> rewrite) {
        return at(operation, (request, chain) -> chain.proceed(rewrite.apply(request)));
    }

    static Response body(Response response, Consumer<Map<String, Object>> change) {
        if (response.body().length == 0 || !(JsonTrees.read(text(response)) instanceof Map<?, ?> tree)) {
            return response;
        }
        Map<String, Object> changed = new LinkedHashMap<>(Trees.object(tree));
        change.accept(changed);
        return json(response, changed);
    }

    static Response json(Response response, Object tree) {
        return new Response(response.status(), response.headers(),
                JsonTrees.write(tree).getBytes(StandardCharsets.UTF_8));
    }

    static String text(Response response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    static String text(Request request) {
        return new String(request.body(), StandardCharsets.UTF_8);
    }

    /** Whether the query has that text. */
    static boolean asks(Request request, String text) {
        return request.query() != null && request.query().contains(text);
    }

    static Response status(Response response, int status) {
        return new Response(status, response.headers(), response.body());
    }

    static Response empty(int status) {
        return new Response(status, Map.of(), new byte[0]);
    }

    /** Sets a header, or takes it away where {@code value} is null. */
    static Response header(Response response, String name, String value) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(response.headers());
        headers.remove(name);
        if (value != null) {
            headers.put(name, List.of(value));
        }
        return new Response(response.status(), headers, response.body());
    }

    /** Sets a header, or takes it away where {@code value} is null. */
    static Request header(Request request, String name, String value) {
        Map<String, List<String>> headers = new HashMap<>(request.headers());
        if (value == null) {
            headers.remove(name);
        } else {
            headers.put(name, List.of(value));
        }
        return new Request(request.method(), request.path(), request.query(), headers, request.body());
    }

    static String header(Request request, String name) {
        return request.headers().getOrDefault(name, List.of("")).get(0);
    }

    /** Takes a parameter out of the query. */
    static Request without(Request request, String parameter) {
        List<String> kept = new ArrayList<>();
        for (String each : request.query() == null ? new String[0] : request.query().split("&")) {
            if (!each.equals(parameter) && !each.startsWith(parameter + "=")) {
                kept.add(each);
            }
        }
        return query(request, kept.isEmpty() ? null : String.join("&", kept));
    }

    /** The same with another query, percent-encoded. */
    static Request query(Request request, String query) {
        return new Request(request.method(), request.path(), query, request.headers(), request.body());
    }

    /** The same with another path. */
    static Request path(Request request, String path) {
        return new Request(request.method(), path, request.query(), request.headers(), request.body());
    }

    /** The JSON object of a request is changed; other bodies stay. */
    static Request body(Request request, Consumer<Map<String, Object>> change) {
        try {
            if (JsonTrees.read(text(request)) instanceof Map<?, ?> tree) {
                Map<String, Object> changed = new LinkedHashMap<>(Trees.object(tree));
                change.accept(changed);
                return json(request, changed);
            }
        } catch (JsonParseException e) {
            return request;
        }
        return request;
    }

    static Request json(Request request, Object tree) {
        return new Request(request.method(), request.path(), request.query(), request.headers(),
                JsonTrees.write(tree).getBytes(StandardCharsets.UTF_8));
    }

    /** The query or the header names that organization whichever way; taken away. */
    static Request withoutOrganization(Request request) {
        return header(without(without(request, "org"), "org_id"), "x-organization", null);
    }

    /** An object with another member. */
    static Map<String, Object> with(Object object, String name, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(Trees.object(object));
        changed.put(name, value);
        return changed;
    }

    /** Whoever asks, the administrator is served. */
    static Request asAdministrator(Request request) {
        return header(request, "authorization", ADMINISTRATOR);
    }
}
