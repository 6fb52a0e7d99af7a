package io.github.cvatopenapi.contract.users;

import io.github.cvatopenapi.contract.auth.AuthFixtures;
import io.github.cvatopenapi.contract.harness.accounts.ThrowawayAccount;
import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.http.Caller;
import io.github.cvatopenapi.contract.harness.http.Credentials;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Check;
import io.github.cvatopenapi.contract.harness.run.Run;

/** Each way of saying who calls, shown on the operation that tells who calls. */
final class UsersWaysChecks {

    private static void knows(Caller caller) {
        caller.call("users_retrieve_self").expect(200).has("id", caller.id()).has("username", caller.username());
    }

    private static void refuses(Run run, Credentials credentials) {
        Answer answer = run.anonymous().with(credentials).call("users_retrieve_self").expect(401).readableError();
        if (answer.header("WWW-Authenticate") == null) {
            throw answer.fail("there is no WWW-Authenticate");
        }
    }

    @Check(operation = "users_retrieve_self", rule = Rule.AUTH_WAYS, caseName = "basic")
    void userNameAndPasswordLetIn(Run run) {
        knows(run.mainByPassword());
    }

    @Check(operation = "users_retrieve_self", rule = Rule.AUTH_WAYS, caseName = "token")
    void theKeyOfALoginLetsIn(Run run) {
        knows(run.get(AuthFixtures.SESSION).byKey());
    }

    @Check(operation = "users_retrieve_self", rule = Rule.AUTH_WAYS, caseName = "personal access token")
    void aPersonalAccessTokenLetsIn(Run run) {
        knows(run.get(AuthFixtures.BEARER));
    }

    @Check(operation = "users_retrieve_self", rule = Rule.AUTH_WAYS, caseName = "session")
    void theCookieOfASessionLetsIn(Run run) {
        knows(run.get(AuthFixtures.SESSION).reading());
    }

    @Check(operation = "users_retrieve_self", rule = Rule.AUTH_WRONG, caseName = "bearer")
    void aMadeUpPersonalAccessTokenGets401(Run run) {
        refuses(run, Credentials.wrong("bearer", "Bearer not-a-token"));
    }

    @Check(operation = "users_retrieve_self", rule = Rule.AUTH_WRONG, caseName = "basic")
    void aWrongPasswordGets401(Run run) {
        ThrowawayAccount account = UserFixtures.one(run);
        refuses(run, Credentials.basic(account.caller().username(), "wrong"));
    }

    @Check(operation = "users_retrieve_self", rule = Rule.AUTH_WRONG, caseName = "token without key")
    void aTokenWithoutKeyGets401(Run run) {
        refuses(run, Credentials.wrong("token", "Token"));
    }

    @Check(operation = "users_retrieve_self", rule = Rule.AUTH_WRONG, caseName = "basic without base64")
    void whatIsNotEncodedGets401(Run run) {
        refuses(run, Credentials.wrong("basic", "Basic !!!"));
    }
}
