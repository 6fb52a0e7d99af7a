package io.github.cvatopenapi.client;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.function.LongConsumer;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * Uploads a file by TUS 1.0.0, piece by piece. After a failure the server is asked how much it has, and the upload goes
 * on from there; when it knows the upload no more, a new one is begun.
 */
final class Tus {

    private static final String VERSION = "1.0.0";
    private static final MediaType PIECE = MediaType.get("application/offset+octet-stream");
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    private final Calls calls;
    private final int pieceSize;

    Tus(Calls calls, int pieceSize) {
        this.calls = calls;
        this.pieceSize = pieceSize;
    }

    /**
     * Uploads a file.
     *
     * @param endpoint where uploads are begun; ends in a slash
     * @param progress takes how many bytes of the file the server has
     * @return the name under which the server keeps the file
     */
    String upload(HttpUrl endpoint, LocalFile file, LongConsumer progress) {
        Upload upload = new Upload(endpoint, file, progress);
        for (int restarts = 0; ; restarts++) {
            try {
                return upload.run();
            } catch (Lost e) {
                if (restarts >= calls.policy().retries()) {
                    throw e.failure;
                }
            }
        }
    }

    private final class Upload {
        private final HttpUrl endpoint;
        private final LocalFile file;
        private final long size;
        private final LongConsumer progress;
        private int failures;

        Upload(HttpUrl endpoint, LocalFile file, LongConsumer progress) {
            this.endpoint = endpoint.newBuilder().query(null).build();
            this.file = file;
            this.size = file.size();
            this.progress = progress;
        }

        String run() {
            Begun begun = begin();
            long offset = 0;
            while (offset < size) {
                long before = offset;
                try {
                    offset = append(begun.location, offset);
                } catch (CvatException e) {
                    pauseAfter(e, passing(e) || e.status() == CONFLICT || e.status() == NOT_FOUND);
                    offset = offset(begun.location);
                }
                failures = offset > before ? 0 : failures;
                progress.accept(offset);
            }
            return begun.storedName;
        }

        private Begun begin() {
            String metadata = "filename "
                    + Base64.getEncoder().encodeToString(file.name().getBytes(StandardCharsets.UTF_8));
            Request request = call(endpoint).post(RequestBody.EMPTY)
                    .header("Upload-Length", Long.toString(size)).header("Upload-Metadata", metadata).build();
            while (true) {
                try (Response response = calls.send(request)) {
                    return new Begun(location(response), response.header("Upload-Filename", file.name()));
                } catch (CvatException e) {
                    // An upload that was begun and never used does no harm.
                    pauseAfter(e, passing(e));
                }
            }
        }

        private HttpUrl location(Response response) {
            String operation = "POST " + endpoint.encodedPath();
            String written = response.header("Location");
            HttpUrl location = written == null ? null : calls.addresses().reach(endpoint, written);
            if (location == null || location.encodedPath().endsWith("/")) {
                throw new CvatException(operation, "the server began no upload", "", null);
            }
            Origin ours = Origin.of(endpoint);
            if (!ours.equals(Origin.of(location))) {
                throw new CvatException(operation, ours + " began the upload on another server, "
                        + Origin.of(location) + ", which was sent nothing", "", null);
            }
            return location;
        }

        private long append(HttpUrl location, long offset) {
            long length = Math.min(pieceSize, size - offset);
            Request request = call(location).patch(new FileSlice(file.path(), offset, length, PIECE))
                    .header("Upload-Offset", Long.toString(offset)).build();
            try (Response response = calls.send(request)) {
                long reached = number(response, request, offset + length);
                if (reached <= offset) {
                    throw new CvatException(
                            Operations.name(request), "the server took a piece and has no more than before", "", null);
                }
                return reached;
            }
        }

        private long offset(HttpUrl location) {
            Request request = call(location).head().build();
            try (Response response = calls.send(request)) {
                return number(response, request, -1);
            } catch (CvatException e) {
                if (e.status() == NOT_FOUND) {
                    throw new Lost(e);
                }
                throw e;
            }
        }

        private long number(Response response, Request request, long otherwise) {
            String value = response.header("Upload-Offset");
            long number = value == null ? otherwise : value.matches("\\d{1,18}") ? Long.parseLong(value) : -1;
            if (number < 0 || number > size) {
                throw new CvatException(
                        Operations.name(request), "the server names no sensible Upload-Offset: " + value, "", null);
            }
            return number;
        }

        private Request.Builder call(HttpUrl url) {
            return new Request.Builder().url(url).header("Tus-Resumable", VERSION);
        }

        /** Waits after a failure that may pass; throws one that will not, or when there were too many in a row. */
        private void pauseAfter(CvatException failure, boolean passing) {
            Duration wait = failure.retryAfter().orElse(calls.policy().backoff(failures, calls.time()));
            boolean enough = ++failures > calls.policy().retries() || wait.compareTo(calls.policy().longestWait()) > 0;
            if (enough || !passing || !calls.canPause(wait)) {
                throw failure;
            }
            calls.pause(failure.operation(), wait);
        }

        private static boolean passing(CvatException failure) {
            return RetryPolicy.passing(failure.status()) || failure.getCause() instanceof IOException cause
                    && (RetryPolicy.passing(cause) || cause instanceof SocketTimeoutException);
        }
    }

    private record Begun(HttpUrl location, String storedName) {
    }

    /** The server does not know the upload any more. */
    private static final class Lost extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final CvatException failure;

        Lost(CvatException failure) {
            super(failure);
            this.failure = failure;
        }
    }
}
