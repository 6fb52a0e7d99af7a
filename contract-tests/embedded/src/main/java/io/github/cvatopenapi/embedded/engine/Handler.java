package io.github.cvatopenapi.embedded.engine;

/** Answers one operation. Runs under the store's lock: for reading with GET, for writing with every other method. */
@FunctionalInterface
public interface Handler {

    /** Answers, or throws a {@link Fault}. */
    Answer handle(Call call);
}
