package io.github.cvatopenapi.contract.harness.http;

import java.util.Optional;

/**
 * Somebody who calls the server.
 *
 * @param label       what reports call them, such as {@code main}
 * @param username    the account's name, or null for nobody
 * @param id          the account's id, or 0 for nobody
 * @param credentials what they show
 * @param client      where their calls go
 */
public record Caller(String label, String username, long id, Credentials credentials, Client client) {

    /** A call of that operation; its method and path are the document's. */
    public Call call(String operationId) {
        return client.call(this, operationId);
    }

    /** A call that the document need not know. {@code path} begins with {@code /} and is percent-encoded. */
    public Call call(String method, String path) {
        return client.call(this, method, path);
    }

    /**
     * Does a whole job with the generated jar as this account. Each of its calls is treated as one of the suite: kept
     * as evidence, held against the contract, and what it makes is registered.
     *
     * @return what the job returned
     * @throws AssertionError where the jar could not do it, with what it says
     * @throws Unreachable    where a call of it got no answer
     */
    public <T> T byJar(JarJob<T> job) {
        return client.jar().run(this, job);
    }

    /** The same account, let in another way. */
    public Caller with(Credentials other) {
        return new Caller(label + " by " + other.kind(), username, id, other, client);
    }

    /** The same account by user and password, where they are known. */
    public Optional<Caller> byPassword() {
        return credentials.byPassword().map(this::with);
    }

    @Override
    public String toString() {
        return label;
    }
}
