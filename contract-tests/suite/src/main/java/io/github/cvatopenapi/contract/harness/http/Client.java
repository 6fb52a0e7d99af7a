package io.github.cvatopenapi.contract.harness.http;

import io.github.cvatopenapi.spec.Contract;
import io.github.cvatopenapi.spec.Operation;
import java.net.URI;
import java.time.Duration;
import java.util.Set;

/**
 * Sends calls to one server, holds each exchange against the contract and tells what was exchanged. Safe for threads.
 */
public final class Client implements AutoCloseable {

    /** The server allows 100 anonymous calls a minute; this leaves room for others behind the same address. */
    private static final int ANONYMOUS_A_MINUTE = 80;

    /** What happens around calls. */
    public interface Listener {

        /** Before a call goes out; may throw to stop it. */
        void sending(String method, String path, Operation operation, Caller caller);

        /** After a call that no answer came to, in the thread of the call. */
        void unanswered(String method);

        /** With every exchange: what was sent. */
        void sent(Call call);

        /** After every exchange, in the thread of the call. */
        void exchanged(Exchange exchange, Answer answer, Caller caller);
    }

    private final Contract contract;
    private final ContractValidator validator;
    private final Transport transport;
    private final Redactor redactor;
    private final Listener listener;
    private final Pacer pacer;
    private final Gate gate;
    private final Jar jar;

    /**
     * @param url      without a slash at the end
     * @param parallel how many calls go out at once
     * @param timeout  how long to wait for an answer
     * @param counted  whether the server counts calls without credentials
     * @param apart    the ids of the lists that are not asked for while something may be removed from them
     */
    public Client(URI url, Contract contract, ContractValidator validator, int parallel, Duration timeout,
                  boolean counted, Redactor redactor, Listener listener, Set<String> apart) {
        this.contract = contract;
        this.validator = validator;
        this.transport = new Transport(url, parallel, timeout);
        this.redactor = redactor;
        this.listener = listener;
        this.pacer = new Pacer(counted ? ANONYMOUS_A_MINUTE : Integer.MAX_VALUE);
        this.gate = new Gate(contract, parallel, apart);
        this.jar = new Jar(this, url, timeout);
    }

    Call call(Caller caller, String operationId) {
        return new Call(this, caller, contract.operation(operationId));
    }

    Call call(Caller caller, String method, String path) {
        return new Call(this, caller, method, path);
    }

    Contract contract() {
        return contract;
    }

    ContractValidator validator() {
        return validator;
    }

    Transport transport() {
        return transport;
    }

    /** Where secrets are told so that they are hidden. */
    public Redactor redactor() {
        return redactor;
    }

    Listener listener() {
        return listener;
    }

    Pacer pacer() {
        return pacer;
    }

    Gate gate() {
        return gate;
    }

    /** The generated jar, as another client of the same server. */
    Jar jar() {
        return jar;
    }

    @Override
    public void close() {
        jar.close();
        transport.close();
    }
}
