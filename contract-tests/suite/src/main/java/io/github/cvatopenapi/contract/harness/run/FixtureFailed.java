package io.github.cvatopenapi.contract.harness.run;

/** Data that a check needs could not be made; the check itself says nothing then. */
final class FixtureFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FixtureFailed(String what, Throwable cause) {
        super(what + " could not be made: " + cause.getMessage(), cause);
    }
}
