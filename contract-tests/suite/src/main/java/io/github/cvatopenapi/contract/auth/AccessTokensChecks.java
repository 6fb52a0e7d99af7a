package io.github.cvatopenapi.contract.auth;

import io.github.cvatopenapi.contract.harness.fixtures.Keys;
import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.http.Caller;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Check;
import io.github.cvatopenapi.contract.harness.run.Run;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Personal access tokens: their life, and what can be done with one. */
final class AccessTokensChecks {

    private static Caller keeper(Run run) {
        return run.get(AuthFixtures.KEEPER);
    }

    @Check(operation = "auth_create_access_tokens", rule = Rule.LIFECYCLE_CREATE)
    void aTokenIsReadBackAsItWasSentAndListed(Run run) {
        String name = run.name("token");
        long id = AuthFixtures.made(keeper(run).call("auth_create_access_tokens")
                .json(Map.of("name", name, "read_only", false, "expiry_date", "2099-01-01T00:00:00Z")).send())
                .has("name", name).has("read_only", false).has("expiry_date", "2099-01-01T00:00:00Z").has("value").id();
        keeper(run).call("auth_retrieve_access_tokens").path(id).expect(200).has("id", id).has("name", name)
                .has("read_only", false).has("expiry_date", "2099-01-01T00:00:00Z").has("owner.id", keeper(run).id());
        keeper(run).call("auth_list_access_tokens").query("name", name).expect(200).has("count", 1)
                .has("results.0.id", id);
    }

    @Check(operation = "auth_create_access_tokens", rule = Rule.LIFECYCLE_CREATE, caseName = "defaults")
    void aTokenOnlyReadsAndDoesNotExpireUnlessItIsSaid(Run run) {
        AuthFixtures.made(keeper(run).call("auth_create_access_tokens")
                        .json(Map.of("name", run.name("token"))).send())
                .has("read_only", true).has("expiry_date", null).has("last_used_date", null);
    }

    @Check(operation = "auth_create_access_tokens", rule = Rule.AUTH_KEYS)
    void theValuesOfTokensAreLongAndDifferent(Run run) {
        List<String> values = Stream.of("one", "other").map(name -> AuthFixtures.value(run,
                AuthFixtures.made(keeper(run).call("auth_create_access_tokens")
                        .json(Map.of("name", run.name(name + " token"))).send()))).toList();
        Keys.check("personal access tokens", values, Keys.HARD_TO_GUESS);
    }

    @Check(operation = "auth_retrieve_access_tokens", rule = Rule.AUTH_SECRETS)
    void theValueOfATokenIsNotToldAgain(Run run) {
        notTold(keeper(run).call("auth_retrieve_access_tokens").path(run.get(AuthFixtures.TOKEN).id())
                .expect(200), "");
    }

    @Check(operation = "auth_list_access_tokens", rule = Rule.AUTH_SECRETS)
    void noListTellsTheValueOfAToken(Run run) {
        notTold(keeper(run).call("auth_list_access_tokens").query("name", run.get(AuthFixtures.TOKEN).name())
                .expect(200)
                .has("count", 1), "results.0.");
    }

    @Check(operation = "auth_retrieve_access_tokens_self", rule = Rule.AUTH_SECRETS)
    void aTokenDoesNotTellItsOwnValue(Run run) {
        notTold(run.get(AuthFixtures.TOKEN).caller().call("auth_retrieve_access_tokens_self").expect(200), "");
    }

    private static void notTold(Answer answer, String prefix) {
        if (answer.at(prefix + "value") != null) {
            throw answer.fail("the value of the token is told");
        }
    }

    @Check(operation = "auth_retrieve_access_tokens_self", rule = Rule.LIFECYCLE_READ)
    void aTokenTellsAboutItself(Run run) {
        AuthFixtures.Token token = run.get(AuthFixtures.TOKEN);
        token.caller().call("auth_retrieve_access_tokens_self").expect(200).has("id", token.id())
                .has("name", token.name())
                .has("read_only", true).has("owner.id", keeper(run).id());
    }

    @Check(operation = "auth_retrieve_access_tokens_self", rule = Rule.AUTH_WRONG, caseName = "basic")
    void whoIsNotLetInByATokenHasNone(Run run) {
        Answer answer = run.mainByPassword().call("auth_retrieve_access_tokens_self").expect(401).readableError();
        if (!String.valueOf(answer.header("WWW-Authenticate")).startsWith("Bearer")) {
            throw answer.fail("WWW-Authenticate is " + answer.header("WWW-Authenticate") + ", expected Bearer");
        }
    }

    @Check(operation = "auth_partial_update_access_tokens", rule = Rule.LIFECYCLE_CHANGE)
    void aChangedNameIsReadBackAndNothingElseChanges(Run run) {
        AuthFixtures.Token token = AuthFixtures.make(run, Map.of("expiry_date", "2099-01-01T00:00:00Z"));
        String name = run.name("renamed token");
        keeper(run).call("auth_partial_update_access_tokens").path(token.id()).json(Map.of("name", name))
                .expect(200)
                .has("name", name);
        keeper(run).call("auth_retrieve_access_tokens").path(token.id()).expect(200).has("name", name)
                .has("read_only", true).has("expiry_date", "2099-01-01T00:00:00Z");
        token.caller().call("users_retrieve_self").expect(200).has("id", keeper(run).id());
    }

    @Check(operation = "auth_partial_update_access_tokens", rule = Rule.LIFECYCLE_CHANGE, caseName = "expiry_date")
    void theExpiryIsTakenAway(Run run) {
        AuthFixtures.Token token = AuthFixtures.make(run, Map.of("expiry_date", "2099-01-01T00:00:00Z"));
        long id = token.id();
        keeper(run).call("auth_partial_update_access_tokens").path(id)
                .json(Collections.singletonMap("expiry_date", null)).expect(200).has("expiry_date", null);
        keeper(run).call("auth_retrieve_access_tokens").path(id).expect(200).has("expiry_date", null)
                .has("name", token.name()).has("read_only", true);
    }

    @Check(operation = "auth_destroy_access_tokens", rule = Rule.LIFECYCLE_REMOVE)
    void aRevokedTokenIsGoneFromItsList(Run run) {
        AuthFixtures.Token token = AuthFixtures.make(run, Map.of());
        keeper(run).call("auth_destroy_access_tokens").path(token.id()).expect(204);
        keeper(run).call("auth_retrieve_access_tokens").path(token.id()).expect(404).readableError();
        keeper(run).call("auth_list_access_tokens").query("name", token.name()).expect(200).has("count", 0);
    }

    @Check(operation = "auth_destroy_access_tokens", rule = Rule.AUTH_REVOKED)
    void aRevokedTokenLetsNobodyIn(Run run) {
        AuthFixtures.Token token = AuthFixtures.make(run, Map.of());
        token.caller().call("users_retrieve_self").expect(200);
        keeper(run).call("auth_destroy_access_tokens").path(token.id()).expect(204);
        token.caller().call("users_retrieve_self").expect(401).readableError();
    }

    @Check(operation = "auth_create_access_tokens", rule = Rule.AUTH_REVOKED, caseName = "expired")
    void anExpiredTokenLetsNobodyIn(Run run) {
        AuthFixtures.make(run, Map.of("expiry_date", "2020-01-01T00:00:00Z")).caller().call("users_retrieve_self")
                .expect(401)
                .readableError();
    }

    @Check(operation = "auth_list_access_tokens", rule = Rule.LIFECYCLE_REMOVE, caseName = "expired")
    void anExpiredTokenIsNotListed(Run run) {
        AuthFixtures.Token token = AuthFixtures.make(run, Map.of("expiry_date", "2020-01-01T00:00:00Z"));
        keeper(run).call("auth_list_access_tokens").query("name", token.name()).expect(200).has("count", 0);
        keeper(run).call("auth_retrieve_access_tokens").path(token.id()).expect(404).readableError();
    }

    @Check(operation = "auth_create_access_tokens", rule = Rule.AUTH_READ_ONLY, caseName = "reads")
    void aTokenThatOnlyReadsReads(Run run) {
        run.get(AuthFixtures.TOKEN).caller().call("users_retrieve_self").expect(200).has("id", keeper(run).id());
    }

    @Check(operation = "auth_create_access_tokens", rule = Rule.AUTH_READ_ONLY, caseName = "writes")
    void aTokenThatOnlyReadsDoesNotWrite(Run run) {
        String name = run.name("project");
        run.get(AuthFixtures.TOKEN).caller().call("projects_create").json(Map.of("name", name)).expect(403)
                .readableError();
        run.main().call("projects_list").query("name", name).expect(200).has("count", 0);
    }

    @Check(operation = "auth_create_access_tokens", rule = Rule.AUTH_WAYS, caseName = "writing token")
    void aTokenThatWritesWrites(Run run) {
        run.get(AuthFixtures.WRITING).caller().call("projects_create").json(Map.of("name", run.name("project")))
                .expect(201)
                .has("owner.id", keeper(run).id());
    }

    @Check(operation = "auth_create_access_tokens", rule = Rule.AUTH_FOREIGN, caseName = "by a token")
    void aTokenMakesNoTokens(Run run) {
        String name = run.name("token");
        run.get(AuthFixtures.WRITING).caller().call("auth_create_access_tokens").json(Map.of("name", name)).expect(403)
                .readableError();
        keeper(run).call("auth_list_access_tokens").query("name", name).expect(200).has("count", 0);
    }

    @Check(operation = "auth_partial_update_access_tokens", rule = Rule.AUTH_FOREIGN, caseName = "by a token")
    void aTokenChangesNoTokens(Run run) {
        run.get(AuthFixtures.WRITING).caller().call("auth_partial_update_access_tokens")
                .path(run.get(AuthFixtures.TOKEN).id()).json(Map.of()).expect(403).readableError();
    }

    @Check(operation = "auth_destroy_access_tokens", rule = Rule.AUTH_FOREIGN, caseName = "by a token")
    void aTokenRevokesNoTokens(Run run) {
        AuthFixtures.Token token = AuthFixtures.make(run, Map.of());
        run.get(AuthFixtures.WRITING).caller().call("auth_destroy_access_tokens").path(token.id()).expect(403)
                .readableError();
        token.caller().call("users_retrieve_self").expect(200);
    }

    @Check(operation = "auth_list_access_tokens", rule = Rule.AUTH_WAYS, caseName = "token")
    void aTokenListsTokens(Run run) {
        AuthFixtures.Token token = run.get(AuthFixtures.TOKEN);
        token.caller().call("auth_list_access_tokens").query("name", token.name()).expect(200)
                .has("results.0.id", token.id());
    }

    @Check(operation = "auth_list_access_tokens", rule = Rule.AUTH_FOREIGN)
    void somebodyElseDoesNotSeeATokenListed(Run run) {
        run.second().call("auth_list_access_tokens").query("name", run.get(AuthFixtures.TOKEN).name()).expect(200)
                .has("count", 0);
    }

    @Check(operation = "auth_retrieve_access_tokens", rule = Rule.AUTH_FOREIGN)
    void somebodyElseCannotReadAToken(Run run) {
        run.second().call("auth_retrieve_access_tokens").path(run.get(AuthFixtures.TOKEN).id()).expect(403)
                .readableError();
    }

    @Check(operation = "auth_partial_update_access_tokens", rule = Rule.AUTH_FOREIGN)
    void somebodyElseCannotChangeAToken(Run run) {
        run.second().call("auth_partial_update_access_tokens").path(run.get(AuthFixtures.TOKEN).id()).json(Map.of())
                .expect(403)
                .readableError();
    }

    @Check(operation = "auth_destroy_access_tokens", rule = Rule.AUTH_FOREIGN)
    void somebodyElseCannotRevokeAToken(Run run) {
        AuthFixtures.Token token = run.get(AuthFixtures.TOKEN);
        run.second().call("auth_destroy_access_tokens").path(token.id()).expect(403).readableError();
        token.caller().call("users_retrieve_self").expect(200);
    }

    /** The document has no such parameter here, and the server looks at it all the same. */
    @Check(operation = "auth_list_access_tokens", rule = Rule.ERROR_QUERY_BOUNDS, caseName = "org_id: abc")
    void anOrganizationThatIsNoNumberIsRefused(Run run) {
        keeper(run).call("auth_list_access_tokens").query("org_id", "abc").send().readableError();
    }

    @Check(operation = "auth_list_access_tokens", rule = Rule.FILTER_SIMPLE, caseName = "name")
    void aListByNameHasTheTokensOfThatNameOnly(Run run) {
        AuthFixtures.Token token = run.get(AuthFixtures.TOKEN);
        run.get(AuthFixtures.WRITING);
        keeper(run).call("auth_list_access_tokens").query("name", token.name()).expect(200).has("count", 1)
                .has("results.0.id", token.id());
    }
}
