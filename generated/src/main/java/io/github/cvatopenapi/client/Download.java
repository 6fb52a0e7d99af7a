package io.github.cvatopenapi.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Brings a file from the server into a temporary file beside its place and renames it when it is whole. After a cut it
 * goes on from where it was, if the server's file is still the same.
 */
final class Download {

    private static final System.Logger LOG = System.getLogger(CvatClient.class.getName());
    private static final int PARTIAL = 206;
    private static final int BUFFER = 64 * 1024;

    private final Calls calls;

    Download(Calls calls) {
        this.calls = calls;
    }

    /** Downloads to a file, or under the server's name into a directory; tells which file it became. */
    Path fetch(String address, Destination destination, TransferListener listener) {
        HttpUrl url = calls.addresses().reach(address);
        if (url == null) {
            throw new CvatException("GET of a result", "its address is no http or https address", "", null);
        }
        Path part = destination.part();
        Transfer transfer = new Transfer(url, part, listener);
        boolean whole = false;
        try {
            transfer.run();
            whole = true;
        } catch (IOException e) {
            throw Disk.unwritable(part, e);
        } finally {
            if (!whole) {
                discard(part);
            }
        }
        return destination.place(part, transfer.disposition);
    }

    private static void discard(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "what came of a download that broke off could not be removed: {0}", part);
        }
    }

    /** One download over as many connections as it takes. */
    private final class Transfer {
        private final HttpUrl url;
        private final Path part;
        private final TransferListener listener;
        private long done;
        private String tag;
        private String disposition;

        Transfer(HttpUrl url, Path part, TransferListener listener) {
            this.url = url;
            this.part = part;
            this.listener = listener;
        }

        void run() throws IOException {
            int failures = 0;
            while (true) {
                long before = done;
                try {
                    attempt();
                    return;
                } catch (Interruption e) {
                    failures = done > before ? 0 : failures + 1;
                    Duration wait = calls.policy().backoff(failures, calls.time());
                    if (failures >= calls.policy().retries() || tag == null || !calls.canPause(wait)) {
                        String why = e.getCause().getMessage();
                        String problem = "the download broke off after " + done + " bytes: " + why;
                        throw new CvatException(name(), problem, "", e.getCause());
                    }
                    calls.pause(name(), wait);
                }
            }
        }

        private void attempt() throws IOException {
            // Without compression, so that lengths and offsets are those of the file.
            Request.Builder request = new Request.Builder().url(url).header("Accept", "*/*")
                    .header("Accept-Encoding", "identity");
            if (done > 0) {
                request.header("Range", "bytes=" + done + "-").header("If-Range", tag);
            }
            try (Response response = calls.send(request.build())) {
                MediaType type = response.body().contentType();
                if (type != null && type.subtype().equals("html")) {
                    throw new CvatException(name(), "HTML came where a file was due", "", null);
                }
                if (response.code() != PARTIAL || !startsAt(response, done)) {
                    done = 0;
                }
                tag = strong(response.header("ETag"));
                disposition = response.header("Content-Disposition", disposition);
                copy(response);
            }
        }

        private void copy(Response response) throws IOException {
            long length = response.body().contentLength();
            long total = length < 0 ? -1 : done + length;
            try (OutputStream out = output(); InputStream in = response.body().byteStream()) {
                byte[] buffer = new byte[BUFFER];
                for (int read = read(in, buffer); read >= 0; read = read(in, buffer)) {
                    out.write(buffer, 0, read);
                    done += read;
                    listener.transferred(done, total);
                }
            }
        }

        /** From the start, without what an attempt left that counts no more, or after what is there. */
        private OutputStream output() throws IOException {
            return done == 0
                    ? Files.newOutputStream(part, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)
                    : Files.newOutputStream(part, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
        }

        /** Tells failures of the connection from those of the disk. */
        private int read(InputStream in, byte[] buffer) throws IOException {
            try {
                return in.read(buffer);
            } catch (SocketTimeoutException e) {
                throw new Interruption(e);
            } catch (InterruptedIOException e) {
                throw calls.wrapped(name(), e);
            } catch (IOException e) {
                throw new Interruption(e);
            }
        }

        private String name() {
            return "GET " + url.encodedPath();
        }

        private boolean startsAt(Response response, long offset) {
            String range = response.header("Content-Range");
            return range != null && range.startsWith("bytes " + offset + "-");
        }

        private String strong(String entityTag) {
            return entityTag == null || entityTag.startsWith("W/") ? null : entityTag;
        }
    }

    /** The connection failed while the body came. */
    private static final class Interruption extends IOException {
        private static final long serialVersionUID = 1;

        Interruption(IOException cause) {
            super(cause);
        }
    }
}
