package io.github.cvatopenapi.contract.harness.accounts;

import io.github.cvatopenapi.contract.harness.http.Caller;

/**
 * An account that the run made for itself.
 *
 * @param caller   the account, by user name and password or by a token of the run
 * @param password its password, which no output shows
 * @param email    its address
 */
public record ThrowawayAccount(Caller caller, String password, String email) {

    @Override
    public String toString() {
        return caller.username();
    }
}
