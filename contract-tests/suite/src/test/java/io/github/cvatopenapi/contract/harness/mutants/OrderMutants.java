package io.github.cvatopenapi.contract.harness.mutants;

import static io.github.cvatopenapi.contract.harness.mutants.Break.asks;
import static io.github.cvatopenapi.contract.harness.mutants.Break.at;
import static io.github.cvatopenapi.contract.harness.mutants.Break.body;
import static io.github.cvatopenapi.contract.harness.rules.Rule.PAGE_ORDER;

import io.github.cvatopenapi.embedded.Interceptor.Response;
import io.github.cvatopenapi.spec.Trees;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** Lists whose usual order is turned round. */
final class OrderMutants {

    static final List<Mutant> ALL = Stream.of("webhooks_list_deliveries", "projects_list", "tasks_list", "jobs_list",
            "labels_list", "issues_list", "comments_list", "webhooks_list", "requests_list", "invitations_list",
            "memberships_list", "organizations_list", "users_list", "auth_list_access_tokens", "cloudstorages_list",
            "quality_list_reports", "quality_list_settings", "consensus_list_settings").map(OrderMutants::turned)
            .toList();

    private OrderMutants() {
    }

    /** A page that holds everything is turned round where no order was asked for. */
    private static Mutant turned(String list) {
        return new Mutant("what comes first comes last", list, PAGE_ORDER, at(list, (request, chain) -> {
            Response response = chain.proceed(request);
            return response.status() != 200 || asks(request, "sort=") || !asks(request, "page_size=all") ? response
                    : body(response, page -> {
                        List<Object> items = new ArrayList<>(Trees.list(page.get("results")));
                        Collections.reverse(items);
                        page.put("results", items);
                    });
        }));
    }
}
