package io.github.cvatopenapi.contract.harness.settings;

/** The run cannot be made, or cannot go on; the message is one sentence that says why and what to do. */
public final class CouldNotRun extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CouldNotRun(String message) {
        super(message);
    }

    public CouldNotRun(String message, Throwable cause) {
        super(message, cause);
    }
}
