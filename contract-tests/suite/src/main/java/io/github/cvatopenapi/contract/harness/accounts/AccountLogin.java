package io.github.cvatopenapi.contract.harness.accounts;

import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.http.Caller;
import io.github.cvatopenapi.contract.harness.http.Client;
import io.github.cvatopenapi.contract.harness.http.Credentials;
import io.github.cvatopenapi.contract.harness.settings.CouldNotRun;
import io.github.cvatopenapi.contract.harness.settings.Settings;
import io.github.cvatopenapi.spec.Trees;
import java.util.List;

/** Lets the accounts of the settings in, and refuses those that a run could do nothing with. */
final class AccountLogin {

    /**
     * An account that was let in.
     *
     * @param caller      who calls
     * @param superuser   whether the server takes it for a superuser
     * @param administers whether nothing is refused to it
     */
    record Entered(Caller caller, boolean superuser, boolean administers) {
    }

    /** The groups whose members may make projects, tasks and organizations. */
    static final List<String> MAKING_GROUPS = List.of("user", "admin");

    private final Client client;
    private final boolean readOnly;
    private final RunTokens tokens;

    AccountLogin(Client client, boolean readOnly, RunTokens tokens) {
        this.client = client;
        this.readOnly = readOnly;
        this.tokens = tokens;
    }

    /**
     * Lets an account in.
     *
     * @param label what reports call it; what it must be able to do depends on that
     * @param where the settings that name it
     * @throws CouldNotRun where it is not what it must be
     */
    Entered enter(String label, Settings.Account account, String where) {
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
        if (account.token() != null) {
            sameAccount(label, account, self.id());
        }
        if (account.token() != null && !readOnly) {
            writes(label, credentials);
        }
        if (label.equals("main") && !readOnly && !makes(self)) {
            throw new CouldNotRun("The main account is in none of the groups user and admin, so that the server lets "
                    + "it make nothing; give another in " + where + ", or give --read-only.");
        }
        if (label.equals("administrator") && !Boolean.TRUE.equals(self.at("is_superuser"))) {
            throw new CouldNotRun("The administrator account has no administrator's rights; check " + where + ".");
        }
        if (label.equals("second") && administers(self)) {
            throw new CouldNotRun("The second account has an administrator's rights, so that nothing would be refused "
                    + "to it; give another in " + where + ".");
        }
        Caller caller = new Caller(label, String.valueOf(self.at("username")), self.id(), credentials, client);
        return new Entered(account.token() != null || readOnly ? caller : tokens.letIn(caller),
                Boolean.TRUE.equals(self.at("is_superuser")), administers(self));
    }

    private static boolean administers(Answer self) {
        return Boolean.TRUE.equals(self.at("is_superuser")) || Trees.list(self.at("groups")).contains("admin");
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
    static boolean makes(Answer self) {
        return Boolean.TRUE.equals(self.at("is_superuser")) || !(self.at("groups") instanceof List<?> groups)
                || groups.stream().anyMatch(MAKING_GROUPS::contains);
    }

    /** A personal access token is read-only unless it was made otherwise. */
    private void writes(String label, Credentials credentials) {
        Answer token = new Caller(label, null, 0, credentials, client).call("auth_retrieve_access_tokens_self").send();
        if (Boolean.TRUE.equals(token.at("read_only"))) {
            throw new CouldNotRun("The personal access token of the " + label + " account only reads; "
                    + "make one that may write, or give --read-only.");
        }
    }
}
