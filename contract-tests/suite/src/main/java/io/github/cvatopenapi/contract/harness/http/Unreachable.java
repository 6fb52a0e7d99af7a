package io.github.cvatopenapi.contract.harness.http;

/** The server does not answer, or does not answer in time. */
public final class Unreachable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Unreachable(String message, Throwable cause) {
        super(message, cause);
    }
}
