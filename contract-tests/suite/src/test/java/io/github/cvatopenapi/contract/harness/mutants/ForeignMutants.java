package io.github.cvatopenapi.contract.harness.mutants;

import static io.github.cvatopenapi.contract.harness.mutants.Break.at;
import static io.github.cvatopenapi.contract.harness.mutants.Break.json;
import static io.github.cvatopenapi.contract.harness.mutants.Break.text;
import static io.github.cvatopenapi.contract.harness.rules.Rule.AUTH_FOREIGN;
import static io.github.cvatopenapi.contract.harness.rules.Rule.ORG_CONTEXT;
import static io.github.cvatopenapi.contract.harness.rules.Rule.ORG_ISOLATION;

import io.github.cvatopenapi.contract.harness.http.JsonTrees;
import io.github.cvatopenapi.embedded.Interceptor.Request;
import io.github.cvatopenapi.embedded.Interceptor.Response;
import io.github.cvatopenapi.embedded.Interceptor;
import io.github.cvatopenapi.spec.Trees;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Lists that show to one what is another's. */
final class ForeignMutants {

    static final List<Mutant> ALL = Stream.of(
            Stream.of("requests_list", "quality_list_reports", "invitations_list", "users_list",
                    "auth_list_access_tokens", "organizations_list").map(ForeignMutants::everybodys),
            Stream.of(everybodys("memberships_list").also(ORG_CONTEXT)),
            Stream.of("projects_list", "tasks_list", "jobs_list", "labels_list", "issues_list", "comments_list",
                            "webhooks_list", "cloudstorages_list", "quality_list_settings", "consensus_list_settings")
                    .map(list -> everybodys(list).also(ORG_ISOLATION))).flatMap(mutants -> mutants).toList();

    private ForeignMutants() {
    }

    private static Mutant everybodys(String list) {
        return new Mutant("everybody sees what anybody has", list, AUTH_FOREIGN, showingAll(list));
    }

    /** Whoever asks for all without any condition gets whatever the list has shown to anybody. */
    private static Interceptor showingAll(String list) {
        Map<Object, Object> shown = new ConcurrentHashMap<>();
        return at(list, (request, chain) -> {
            Response response = chain.proceed(request);
            if (response.status() != 200 || !(JsonTrees.read(text(response)) instanceof Map<?, ?> page)) {
                return response;
            }
            List<Object> items = Trees.list(page.get("results"));
            if (!asksForAll(request)) {
                items.forEach(item -> shown.put(key(item), item));
                return response;
            }
            Map<Object, Object> all = new LinkedHashMap<>(shown);
            items.forEach(item -> all.put(key(item), item));
            Map<String, Object> changed = new LinkedHashMap<>(Trees.object(page));
            changed.put("count", all.size());
            changed.put("results", new ArrayList<>(all.values()));
            return json(response, changed);
        });
    }

    private static Object key(Object item) {
        Map<String, Object> tree = Trees.object(item);
        return tree.containsKey("id") ? tree.get("id") : tree.get("key");
    }

    private static boolean asksForAll(Request request) {
        return "page_size=all".equals(request.query()) && !request.headers().containsKey("x-organization");
    }
}
