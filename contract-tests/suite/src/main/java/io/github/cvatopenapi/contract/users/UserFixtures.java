package io.github.cvatopenapi.contract.users;

import io.github.cvatopenapi.contract.harness.Fixture;
import io.github.cvatopenapi.contract.harness.Run;
import io.github.cvatopenapi.contract.harness.Throwaway;
import io.github.cvatopenapi.contract.harness.generic.Sample;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Accounts that checks share. */
public final class UserFixtures {

    /**
     * Accounts that nothing changes any more.
     *
     * @param accounts three of them, in the order they were made
     * @param lastName of all three and of nobody else
     */
    public record People(List<Throwaway> accounts, String lastName) {
    }

    /** Three accounts that have a last name of their own. */
    public static final Fixture<People> PEOPLE = Fixture.of("three accounts", run -> {
        String lastName = run.names().slug() + "-people";
        List<Throwaway> accounts = Stream.of(1, 2, 3).map(number -> run.throwawayAccount()).toList();
        accounts.forEach(each -> run.administrator().call("users_partial_update").path(each.caller().id())
                .json(Map.of("last_name", lastName)).expect(200));
        return new People(accounts, lastName);
    });

    /** The same accounts as the list of users shows them to an administrator. */
    static final Fixture<Sample.Items> SEVERAL = Fixture.of("several accounts", run -> {
        People people = run.get(PEOPLE);
        return new Sample.Items(people.accounts().stream().map(each -> each.caller().id()).toList(),
                Map.of("last_name", people.lastName()));
    });

    /** An account that the checks of bounds change as they like. */
    static final Fixture<Long> TO_CHANGE = Fixture.of("an account to change", run -> run.throwaway().id());

    private UserFixtures() {
    }

    /** One of the three. */
    static Throwaway one(Run run) {
        return run.get(PEOPLE).accounts().get(0);
    }
}
