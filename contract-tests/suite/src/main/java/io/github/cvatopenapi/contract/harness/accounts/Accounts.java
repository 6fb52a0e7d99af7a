package io.github.cvatopenapi.contract.harness.accounts;

import io.github.cvatopenapi.contract.harness.cleanup.Names;
import io.github.cvatopenapi.contract.harness.cleanup.ResourceRegistry;
import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.http.Caller;
import io.github.cvatopenapi.contract.harness.http.Client;
import io.github.cvatopenapi.contract.harness.http.Credentials;
import io.github.cvatopenapi.contract.harness.settings.CouldNotRun;
import io.github.cvatopenapi.contract.harness.settings.Settings;
import io.github.cvatopenapi.spec.Trees;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/** Who calls: the accounts of the run. Those that are missing skip the checks that need them. Safe for threads. */
public final class Accounts {

    /** The groups whose members may make projects, tasks and organizations. */
    private static final List<String> GROUPS = List.of("user", "admin");

    private final Client client;
    private final Settings settings;
    private final Names names;
    private final ResourceRegistry resources;
    private final RunTokens tokens;
    private final Caller anonymous;
    private Caller main;
    private boolean mainAdministers;
    private boolean mainIsSuperuser;
    private Caller second;
    private Caller administrator;
    private String noSecond = "needs a second account: set CVAT_SECOND_USER and CVAT_SECOND_PASSWORD, or "
            + "--register with an administrator";
    private volatile String noThrowaways;

    public Accounts(Client client, Settings settings, Names names, ResourceRegistry resources) {
        this.client = client;
        this.settings = settings;
        this.names = names;
        this.resources = resources;
        this.tokens = new RunTokens(client, names);
        this.anonymous = new Caller("anonymous", null, 0, Credentials.none(), client);
    }

    /** Lets every account of the settings in. */
    public void enter() {
        main = enter("main", settings.main(), "CVAT_ACCESS_TOKEN, or CVAT_USER and CVAT_PASSWORD");
        administrator = enter("administrator", settings.administrator(), "CVAT_ADMIN_USER and CVAT_ADMIN_PASSWORD");
        if (administrator == null && mainIsSuperuser) {
            administrator = main.credentials().byPassword().isEmpty() ? null
                    : new Caller("administrator", main.username(), main.id(), main.credentials(), client);
        }
        second = enter("second", settings.second(), "CVAT_SECOND_USER and CVAT_SECOND_PASSWORD");
        if (second != null && second.id() == main.id()) {
            throw new CouldNotRun("The main and the second account are the same, so that nothing would be refused to "
                    + "the second; give another in CVAT_SECOND_USER and CVAT_SECOND_PASSWORD.");
        }
        if (second == null && canRegister() && !settings.readOnly()) {
            try {
                second = newcomer("second").caller();
            } catch (TestAbortedException e) {
                noSecond = e.getMessage(); // the server registers nobody: what needs somebody else is skipped
            }
        }
    }

    private Caller enter(String label, Settings.Account account, String where) {
        if (account == null) {
            return null;
        }
        Credentials credentials = account.credentials();
        client.redactor().hide(account.password());
        client.redactor().hide(account.token());
        Answer self = new Caller(label, account.user(), 0, credentials, client).call("users_retrieve_self").send();
        if (self.status() == 401 || self.status() == 403) {
            throw new CouldNotRun("The server refuses the credentials of the " + label + " account (" + self.status()
                    + "); check " + where + ".");
        }
        if (self.status() != 200 || !(self.at("id") instanceof Number)) {
            throw new CouldNotRun("The server does not say who the " + label + " account is (" + self.status()
                    + " from " + self.exchange().path() + "); is it a CVAT?");
        }
        if (label.equals("main")) {
            mainIsSuperuser = Boolean.TRUE.equals(self.at("is_superuser"));
            mainAdministers = mainIsSuperuser || Trees.list(self.at("groups")).contains("admin");
        }
        if (account.token() != null) {
            sameAccount(label, account, self.id());
        }
        if (account.token() != null && !settings.readOnly()) {
            writes(label, credentials);
        }
        if (label.equals("main") && !settings.readOnly() && !makes(self)) {
            throw new CouldNotRun("The main account is in none of the groups user and admin, so that the server lets "
                    + "it make nothing; give another in " + where + ", or give --read-only.");
        }
        if (label.equals("administrator") && !Boolean.TRUE.equals(self.at("is_superuser"))) {
            throw new CouldNotRun("The administrator account has no administrator's rights; check " + where + ".");
        }
        if (label.equals("second") && Boolean.TRUE.equals(self.at("is_superuser"))) {
            throw new CouldNotRun("The second account has an administrator's rights, so that nothing would be refused "
                    + "to it; give another in " + where + ".");
        }
        Caller caller = new Caller(label, String.valueOf(self.at("username")), self.id(), credentials, client);
        return account.token() != null || settings.readOnly() ? caller : tokens.letIn(caller);
    }

    /** User and password beside a token are those of the account that the token was made by. */
    private void sameAccount(String label, Settings.Account account, long id) {
        account.byPassword().ifPresent(credentials -> {
            Answer self = new Caller(label, account.user(), 0, credentials, client).call("users_retrieve_self").send();
            if (self.status() != 200) {
                throw new CouldNotRun("The server refuses user and password of the " + label + " account ("
                        + self.status() + "), though not its token; check CVAT_USER and CVAT_PASSWORD, "
                        + "or leave them away.");
            }
            if (self.id() != id) {
                throw new CouldNotRun("CVAT_ACCESS_TOKEN is not a token of the account " + account.user()
                        + "; give token and password of one account, or only one of them.");
            }
        });
    }

    /** Whether the account is in a group whose members may make things; workers only work on those of others. */
    private static boolean makes(Answer self) {
        return Boolean.TRUE.equals(self.at("is_superuser")) || !(self.at("groups") instanceof List<?> groups)
                || groups.stream().anyMatch(GROUPS::contains);
    }

    /** A personal access token is read-only unless it was made otherwise. */
    private void writes(String label, Credentials credentials) {
        Answer token = new Caller(label, null, 0, credentials, client).call("auth_retrieve_access_tokens_self").send();
        if (Boolean.TRUE.equals(token.at("read_only"))) {
            throw new CouldNotRun("The personal access token of the " + label + " account only reads; "
                    + "make one that may write, or give --read-only.");
        }
    }

    private boolean canRegister() {
        return settings.register() && administrator != null;
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
        if (!canRegister()) {
            throw new TestAbortedException("needs throwaway accounts: --register with an administrator "
                    + "(CVAT_ADMIN_USER and CVAT_ADMIN_PASSWORD), who alone can remove them");
        }
        if (settings.readOnly()) {
            throw new TestAbortedException("read-only: no accounts are registered");
        }
        if (noThrowaways != null) {
            throw new TestAbortedException(noThrowaways);
        }
        String name = names.slug();
        String email = name + "@contract.example";
        String password = password();
        long[] id = new long[1];
        // before it is there, because its registration may fail half way
        resources.addAccount(name,
                () -> id[0] == 0 ? remove(name) : administrator.call("users_destroy").path(id[0]).send());
        Answer registered = anonymous.call("auth_create_register").json(Map.of("username", name, "email", email,
                "password1", password, "password2", password, "first_name", "Contract", "last_name", "Suite")).send();
        if (registered.exchange().byGateway()) {
            throw new TestAbortedException("needs throwaway accounts, and the way to the server failed ("
                    + registered.status() + ")");
        }
        if (registered.status() != 201) {
            throw none("the server does not register any (" + registered.status()
                    + "): enable registration or leave --register away");
        }
        if (Boolean.TRUE.equals(registered.at("email_verification_required"))) {
            throw none("the server wants the address of a new one confirmed by mail");
        }
        Caller by = new Caller(label, name, 0, Credentials.basic(name, password), client);
        Answer self = by.call("users_retrieve_self").send();
        if (self.status() != 200) {
            throw none("a registered one cannot be used at once (" + self.status() + ")");
        }
        id[0] = self.id();
        if (!makes(self)) {
            administrator.call("users_partial_update").path(id[0]).json(Map.of("groups", List.of(GROUPS.get(0))))
                    .send();
        }
        return new ThrowawayAccount(new Caller(label, name, id[0], by.credentials(), client), password, email);
    }

    /** What is so for one account is so for all: no other is tried. */
    private TestAbortedException none(String reason) {
        noThrowaways = "needs throwaway accounts, and " + reason;
        return new TestAbortedException(noThrowaways);
    }

    /** Removes an account of the run by its name, as the administrator. */
    public Answer remove(String name) {
        Answer found = administrator().call("users_list").query("username", name).send();
        return found.at("results.0.id") instanceof Number id
                ? administrator().call("users_destroy").path(id.longValue()).send() : found;
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

    /** A new password, which no output shows. */
    public String password() {
        String password = "Pw-" + UUID.randomUUID();
        client.redactor().hide(password);
        return password;
    }
}
