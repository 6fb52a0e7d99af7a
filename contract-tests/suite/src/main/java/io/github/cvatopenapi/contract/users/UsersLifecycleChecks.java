package io.github.cvatopenapi.contract.users;

import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.http.Caller;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Check;
import io.github.cvatopenapi.contract.harness.run.Run;
import java.util.List;
import java.util.Map;

/** The life of an account, and who may see and change it. */
final class UsersLifecycleChecks {

    @Check(operation = "users_retrieve_self", rule = Rule.LIFECYCLE_READ)
    void anAccountSaysWhatItWasRegisteredWith(Run run) {
        var account = UserFixtures.one(run);
        account.caller().call("users_retrieve_self").expect(200).has("username", account.caller().username())
                .has("email", account.email()).has("first_name", "Contract").has("is_active", true)
                .has("is_staff", false).has("is_superuser", false);
    }

    @Check(operation = "users_retrieve", rule = Rule.LIFECYCLE_READ)
    void anAccountReadsItself(Run run) {
        var account = UserFixtures.one(run);
        account.caller().call("users_retrieve").path(account.caller().id()).expect(200).has("id", account.caller().id())
                .has("username", account.caller().username()).has("email", account.email());
    }

    @Check(operation = "users_retrieve", rule = Rule.AUTH_FOREIGN)
    void somebodyElseCannotReadAnAccount(Run run) {
        run.second().call("users_retrieve").path(run.main().id()).expect(403).readableError();
    }

    @Check(operation = "users_list", rule = Rule.AUTH_FOREIGN)
    void anAccountSeesOnlyItselfListed(Run run) {
        Caller main = run.ordinary();
        main.call("users_list").expect(200).has("count", 1).has("results.0.id", main.id());
    }

    @Check(operation = "users_list", rule = Rule.AUTH_FOREIGN, caseName = "by name")
    void anAccountDoesNotFindOthersByName(Run run) {
        run.ordinary().call("users_list").query("username", UserFixtures.one(run).caller().username())
                .expect(200).has("count", 0);
    }

    @Check(operation = "users_partial_update", rule = Rule.LIFECYCLE_CHANGE)
    void namesThatAnAccountChangesAreReadBackAndNothingElseChanges(Run run) {
        Caller caller = run.throwawayAccount().caller();
        Map<String, Object> names = Map.of("first_name", run.name("first name"), "last_name", run.name("last name"));
        Answer before = caller.call("users_retrieve_self").expect(200);
        caller.call("users_partial_update").path(caller.id()).json(names).expect(200).hasAll(names);
        caller.call("users_retrieve_self").expect(200).hasAll(names)
                .sameAs(before, "first_name", "last_name", "last_login");
    }

    @Check(operation = "users_partial_update", rule = Rule.LIFECYCLE_CHANGE, caseName = "groups")
    void anAdministratorChangesGroups(Run run) {
        Caller caller = run.throwawayAccount().caller();
        Answer before = run.administrator().call("users_retrieve").path(caller.id()).expect(200);
        run.administrator().call("users_partial_update").path(caller.id()).json(Map.of("groups", List.of("worker")))
                .expect(200)
                .has("groups", List.of("worker")).sameAs(before, "groups", "last_login");
        caller.call("users_retrieve_self").expect(200).has("groups", List.of("worker"));
    }

    @Check(operation = "users_partial_update", rule = Rule.LIFECYCLE_CHANGE, caseName = "is_active")
    void anAccountThatWasMadeInactiveIsNotLetIn(Run run) {
        Caller caller = run.throwawayAccount().caller();
        run.administrator().call("users_partial_update").path(caller.id()).json(Map.of("is_active", false)).expect(200)
                .has("is_active", false);
        caller.call("users_retrieve_self").expect(401).readableError();
        run.administrator().call("users_list").query("username", caller.username()).query("is_active", false)
                .expect(200)
                .has("count", 1).has("results.0.id", caller.id());
    }

    @Check(operation = "users_partial_update", rule = Rule.AUTH_FOREIGN)
    void somebodyElseCannotChangeAnAccount(Run run) {
        long id = run.get(UserFixtures.TO_CHANGE);
        run.second().call("users_partial_update").path(id).json(Map.of("first_name", "Mallory")).expect(403)
                .readableError();
    }

    @Check(operation = "users_partial_update", rule = Rule.ERROR_INPUT, caseName = "unknown group")
    void anUnknownGroupGets400(Run run) {
        run.administrator().call("users_partial_update").path(run.get(UserFixtures.TO_CHANGE))
                .json(Map.of("groups", List.of("no-such-group"))).expect(400).readableError();
    }

    @Check(operation = "users_destroy", rule = Rule.LIFECYCLE_REMOVE)
    void aRemovedAccountIsGoneFromItsListAndNotLetIn(Run run) {
        Caller caller = run.throwawayAccount().caller();
        run.administrator().call("users_destroy").path(caller.id()).expect(204);
        run.administrator().call("users_retrieve").path(caller.id()).expect(404).readableError();
        run.administrator().call("users_list").query("username", caller.username()).expect(200).has("count", 0);
        caller.call("users_retrieve_self").expect(401).readableError();
    }

    @Check(operation = "users_destroy", rule = Rule.AUTH_FOREIGN)
    void somebodyElseCannotRemoveAnAccount(Run run) {
        long id = run.get(UserFixtures.TO_CHANGE);
        run.second().call("users_destroy").path(id).expect(403).readableError();
        run.administrator().call("users_retrieve").path(id).expect(200);
    }
}
