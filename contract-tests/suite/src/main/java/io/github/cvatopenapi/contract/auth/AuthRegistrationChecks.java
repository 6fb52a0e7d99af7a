package io.github.cvatopenapi.contract.auth;

import io.github.cvatopenapi.contract.harness.accounts.ThrowawayAccount;
import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.http.Caller;
import io.github.cvatopenapi.contract.harness.http.Credentials;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Check;
import io.github.cvatopenapi.contract.harness.run.Run;
import java.util.HashMap;
import java.util.Map;

/** Registration, where the run may register accounts, and the rules that anybody may read. */
final class AuthRegistrationChecks {

    private static Map<String, Object> form(String name, String password) {
        return new HashMap<>(Map.of("username", name, "email", name + "@contract.example", "password1", password,
                "password2", password, "first_name", "Contract", "last_name", "Suite"));
    }

    @Check(operation = "auth_create_register", rule = Rule.LIFECYCLE_CREATE)
    void aRegisteredAccountLogsIn(Run run) {
        Caller maker = run.get(AuthFixtures.ACCOUNT).caller(); // skips where nothing may be registered
        String name = run.names().slug();
        String password = run.password();
        run.resources().add("users", name, () -> run.removeAccount(name));
        run.anonymous().call("auth_create_register").json(form(name, password)).expect(201).has("username", name)
                .has("email", name + "@contract.example").has("first_name", "Contract").has("last_name", "Suite");
        maker.with(Credentials.basic(name, password)).call("users_retrieve_self").expect(200).has("username", name)
                .has("first_name", "Contract").has("is_superuser", false).has("is_staff", false);
    }

    /** Sends a form that must be refused; should it not be, the account is removed again. */
    private static void refused(Run run, Map<String, Object> form) {
        run.get(AuthFixtures.ACCOUNT);
        Caller administrator = run.administrator();
        String name = String.valueOf(form.get("username"));
        run.resources().add("users", name, () -> run.removeAccount(name));
        run.anonymous().call("auth_create_register").json(form).expect(400).readableError();
        administrator.call("users_list").query("username", name).expect(200).has("count", 0);
    }

    @Check(operation = "auth_create_register", rule = Rule.ERROR_INPUT, caseName = "name taken")
    void aNameThatIsTakenGets400(Run run) {
        ThrowawayAccount account = run.get(AuthFixtures.ACCOUNT);
        run.anonymous().call("auth_create_register").json(form(account.caller().username(), run.password())).expect(400)
                .readableError();
        account.caller().call("users_retrieve_self").expect(200).has("id", account.caller().id());
    }

    @Check(operation = "auth_create_register", rule = Rule.ERROR_INPUT, caseName = "passwords differ")
    void twoDifferentPasswordsGet400(Run run) {
        Map<String, Object> form = form(run.names().slug(), run.password());
        form.put("password2", run.password());
        refused(run, form);
    }

    @Check(operation = "auth_create_register", rule = Rule.ERROR_INPUT, caseName = "weak password")
    void aWeakPasswordGets400(Run run) {
        refused(run, form(run.names().slug(), "123"));
    }

    @Check(operation = "auth_create_register", rule = Rule.ERROR_INPUT, caseName = "bad address")
    void whatIsNoAddressGets400(Run run) {
        Map<String, Object> form = form(run.names().slug(), run.password());
        form.put("email", "not-an-email");
        refused(run, form);
    }

    @Check(operation = "auth_create_register", rule = Rule.ERROR_INPUT, caseName = "nothing")
    void aRegistrationWithoutAnythingGets400(Run run) {
        run.get(AuthFixtures.ACCOUNT);
        run.anonymous().call("auth_create_register").json(Map.of()).expect(400).readableError();
    }

    @Check(operation = "auth_retrieve_rules", rule = Rule.LIFECYCLE_READ)
    void theRulesAreACompressedArchive(Run run) {
        Answer rules = run.anonymous().call("auth_retrieve_rules").expect(200).mediaType("application/x-tar");
        byte[] bytes = rules.bytes();
        if (bytes.length < 2 || (bytes[0] & 0xff) != 0x1f || (bytes[1] & 0xff) != 0x8b) {
            throw rules.fail("the body is not compressed by gzip");
        }
    }
}
