package io.github.cvatopenapi.contract.harness.accounts;

import io.github.cvatopenapi.contract.harness.cleanup.Names;
import io.github.cvatopenapi.contract.harness.cleanup.ResourceRegistry;
import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.http.Caller;
import io.github.cvatopenapi.contract.harness.http.Client;
import io.github.cvatopenapi.contract.harness.http.Credentials;
import io.github.cvatopenapi.contract.harness.settings.CouldNotRun;
import io.github.cvatopenapi.contract.harness.settings.Settings;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/** Who calls: the accounts of the run. Those that are missing skip the checks that need them. Safe for threads. */
public final class Accounts {

    private final Client client;
    private final Settings settings;
    private final RunTokens tokens;
    private final AccountLogin login;
    private final Registration registration;
    private final Caller anonymous;
    private Caller main;
    private boolean mainAdministers;
    private Caller second;
    private Caller administrator;
    private String noSecond = "needs a second account: set CVAT_SECOND_USER and CVAT_SECOND_PASSWORD, or "
            + "--register with an administrator";

    public Accounts(Client client, Settings settings, Names names, ResourceRegistry resources) {
        this.client = client;
        this.settings = settings;
        this.tokens = new RunTokens(client, names);
        this.anonymous = new Caller("anonymous", null, 0, Credentials.none(), client);
        this.login = new AccountLogin(client, settings.readOnly(), tokens);
        this.registration = new Registration(client, settings, names, resources, anonymous,
                () -> administrator != null, this::administrator);
    }

    /** Lets every account of the settings in. */
    public void enter() {
        AccountLogin.Entered entered = login.enter("main", settings.main(),
                "CVAT_ACCESS_TOKEN, or CVAT_USER and CVAT_PASSWORD");
        main = entered.caller();
        mainAdministers = entered.administers();
        administrator = enter("administrator", settings.administrator(), "CVAT_ADMIN_USER and CVAT_ADMIN_PASSWORD");
        if (administrator == null && entered.superuser()) {
            administrator = main.credentials().byPassword().isEmpty() ? null
                    : new Caller("administrator", main.username(), main.id(), main.credentials(), client);
        }
        second = enter("second", settings.second(), "CVAT_SECOND_USER and CVAT_SECOND_PASSWORD");
        if (second != null && second.id() == main.id()) {
            throw new CouldNotRun("The main and the second account are the same, so that nothing would be refused to "
                    + "the second; give another in CVAT_SECOND_USER and CVAT_SECOND_PASSWORD.");
        }
        if (second == null && registration.possible() && !settings.readOnly()) {
            try {
                second = newcomer("second").caller();
            } catch (TestAbortedException e) {
                noSecond = e.getMessage(); // the server registers nobody: what needs somebody else is skipped
            }
        }
    }

    private Caller enter(String label, Settings.Account account, String where) {
        return account == null ? null : login.enter(label, account, where).caller();
    }

    public Caller anonymous() {
        return anonymous;
    }

    public Caller main() {
        return main;
    }

    public Caller ordinary() {
        if (mainAdministers) {
            throw new TestAbortedException("the main account is an administrator, to whom nothing is refused");
        }
        return main;
    }

    public Caller mainByPassword() {
        return main.byPassword().orElseThrow(Accounts::noPassword);
    }

    public Caller mainWithPassword() {
        if (main.byPassword().isEmpty()) {
            throw noPassword();
        }
        return main;
    }

    private static TestAbortedException noPassword() {
        return new TestAbortedException("needs the main account's user and password: set CVAT_USER and CVAT_PASSWORD");
    }

    public Caller second() {
        if (settings.readOnly()) {
            throw new TestAbortedException("read-only: what is there may be the second account's as well");
        }
        return have(second, noSecond);
    }

    public Caller administrator() {
        return have(administrator, "needs an administrator: set CVAT_ADMIN_USER and CVAT_ADMIN_PASSWORD");
    }

    /** Everybody who can have made something, the main account first. */
    public List<Caller> makers() {
        // a token takes no tokens away, and that of the run may be gone already
        return Stream.of(Optional.of(main), known(this::second), known(this::administrator)).flatMap(Optional::stream)
                .map(Accounts::withoutToken).toList();
    }

    private static Optional<Caller> known(Supplier<Caller> caller) {
        try {
            return Optional.of(caller.get());
        } catch (TestAbortedException e) {
            return Optional.empty(); // then nobody can have made anything as them
        }
    }

    private static Caller have(Caller caller, String otherwise) {
        if (caller == null) {
            throw new TestAbortedException(otherwise);
        }
        return caller;
    }

    /** An account that the run registers, let in by a personal access token. */
    public ThrowawayAccount newcomer(String label) {
        ThrowawayAccount account = throwaway(label);
        return new ThrowawayAccount(tokens.letIn(account.caller()), account.password(), account.email());
    }

    public ThrowawayAccount throwaway(String label) {
        return registration.register(label);
    }

    /** Removes an account of the run by its name, as the administrator. */
    public Answer remove(String name) {
        return registration.remove(name);
    }

    /** A new password, which no output shows. */
    public String password() {
        return registration.password();
    }

    /** To be told when the tokens of the run are gone: whose password is known calls by it from then on. */
    public void tokensAreGone() {
        main = withoutToken(main);
        second = withoutToken(second);
        administrator = withoutToken(administrator);
    }

    private static Caller withoutToken(Caller caller) {
        return caller == null ? null : caller.byPassword().orElse(caller);
    }

    /** What a reader of the report should know of how the accounts call, one sentence each. */
    public List<String> notes() {
        return tokens.notes();
    }
}
