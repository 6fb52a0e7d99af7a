package io.github.cvatopenapi.client;

import io.github.cvatopenapi.client.model.Request;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * How a whole job is done. Immutable.
 *
 * @param timeout how long to wait for the server's work, zero for without end; the transfer itself does not count
 * @param transfer who is told how far the upload or download is
 * @param progress who is told the state of the request that does the server's work
 * @param pieceSize the size in bytes of the pieces in which large files go up, and from which on a file is large
 */
public record TransferOptions(
        Duration timeout, TransferListener transfer, Consumer<? super Request> progress, int pieceSize) {

    /** An hour, nobody is told, pieces of 10 MiB. */
    public static final TransferOptions DEFAULT =
            new TransferOptions(PendingRequest.DEFAULT_TIMEOUT, (bytes, total) -> { }, state -> { }, 10 * 1024 * 1024);

    /**
     * Checks the options.
     *
     * @param timeout how long to wait for the server's work; zero for without end
     * @param transfer who is told how far the transfer is
     * @param progress who is told the state of the request
     * @param pieceSize the size of the pieces in bytes
     * @throws IllegalArgumentException if the timeout is negative, less than a millisecond, or more than 24 days, or the
     *     piece size is less than 1
     */
    public TransferOptions {
        Timeouts.checked("timeout", timeout);
        Objects.requireNonNull(transfer, "transfer");
        Objects.requireNonNull(progress, "progress");
        if (pieceSize < 1) {
            throw new IllegalArgumentException("the piece size must be at least 1 byte, not " + pieceSize);
        }
    }

    /**
     * The same with another timeout.
     *
     * @param time how long to wait for the server's work; zero for without end
     * @return new options
     * @throws IllegalArgumentException if it is negative, less than a millisecond, or more than 24 days
     */
    public TransferOptions withTimeout(Duration time) {
        return new TransferOptions(time, transfer, progress, pieceSize);
    }

    /**
     * The same with another transfer listener.
     *
     * @param listener who is told how far the upload or download is
     * @return new options
     */
    public TransferOptions withTransfer(TransferListener listener) {
        return new TransferOptions(timeout, listener, progress, pieceSize);
    }

    /**
     * The same with another progress listener.
     *
     * @param listener who is told the state of the server's work
     * @return new options
     */
    public TransferOptions withProgress(Consumer<? super Request> listener) {
        return new TransferOptions(timeout, transfer, listener, pieceSize);
    }

    /**
     * The same with another piece size.
     *
     * @param bytes the size of a piece
     * @return new options
     */
    public TransferOptions withPieceSize(int bytes) {
        return new TransferOptions(timeout, transfer, progress, bytes);
    }
}
