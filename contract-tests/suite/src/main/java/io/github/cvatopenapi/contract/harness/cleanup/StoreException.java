package io.github.cvatopenapi.contract.harness.cleanup;

/** The store of a bucket does not do what it was asked; the message says why, and holds no secret. */
final class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StoreException(String message) {
        super(message);
    }
}
