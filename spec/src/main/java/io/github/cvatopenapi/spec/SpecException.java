package io.github.cvatopenapi.spec;

/** A document, overlay or target that cannot be used; the message is one sentence fit for a person. */
public final class SpecException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SpecException(String message) {
        super(message);
    }

    public SpecException(String message, Throwable cause) {
        super(message, cause);
    }
}
