package io.github.cvatopenapi.contract.harness.http;

import java.io.IOException;
import java.io.InterruptedIOException;

/** The server does not answer, or does not answer in time. */
public final class Unreachable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Unreachable(String message, Throwable cause) {
        super(message, cause);
    }

    /** Whether the connection broke, so that another call may well be answered; not so where time ran out. */
    public boolean broken() {
        return getCause() instanceof IOException && !(getCause() instanceof InterruptedIOException);
    }
}
