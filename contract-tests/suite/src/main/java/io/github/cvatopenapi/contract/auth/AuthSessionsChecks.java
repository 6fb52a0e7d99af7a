package io.github.cvatopenapi.contract.auth;

import io.github.cvatopenapi.contract.harness.accounts.ThrowawayAccount;
import io.github.cvatopenapi.contract.harness.fixtures.Keys;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Check;
import io.github.cvatopenapi.contract.harness.run.Run;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Login and logout, always of accounts that the run made. */
final class AuthSessionsChecks {

    @Check(operation = "auth_create_login", rule = Rule.AUTH_WAYS, caseName = "user name")
    void aLoginByUserNameGivesAKeyThatLetsIn(Run run) {
        run.get(AuthFixtures.SESSION).byKey().call("users_retrieve_self").expect(200)
                .has("id", run.get(AuthFixtures.ACCOUNT).caller().id());
    }

    @Check(operation = "auth_create_login", rule = Rule.AUTH_WAYS, caseName = "address")
    void aLoginByAddressGivesAKeyThatLetsIn(Run run) {
        ThrowawayAccount account = run.get(AuthFixtures.ACCOUNT);
        AuthFixtures.session(run, account, run.anonymous().call("auth_create_login")
                .json(Map.of("email", account.email(), "password", account.password())).expect(200))
                .byKey().call("users_retrieve_self").expect(200).has("id", account.caller().id());
    }

    @Check(operation = "auth_create_login", rule = Rule.DOC_TOKEN)
    void theKeyOfALoginIsAcceptedAsToken(Run run) {
        run.get(AuthFixtures.SESSION).byKey().call("projects_create").json(Map.of("name", run.name("project")))
                .expect(201);
    }

    @Check(operation = "auth_create_login", rule = Rule.AUTH_SESSION, caseName = "reads")
    void aSessionReads(Run run) {
        run.get(AuthFixtures.SESSION).reading().call("users_retrieve_self").expect(200)
                .has("id", run.get(AuthFixtures.ACCOUNT).caller().id());
    }

    @Check(operation = "auth_create_login", rule = Rule.AUTH_SESSION, caseName = "without CSRF token")
    void aSessionWithoutItsCsrfTokenDoesNotWrite(Run run) {
        String name = run.name("project");
        run.get(AuthFixtures.SESSION).reading().call("projects_create").json(Map.of("name", name)).expect(403)
                .readableError();
        run.get(AuthFixtures.ACCOUNT).caller().call("projects_list").query("name", name).expect(200).has("count", 0);
    }

    @Check(operation = "auth_create_login", rule = Rule.AUTH_SESSION, caseName = "with CSRF token")
    void aSessionWithItsCsrfTokenWrites(Run run) {
        run.get(AuthFixtures.SESSION).writing().call("projects_create").json(Map.of("name", run.name("project")))
                .expect(201)
                .has("owner.id", run.get(AuthFixtures.ACCOUNT).caller().id());
    }

    @Check(operation = "auth_create_login", rule = Rule.AUTH_KEYS)
    void theSecretsOfLoginsAreLongAndEachSessionHasItsOwn(Run run) {
        List<AuthFixtures.Session> logins = List.of(run.get(AuthFixtures.SESSION),
                AuthFixtures.login(run, run.get(AuthFixtures.ACCOUNT)));
        Keys.check("logins", List.of(logins.get(1).key()), "[0-9a-f]{40}");
        Keys.check("sessions", logins.stream().map(AuthFixtures.Session::id).toList(), Keys.HARD_TO_GUESS);
    }

    @Check(operation = "auth_create_logout", rule = Rule.AUTH_SESSION)
    void aSessionEndsWithLogout(Run run) {
        AuthFixtures.Session session = AuthFixtures.login(run, run.throwawayAccount());
        session.reading().call("users_retrieve_self").expect(200);
        session.writing().call("auth_create_logout").expect(200).has("detail");
        session.reading().call("users_retrieve_self").expect(401).readableError();
        session.byKey().call("users_retrieve_self").expect(401).readableError();
    }

    @Check(operation = "auth_create_login", rule = Rule.ERROR_INPUT, caseName = "wrong password")
    void aWrongPasswordGets400(Run run) {
        run.anonymous().call("auth_create_login")
                .json(Map.of("username", run.get(AuthFixtures.ACCOUNT).caller().username(),
                "password", "wrong")).expect(400).readableError();
    }

    @Check(operation = "auth_create_login", rule = Rule.ERROR_TYPE, caseName = "array")
    void aListIsNoLogin(Run run) {
        run.anonymous().call("auth_create_login").body("application/json", "[]").expect(400).readableError();
    }

    @Check(operation = "auth_create_login", rule = Rule.ERROR_INPUT, caseName = "nulls")
    void nullsDoNotLogIn(Run run) {
        Map<String, Object> nulls = new HashMap<>();
        List.of("username", "email", "password").forEach(name -> nulls.put(name, null));
        run.anonymous().call("auth_create_login").json(nulls).expect(400).readableError();
    }

    @Check(operation = "auth_create_login", rule = Rule.ERROR_INPUT, caseName = "bad address")
    void whatIsNoAddressDoesNotLogIn(Run run) {
        run.anonymous().call("auth_create_login").json(Map.of("email", "nobody", "password", "")).expect(400)
                .readableError();
    }

    @Check(operation = "auth_create_login", rule = Rule.ERROR_INPUT, caseName = "no password")
    void aLoginWithoutPasswordGets400(Run run) {
        run.anonymous().call("auth_create_login")
                .json(Map.of("username", run.get(AuthFixtures.ACCOUNT).caller().username()))
                .expect(400).readableError();
    }
}
