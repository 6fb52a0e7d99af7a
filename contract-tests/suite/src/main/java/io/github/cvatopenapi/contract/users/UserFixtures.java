package io.github.cvatopenapi.contract.users;

import io.github.cvatopenapi.contract.auth.AuthFixtures;
import io.github.cvatopenapi.contract.harness.accounts.ThrowawayAccount;
import io.github.cvatopenapi.contract.harness.fixtures.Fixture;
import io.github.cvatopenapi.contract.harness.generic.Sample;
import io.github.cvatopenapi.contract.harness.run.Run;
import java.util.Map;

/** Accounts that checks share. */
public final class UserFixtures {

    /** The three accounts as the list of users shows them to an administrator. */
    static final Fixture<Sample.Items> SEVERAL = Fixture.of("several accounts", run -> {
        AuthFixtures.SeveralAccounts several = run.get(AuthFixtures.THREE_ACCOUNTS);
        return new Sample.Items(several.accounts().stream().map(each -> each.caller().id()).toList(),
                Map.of("last_name", several.lastName()));
    });

    /** An account that the checks of bounds change as they like. */
    static final Fixture<Long> TO_CHANGE = Fixture.of("an account to change",
            run -> run.throwawayAccount().caller().id());

    private UserFixtures() {
    }

    /** One of the three accounts. */
    static ThrowawayAccount one(Run run) {
        return run.get(AuthFixtures.THREE_ACCOUNTS).accounts().get(0);
    }
}
