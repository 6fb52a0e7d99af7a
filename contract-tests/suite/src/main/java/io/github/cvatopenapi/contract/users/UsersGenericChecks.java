package io.github.cvatopenapi.contract.users;

import static io.github.cvatopenapi.contract.harness.rules.Rule.FILTER_LOGIC;
import static io.github.cvatopenapi.contract.harness.rules.Rule.FILTER_SEARCH;

import io.github.cvatopenapi.contract.auth.AuthFixtures;
import io.github.cvatopenapi.contract.harness.generic.GenericChecks;
import io.github.cvatopenapi.contract.harness.generic.Sample;
import io.github.cvatopenapi.contract.harness.generic.Samples;
import io.github.cvatopenapi.contract.harness.http.JsonTrees;
import io.github.cvatopenapi.contract.harness.run.Run;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What the document brings for the operations of the tag {@code users}. */
final class UsersGenericChecks extends GenericChecks {

    UsersGenericChecks() {
        super("users");
    }

    @Override
    protected void samples(Samples samples) {
        samples.by(Run::administrator);
        samples.of("users_list").items(UserFixtures.SEVERAL).differs("username").alike("first_name").alike("is_active")
                .shows(FILTER_LOGIC, "part of a username",
                        run -> logic(run, name -> Map.of("in", List.of(name, Map.of("var", "username")))))
                .shows(FILTER_SEARCH, "last name", run -> all(run, "search",
                        run.get(AuthFixtures.THREE_ACCOUNTS).lastName()))
                .shows(FILTER_SEARCH, "user name", run -> one(run, "search"))
                .shows(FILTER_SEARCH, "nothing", run -> none("search", "zzz-nothing"));
        samples.of("users_retrieve").path(run -> UserFixtures.one(run).caller().id());
        samples.of("users_retrieve_self").by(Run::main);
        samples.of("users_partial_update").path(UserFixtures.TO_CHANGE).json(run -> Map.of("first_name", "Contract"))
                .bounds();
    }

    private static Sample.Shown all(Run run, String parameter, String value) {
        return new Sample.Shown(Map.of(parameter, value), run.get(UserFixtures.SEVERAL).ids());
    }

    private static Sample.Shown one(Run run, String parameter) {
        // a name that is the beginning of another one would find both
        var last = run.get(AuthFixtures.THREE_ACCOUNTS).accounts().get(2).caller();
        return new Sample.Shown(Map.of(parameter, last.username()), List.of(last.id()));
    }

    private static Sample.Shown logic(Run run, UnaryOperator<Object> filter) {
        Sample.Shown one = one(run, "username");
        return new Sample.Shown(Map.of("filter", JsonTrees.write(filter.apply(one.query().get("username")))),
                one.ids());
    }

    private static Sample.Shown none(String parameter, String value) {
        return new Sample.Shown(Map.of(parameter, value), List.of());
    }
}
