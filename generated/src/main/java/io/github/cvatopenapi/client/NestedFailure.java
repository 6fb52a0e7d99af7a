package io.github.cvatopenapi.client;

import java.io.IOException;
import java.util.function.Supplier;

/**
 * A failure within a call that has a sentence of its own already: a login before the first call, a file that is sent.
 * OkHttp passes on no other failures than those of input and output.
 */
final class NestedFailure extends IOException {

    private static final long serialVersionUID = 1;

    private final CvatException failure;

    NestedFailure(CvatException failure) {
        super(failure.getMessage(), failure);
        this.failure = failure;
    }

    CvatException failure() {
        return failure;
    }

    /** Makes a call within another. */
    static <T> T of(Supplier<T> call) throws NestedFailure {
        try {
            return call.get();
        } catch (CvatException e) {
            throw new NestedFailure(e);
        }
    }
}
