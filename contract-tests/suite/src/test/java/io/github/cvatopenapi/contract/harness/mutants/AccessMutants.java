package io.github.cvatopenapi.contract.harness.mutants;

import static io.github.cvatopenapi.contract.harness.mutants.Break.*;
import static io.github.cvatopenapi.contract.harness.rules.Rule.*;

import io.github.cvatopenapi.embedded.Interceptor.Chain;
import io.github.cvatopenapi.embedded.Interceptor.Request;
import io.github.cvatopenapi.embedded.Interceptor.Response;
import java.util.List;
import java.util.Map;

/** Instances that let in whom they should not, or show to one what is another's. */
final class AccessMutants {

    static final List<Mutant> ALL = List.of(
            new Mutant("anonymous is let in", "jobs_list", AUTH_ANONYMOUS,
                at("jobs_list", instead(401, request -> bears(request) ? request : asAdministrator(request)))),
            new Mutant("anonymous is let in", "lambda_list_functions", AUTH_ANONYMOUS,
                at("lambda_list_functions", instead(401, request ->
                    bears(request) ? request : asAdministrator(request)))),
            new Mutant("wrong credentials are let in", "labels_list", AUTH_WRONG,
                at("labels_list", instead(401, request -> bears(request) ? asAdministrator(request) : request))),
            new Mutant("WWW-Authenticate is missing", "invitations_list", AUTH_ANONYMOUS,
                answers("invitations_list", 401, response -> header(response, "WWW-Authenticate", null)))
                .also(AUTH_WRONG),
            new Mutant("an open operation wants credentials", "auth_retrieve_rules", AUTH_OPEN,
                where(request -> request.path().equals("/api/auth/rules") && request.method().equals("GET")
                        && !bears(request),
                        (request, chain) -> empty(403))).also(LIFECYCLE_READ, STATUS_DECLARED, SCHEMA_BODY),
            new Mutant("a read-only token writes", "auth_create_access_tokens", AUTH_READ_ONLY,
                at("projects_create", instead(403, Break::asAdministrator))),
            new Mutant("a read-only token changes", "labels_partial_update", AUTH_READ_ONLY,
                at("labels_partial_update", (request, chain) -> {
                    Response answer = chain.proceed(request);
                    return answer.status() == 403 && onlyReads(request, chain)
                            ? chain.proceed(asAdministrator(request))
                            : answer;
                })),
            new Mutant("a revoked token lets in", "auth_destroy_access_tokens", AUTH_REVOKED,
                at("users_retrieve_self", instead(401, Break::asAdministrator))),
            new Mutant("a session writes without its CSRF token", "auth_create_login", AUTH_SESSION,
                at("projects_create", instead(403, Break::asAdministrator))),
            new Mutant("logout ends nothing", "auth_create_logout", AUTH_SESSION,
                at("auth_create_logout", pretending("/api/users/self", 200, Map.of("detail", "Logged out.")))),
            new Mutant("a list tells the values of tokens", "auth_list_access_tokens", AUTH_SECRETS,
                items("auth_list_access_tokens", items -> items.replaceAll(item -> with(item, "value", "secret")))),
            new Mutant("what belongs to somebody else is shown", "projects_retrieve", AUTH_FOREIGN,
                at("projects_retrieve", instead(403, Break::asAdministrator))).also(ORG_ROLES, DOC_ERROR_CODES),
            new Mutant("what is in an organization is shown in the personal space", "tasks_list", ORG_ISOLATION,
                requests("tasks_list", request -> String.valueOf(request.query()).matches("(.*&)?org=(&.*)?")
                        ? without(request, "org") : request)),
            new Mutant("other organizations are visible", "labels_list", ORG_ISOLATION,
                requests("labels_list", request -> bears(request) && request.query() != null
                        && request.query().equals("page_size=all") ? asAdministrator(request) : request))
                .also(AUTH_FOREIGN),
            new Mutant("who is no member is let in", "projects_list", ORG_FOREIGN,
                at("projects_list", instead(403, Break::asAdministrator))),
            new Mutant("an unknown organization is none", "jobs_list", ORG_UNKNOWN,
                where(AccessMutants::listsJobsOfAnOrganization, instead(404, Break::withoutOrganization))),
            new Mutant("org_id is not looked at", "projects_list", ORG_CONTEXT,
                requests("projects_list", request -> without(request, "org_id")))
                .also(ORG_FOREIGN, ORG_UNKNOWN, ERROR_QUERY_BOUNDS),
            new Mutant("a worker makes projects", "projects_create", ORG_ROLES,
                at("projects_create", instead(403, Break::asAdministrator))).also(AUTH_READ_ONLY),
            new Mutant("a supervisor reads the tasks of others", "tasks_retrieve", ORG_ROLES,
                at("tasks_retrieve", instead(403, Break::asAdministrator))).also(AUTH_FOREIGN),
            new Mutant("anybody changes roles", "memberships_partial_update", ORG_ROLES,
                at("memberships_partial_update", instead(403, Break::asAdministrator)))
                .also(AUTH_FOREIGN));

    private AccessMutants() {
    }

    /** Whether the caller shows a personal access token that only reads. */
    private static boolean onlyReads(Request request, Chain chain) {
        return header(request, "authorization").startsWith("Bearer")
                && text(chain.proceed(get(request, "/api/auth/access_tokens/self"))).replace(" ", "")
                .contains("\"read_only\":true");
    }

    private static boolean bears(Request request) {
        return request.headers().containsKey("authorization");
    }

    private static boolean listsJobsOfAnOrganization(Request request) {
        return request.path().equals("/api/jobs") && request.method().equals("GET")
                && (request.headers().containsKey("x-organization") || String.valueOf(request.query()).contains("org"));
    }
}
