package io.github.cvatopenapi.contract.harness.mutants;

import static io.github.cvatopenapi.contract.harness.mutants.Break.*;
import static io.github.cvatopenapi.contract.harness.rules.Rule.*;

import io.github.cvatopenapi.embedded.Interceptor.Response;
import io.github.cvatopenapi.spec.Trees;
import java.util.List;
import java.util.function.UnaryOperator;

/** Lists that page, sort or filter wrongly. */
final class ListMutants {

    static final List<Mutant> ALL = List.of(
            new Mutant("count is one too many", "users_list", PAGE_COUNT,
                body("users_list", page -> page.put("count", ((Number) page.get("count")).longValue() + 1)))
                .also(AUTH_FOREIGN),
            new Mutant("next forgets the other parameters of the query", "tasks_list", PAGE_LINKS,
                body("tasks_list", page -> page.computeIfPresent("next", (name, link) ->
                        String.valueOf(link).replaceFirst("\\?.*?(page=\\d+).*", "?$1"))))
                .also(PAGE_WALK, STATUS_DECLARED),
            new Mutant("next leads to another server", "issues_list", PAGE_LINKS,
                body("issues_list", page -> page.computeIfPresent("next", (name, link) ->
                        String.valueOf(link).replaceFirst("//[^/]+", "//elsewhere.example")))),
            new Mutant("previous forgets the other parameters of the query", "comments_list", PAGE_LINKS,
                body("comments_list", page -> page.computeIfPresent("previous", (name, link) ->
                        String.valueOf(link).replaceFirst("\\?.*", "")))).also(PAGE_WALK),
            new Mutant("previous names the page after", "projects_list", PAGE_WALK,
                body("projects_list", page ->
                        page.replace("previous", page.get("previous") == null ? null : page.get("next"))))
                .also(DOC_PAGING, PAGE_LINKS),
            new Mutant("the second page is the first again", "organizations_list", PAGE_WALK,
                requests("organizations_list", request -> request.query() == null ? request
                        : query(request, request.query().replaceFirst("(^|&)page=2(?=&|$)", "$1page=1"))))
                .also(PAGE_LINKS),
            new Mutant("page_size is not looked at", "users_list", PAGE_SIZE,
                requests("users_list", request -> without(request, "page_size")))
                .also(PAGE_WALK, PAGE_COUNT, PAGE_LINKS, STATUS_DECLARED),
            new Mutant("a page beyond the last is the first", "memberships_list", PAGE_NUMBER,
                at("memberships_list", instead(404, request -> without(request, "page"))))
                .also(ERROR_QUERY_BOUNDS),
            new Mutant("a page has no previous", "requests_list", PAGE_SHAPE,
                body("requests_list", page -> page.remove("previous"))).also(PAGE_WALK, PAGE_LINKS, SCHEMA_BODY),
            new Mutant("sort is not looked at", "projects_list", FILTER_SORT,
                requests("projects_list", request -> without(request, "sort"))).also(DOC_SORT, PAGE_LINKS),
            new Mutant("sort goes by another field", "memberships_list", FILTER_SORT,
                requests("memberships_list", request -> asks(request, "sort=user") ? query(request,
                        request.query().replaceFirst("sort=user", "sort=role")) : request)),
            new Mutant("a condition on one field is not looked at", "webhooks_list", FILTER_LOGIC,
                requests("webhooks_list", request -> asks(request, "description%22%7D") ? without(request, "filter")
                        : request)),
            new Mutant("a JSON Logic filter is turned round", "tasks_list", FILTER_LOGIC,
                requests("tasks_list", request -> request.query() == null ? request : query(request,
                        request.query().replaceFirst("(?<=filter=)(%7B.*?%7D)(?=&|$)", "%7B%22%21%22%3A$1%7D"))))
                .also(PAGE_LINKS, STATUS_DECLARED, ORG_ISOLATION),
            new Mutant("search is not looked at", "jobs_list", FILTER_SEARCH,
                requests("jobs_list", request -> without(request, "search"))),
            new Mutant("the filter by name is not looked at", "labels_list", FILTER_SIMPLE,
                requests("labels_list", request -> without(request, "name"))),
            new Mutant("a broken filter is no filter", "invitations_list", FILTER_BROKEN,
                at("invitations_list", instead(400, request -> without(request, "filter")))),
            new Mutant("the list fails while a task is removed", "tasks_list", PAGE_MEANWHILE,
                stumbling("tasks_list", "tasks_destroy", response -> status(response, 500)))
                .with("tasks_destroy"),
            new Mutant("an item has no status while work is cancelled", "requests_list", PAGE_MEANWHILE,
                stumbling("requests_list", "requests_create_cancel", itemsLack("status")))
                .with("requests_create_cancel"),
            new Mutant("an item has no role while a member is removed", "invitations_list", PAGE_MEANWHILE,
                stumbling("invitations_list", "memberships_destroy", itemsLack("role")))
                .with("memberships_destroy"));

    private static UnaryOperator<Response> itemsLack(String member) {
        return response -> body(response, page -> Trees.list(page.get("results"))
                .forEach(item -> Trees.object(item).put(member, null)));
    }

    private ListMutants() {
    }
}
