package io.github.cvatopenapi.embedded.engine;

/** Answers one operation. Runs under the store's lock, for reading with GET and for writing with every other
 * method, unless the operation is {@link Operations#unlocked}. */
@FunctionalInterface
public interface Handler {

    /** Answers, or throws a {@link Fault}. */
    Answer handle(Call call);
}
