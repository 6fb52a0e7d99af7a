package io.github.cvatopenapi.embedded.formats;

/** A file that cannot be read as its format says, or a format that cannot be written; the message is one sentence. */
public final class FormatException extends RuntimeException {

    public FormatException(String message) {
        super(message);
    }

    public FormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
