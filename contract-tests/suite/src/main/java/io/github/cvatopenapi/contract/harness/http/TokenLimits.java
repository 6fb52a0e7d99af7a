package io.github.cvatopenapi.contract.harness.http;

import io.github.cvatopenapi.spec.Operation;
import java.util.List;
import java.util.Set;

/**
 * What the server lets no personal access token do, though the account itself may: change tokens, passwords and
 * accounts, and send events. Tokens and events were recorded; for accounts it is the rule of CVAT's own policies.
 */
final class TokenLimits {

    private static final Set<String> TAGS = Set.of("auth", "users");
    private static final String SENDING = "events_create";
    /** Where only a personal access token lets in. */
    private static final String OF_TOKENS = "auth_retrieve_access_tokens_self";

    private TokenLimits() {
    }

    static boolean refuses(String method, List<Operation> operations) {
        return !Call.safe(method)
                && operations.stream().noneMatch(each -> each.id().equals(OF_TOKENS))
                && operations.stream().anyMatch(each -> each.secured()
                        && (TAGS.contains(each.tag()) || each.id().equals(SENDING)));
    }
}
