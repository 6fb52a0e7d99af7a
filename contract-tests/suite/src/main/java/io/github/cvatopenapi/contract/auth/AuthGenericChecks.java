package io.github.cvatopenapi.contract.auth;

import io.github.cvatopenapi.contract.harness.generic.GenericChecks;
import io.github.cvatopenapi.contract.harness.generic.Sample;
import io.github.cvatopenapi.contract.harness.generic.Samples;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Run;
import java.util.List;
import java.util.Map;

/** What the document brings for the operations of the tag {@code auth}. */
final class AuthGenericChecks extends GenericChecks {

    AuthGenericChecks() {
        super("auth");
    }

    @Override
    protected void samples(Samples samples) {
        samples.by(run -> run.get(AuthFixtures.KEEPER));
        samples.of("auth_list_access_tokens").items(AuthFixtures.SEVERAL)
                .differs("created_date").alike("read_only")
                .shows(Rule.FILTER_SEARCH, "name", run -> new Sample.Shown(
                        Map.of("search", run.get(AuthFixtures.SEVERAL).scope().get("name")),
                                run.get(AuthFixtures.SEVERAL).ids()))
                .shows(Rule.FILTER_SEARCH, "nothing",
                        run -> new Sample.Shown(Map.of("search", "zzz-nothing"), List.of()));
        samples.of("auth_create_access_tokens").json(run -> Map.of("name", run.name("token"))).bounds();
        samples.of("auth_create_register").by(Run::anonymous).json(run -> Map.of()).together();
        samples.of("auth_create_password_change").json(run -> Map.of()).together();
        samples.of("auth_create_password_reset_confirm").by(Run::anonymous).json(run -> Map.of()).together();
        samples.of("auth_retrieve_access_tokens").path(run -> run.get(AuthFixtures.TOKEN).id());
        samples.of("auth_partial_update_access_tokens").path(run -> run.get(AuthFixtures.TO_CHANGE).id())
                .json(run -> Map.of("name", run.name("token"))).bounds();
        // whoever calls without a token gets 401, whatever the method is
        samples.of("auth_retrieve_access_tokens_self").by(run -> run.get(AuthFixtures.BEARER));
    }
}
