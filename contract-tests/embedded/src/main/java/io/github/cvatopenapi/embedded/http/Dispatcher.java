package io.github.cvatopenapi.embedded.http;

import io.github.cvatopenapi.embedded.engine.Answer;
import io.github.cvatopenapi.embedded.engine.Authenticator;
import io.github.cvatopenapi.embedded.engine.BodyRules;
import io.github.cvatopenapi.embedded.engine.Call;
import io.github.cvatopenapi.embedded.engine.Caller;
import io.github.cvatopenapi.embedded.engine.Context;
import io.github.cvatopenapi.embedded.engine.Contexts;
import io.github.cvatopenapi.embedded.engine.Fault;
import io.github.cvatopenapi.embedded.engine.Metadata;
import io.github.cvatopenapi.embedded.engine.Operations;
import io.github.cvatopenapi.embedded.store.Store;
import io.github.cvatopenapi.spec.Operation;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Takes a request to the handler of its operation, through the checks in the order in which the server makes them:
 * path, negotiation, credentials, method, organization, and in the handler permission, existence and body.
 */
final class Dispatcher {

    private final Operations operations;
    private final Store store;
    private final Authenticator authenticator;
    private final Contexts contexts;
    private final BodyRules rules;
    private final Throttle throttle;
    private final PasswordCost passwords;
    private final Renderer renderer;

    /** @param throttle null for no limit on calls without credentials */
    Dispatcher(Operations operations, Store store, Authenticator authenticator, BodyRules rules, Throttle throttle,
               PasswordCost passwords) {
        this.operations = operations;
        this.store = store;
        this.authenticator = authenticator;
        this.contexts = new Contexts(store);
        this.rules = rules;
        this.throttle = throttle;
        this.passwords = passwords;
        this.renderer = new Renderer(
                operations.contract().operations().stream().map(Operation::path).distinct().toList());
    }

    /** An answer that belongs to no operation. */
    RenderedResponse render(RawRequest wire, Answer answer) {
        return renderer.render(answer, wire == null ? "" : wire.path(), null, Accept.JSON, true);
    }

    RenderedResponse dispatch(RawRequest wire, TemporaryFiles scratch) {
        List<String> segments = List.of(wire.path().split("/"));
        if (segments.contains("..") || segments.contains(".")) {
            return render(wire, Pages.unknownPath());
        }
        if (wire.path().contains("%00") || wire.header("host") == null) {
            return render(wire, Pages.badRequest());
        }
        List<Operation> here = operations.at(wire.path());
        if (here.isEmpty()) {
            boolean slash = !operations.at(wire.path() + "/").isEmpty();
            Answer answer = slash
                    ? new Answer(301, "text/html; charset=utf-8", "", Map.of()).with("Location", wire.path() + "/")
                            .with("Vary", "Origin, Cookie").with("X-Frame-Options", "deny")
                    : Pages.unknownPath();
            return render(wire, answer);
        }
        Accept accept = Accept.of(wire.header("accept"));
        boolean cookies = true;
        Answer answer;
        try {
            answer = answer(wire, here, accept, scratch);
        } catch (Fault fault) {
            answer = fault.answer();
            cookies = !byHeaderAlone(wire, here.get(0), answer.status());
        }
        return renderer.render(answer, wire.path(), AllowedMethods.header(here), accept, cookies);
    }

    /**
     * The server looks at no cookie where a token header was refused, where only a personal access token counts, or
     * where a caller with one is refused something.
     */
    private boolean byHeaderAlone(RawRequest wire, Operation operation, int status) {
        String authorization = wire.header("authorization");
        boolean token = authorization != null && authorization.startsWith("Token");
        return authorization != null && authorization.startsWith("Bearer")
                || status == 401 && (token || operations.bearerOnly(operation))
                || status == 405 && operations.ignoresCredentials(operation);
    }

    private Answer answer(RawRequest wire, List<Operation> here, Accept accept, TemporaryFiles scratch) {
        Operation first = here.get(0);
        negotiate(wire, first, accept);
        boolean open = here.stream().anyMatch(operations::open);
        Caller caller = operations.ignoresCredentials(first) ? Caller.NOBODY : authenticate(wire, first);
        if (caller.anonymous() && !open || operations.bearerOnly(first) && caller.way() != Caller.Way.BEARER) {
            throw unauthenticated(first, "Authentication credentials were not provided.");
        }
        String method = wire.method().equals("HEAD") ? "GET" : wire.method();
        Optional<Operation> found = here.stream().filter(each -> each.method().equals(method)).findFirst();
        if (found.isEmpty() || !AllowedMethods.methods(here).contains(wire.method())) {
            if (wire.method().equals("OPTIONS") && AllowedMethods.methods(here).contains("OPTIONS")) {
                return operations.options(here).orElseGet(() -> Metadata.of(operations.contract(), here));
            }
            throw Fault.detail(405, "Method \"" + wire.method() + "\" not allowed.");
        }
        Operation operation = found.get();
        if (caller.token() != null && (caller.token().readOnly && !wire.safe())) {
            throw Fault.forbidden();
        }
        if (throttle != null && caller.anonymous()) {
            throttle.count(wire.address());
        }
        Form form = form(wire, operation, scratch);
        ReceivedRequest received = new ReceivedRequest(wire, operations.contract(), rules,
                parameters(operation, wire.path()), scratch, form);
        passwords.ofBody(operation);
        Supplier<Call> call = () -> new Call(operation, received, caller,
                caller.anonymous() ? Context.NONE : contexts.of(received, caller));
        if (!operations.locked(operation)) {
            return operations.answer(operation, store.read(call));
        }
        Supplier<Answer> action = () -> operations.answer(operation, call.get());
        return wire.safe() ? store.read(action) : store.write(action);
    }

    private void negotiate(RawRequest wire, Operation operation, Accept accept) {
        Function<String, Answer> own = operations.negotiation(operation);
        Answer refusal = own != null ? own.apply(wire.header("accept"))
                : accept == Accept.NOTHING_WE_HAVE
                ? Fault.detail(406, "Could not satisfy the request Accept header.").answer()
                : Accept.otherVersion(wire.header("accept"))
                ? Fault.detail(406, "Invalid version in \"Accept\" header.").answer() : null;
        if (refusal != null) {
            throw new Fault(refusal);
        }
    }

    private static Form form(RawRequest wire, Operation operation, TemporaryFiles scratch) {
        String type = wire.header("content-type");
        boolean multipart = type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")
                && operation.requestBody("multipart/form-data").isPresent()
                && wire.content() != null && wire.content().length() > 0;
        return multipart ? Form.read(wire, scratch) : null;
    }

    private Caller authenticate(RawRequest wire, Operation operation) {
        Map<String, String> cookies = cookies(wire.header("cookie"));
        passwords.ofCredentials(wire.header("authorization"));
        Caller caller;
        try {
            caller = store.read(() -> authenticator.authenticate(wire.header("authorization"), cookies));
        } catch (Fault refused) {
            if (operations.bearerOnly(operation)) {
                throw unauthenticated(operation, "Authentication credentials were not provided.");
            }
            throw new Fault(refused.answer().with("WWW-Authenticate", "Token"));
        }
        if (caller.way() == Caller.Way.SESSION && !wire.safe()) {
            String sent = wire.header("x-csrftoken");
            if (sent == null || !sent.equals(cookies.get("csrftoken"))) {
                throw Fault.detail(403, "CSRF Failed: CSRF token " + (sent == null ? "missing." : "incorrect."));
            }
        }
        return caller;
    }

    private Fault unauthenticated(Operation operation, String text) {
        return new Fault(Fault.detail(401, text).answer()
                .with("WWW-Authenticate", operations.bearerOnly(operation) ? "Bearer" : "Token"));
    }

    private static Map<String, String> cookies(String header) {
        Map<String, String> cookies = new HashMap<>();
        for (String pair : header == null ? new String[0] : header.split(";")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                cookies.put(pair.substring(0, equals).strip(), pair.substring(equals + 1).strip());
            }
        }
        return cookies;
    }

    private static Map<String, String> parameters(Operation operation, String path) {
        Map<String, String> values = new HashMap<>();
        String[] template = operation.path().split("/", -1);
        String[] segments = path.split("/", -1);
        for (int i = 0; i < template.length; i++) {
            if (template[i].startsWith("{")) {
                values.put(template[i].substring(1, template[i].length() - 1), Paths.decode(segments[i]));
            }
        }
        return values;
    }
}
