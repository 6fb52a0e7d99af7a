package io.github.cvatopenapi.embedded.media;

/** A file or a choice of frames that cannot be used; the message is one sentence for the caller. */
public final class MediaException extends RuntimeException {

    public MediaException(String message) {
        super(message);
    }

    public MediaException(String message, Throwable cause) {
        super(message, cause);
    }
}
