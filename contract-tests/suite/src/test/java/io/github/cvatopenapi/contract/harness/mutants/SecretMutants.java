package io.github.cvatopenapi.contract.harness.mutants;

import static io.github.cvatopenapi.contract.harness.mutants.Break.at;
import static io.github.cvatopenapi.contract.harness.mutants.Break.header;
import static io.github.cvatopenapi.contract.harness.mutants.Break.path;
import static io.github.cvatopenapi.contract.harness.mutants.Break.text;
import static io.github.cvatopenapi.contract.harness.rules.Rule.AUTH_KEYS;

import io.github.cvatopenapi.contract.harness.http.JsonTrees;
import io.github.cvatopenapi.embedded.Interceptor.Response;
import io.github.cvatopenapi.embedded.Interceptor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** What lets in and is easily guessed, or handed out twice. */
final class SecretMutants {

    private static final int SHORT = 6;

    static final List<Mutant> ALL = List.of(
            new Mutant("keys of invitations have 6 characters", "invitations_create", AUTH_KEYS,
                shortened("invitations_create", "key")),
            new Mutant("tokens have 6 characters", "auth_create_access_tokens", AUTH_KEYS,
                shortened("auth_create_access_tokens", "value")),
            new Mutant("each login of an account begins the same session", "auth_create_login", AUTH_KEYS,
                sameSession()));

    private SecretMutants() {
    }

    /** Only the first characters of a secret are told, and they are enough wherever it is shown again. */
    private static Interceptor shortened(String operation, String member) {
        Map<String, String> whole = new ConcurrentHashMap<>();
        Interceptor tell = at(operation, (request, chain) -> {
            Response response = chain.proceed(request);
            if (response.status() == 201) {
                String secret = String.valueOf(JsonTrees.at(JsonTrees.read(text(response)), member));
                whole.put(secret.substring(0, SHORT), secret);
            }
            return response;
        });
        return (request, chain) -> {
            String shown = header(request, "authorization").replaceFirst("^Bearer ", "");
            String place = request.path();
            for (Map.Entry<String, String> each : whole.entrySet()) {
                place = place.replaceFirst("(?<=/)" + each.getKey() + "(?=/|$)", each.getValue());
            }
            Response response = tell.intercept(path(whole.containsKey(shown)
                    ? header(request, "authorization", "Bearer " + whole.get(shown)) : request, place), chain);
            return cut(response, whole);
        };
    }

    private static Response cut(Response response, Map<String, String> whole) {
        String body = text(response);
        for (Map.Entry<String, String> each : whole.entrySet()) {
            body = body.replace(each.getValue(), each.getKey());
        }
        return body.equals(text(response)) ? response
                : new Response(response.status(), response.headers(), body.getBytes(StandardCharsets.UTF_8));
    }

    /** The cookies of the first login of an account are those of all that follow; its key tells whose login it is. */
    private static Interceptor sameSession() {
        Map<Object, List<String>> cookies = new ConcurrentHashMap<>();
        return at("auth_create_login", (request, chain) -> {
            Response response = chain.proceed(request);
            if (response.status() != 200) {
                return response;
            }
            Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            headers.putAll(response.headers());
            headers.put("Set-Cookie", cookies.computeIfAbsent(JsonTrees.at(JsonTrees.read(text(response)), "key"),
                    key -> headers.get("Set-Cookie")));
            return new Response(response.status(), headers, response.body());
        });
    }
}
