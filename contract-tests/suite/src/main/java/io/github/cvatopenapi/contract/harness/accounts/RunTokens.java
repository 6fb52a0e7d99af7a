package io.github.cvatopenapi.contract.harness.accounts;

import io.github.cvatopenapi.contract.harness.cleanup.Names;
import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.http.Caller;
import io.github.cvatopenapi.contract.harness.http.Client;
import io.github.cvatopenapi.contract.harness.http.Credentials;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Personal access tokens that the accounts of a run make for it: a server hashes a password anew on every call, and
 * looks a token up. The run takes them away with all else; what is lost on the way expires. Safe for threads.
 */
final class RunTokens {

    private static final Duration LIFE = Duration.ofHours(20);

    private final Client client;
    private final Names names;
    private final List<String> notes = Collections.synchronizedList(new ArrayList<>());

    RunTokens(Client client, Names names) {
        this.client = client;
        this.names = names;
    }

    /** The account let in by a new token, or as it is where the server makes none. */
    Caller letIn(Caller byPassword) {
        Credentials password = byPassword.credentials();
        // what answers 201 to a creation is registered by the exchange
        Answer made = byPassword.call("auth_create_access_tokens").json(Map.of("name", names.next("token"),
                "read_only", false, "expiry_date", Instant.now().plus(LIFE).truncatedTo(ChronoUnit.SECONDS).toString()))
                .send();
        if (made.status() != 201 || !(made.at("value") instanceof String value)) {
            return byPassword(byPassword, "the server made it no personal access token (" + made.status() + ")");
        }
        client.redactor().hide(value);
        Caller caller = new Caller(byPassword.label(), byPassword.username(), byPassword.id(),
                Credentials.bearer(value, password), client);
        Answer self = caller.call("users_retrieve_self").send();
        if (self.status() != 200 || self.id() != byPassword.id()) {
            return byPassword(byPassword, "the personal access token that the server made does not let it in ("
                    + self.status() + ")");
        }
        return caller;
    }

    private Caller byPassword(Caller caller, String why) {
        notes.add("The " + caller.label() + " account calls by password, which takes longer: " + why + ".");
        return caller;
    }

    /** What a reader of the report should know, one sentence each. */
    List<String> notes() {
        return List.copyOf(notes);
    }
}
