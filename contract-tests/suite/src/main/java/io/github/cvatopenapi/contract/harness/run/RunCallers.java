package io.github.cvatopenapi.contract.harness.run;

import io.github.cvatopenapi.contract.harness.accounts.Accounts;
import io.github.cvatopenapi.contract.harness.accounts.ThrowawayAccount;
import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.http.Caller;

/** Who calls in a run. What needs somebody that there is not is skipped. Safe for threads. */
public abstract class RunCallers {

    RunCallers() {
    }

    /** The accounts of the run. */
    abstract Accounts accounts();

    /** The account that owns what the run makes. */
    public Caller main() {
        return accounts().main();
    }

    /** The main account; skips the check where it is an administrator, to whom nothing is refused. */
    public Caller ordinary() {
        return accounts().ordinary();
    }

    /** The main account by user and password; skips the check where they are not known. */
    public Caller mainByPassword() {
        return accounts().mainByPassword();
    }

    /**
     * The main account, which also does what no personal access token may, by its password; skips the check where that
     * is not known.
     */
    public Caller mainWithPassword() {
        return accounts().mainWithPassword();
    }

    /** Somebody else, without any rights on what the main account has; skips the check where there is nobody. */
    public Caller second() {
        return accounts().second();
    }

    /** An administrator; skips the check where there is none. */
    public Caller administrator() {
        return accounts().administrator();
    }

    /** Nobody: no credentials. */
    public Caller anonymous() {
        return accounts().anonymous();
    }

    /** A new account of this check's own that only has to be somebody; skips where none can be made. */
    public ThrowawayAccount newcomer() {
        return accounts().newcomer("newcomer");
    }

    /**
     * A new account of this check's own, whose password and sessions may be played with; skips where none can be made.
     */
    public ThrowawayAccount throwawayAccount() {
        return accounts().throwaway("throwaway");
    }

    /** Removes an account by its user name, as the administrator; for what is registered with {@link Run#resources}. */
    public Answer removeAccount(String username) {
        return accounts().remove(username);
    }

    /** A new password, which no output shows. */
    public String password() {
        return accounts().password();
    }
}
