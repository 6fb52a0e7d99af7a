package io.github.cvatopenapi.client;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;

/** Compares the server's version with that of the document, as {@link ServerVersionCheck} says. */
final class VersionGuard implements PreludeInterceptor.Step {

    private static final System.Logger LOG = System.getLogger(CvatClient.class.getName());

    /** Asks the server for its version. */
    interface Source {
        String version(Bounds bounds) throws IOException;
    }

    private final ServerVersionCheck check;
    private final String expected;
    private final Source source;
    private final System.Logger log;
    private final AtomicBoolean asked = new AtomicBoolean();
    private volatile boolean passed;

    VersionGuard(ServerVersionCheck check, String expected, Source source) {
        this(check, expected, source, LOG);
    }

    VersionGuard(ServerVersionCheck check, String expected, Source source, System.Logger log) {
        this.check = check;
        this.expected = expected;
        this.source = source;
        this.log = log;
    }

    @Override
    public void run(Bounds bounds) throws IOException {
        switch (check) {
            case OFF -> { }
            case WARN -> warn(bounds);
            case FAIL -> fail(bounds);
        }
    }

    private void warn(Bounds bounds) {
        if (!asked.compareAndSet(false, true)) {
            return;
        }
        try {
            String problem = compare(bounds);
            if (problem != null) {
                log.log(Level.WARNING, problem);
            }
        } catch (IOException e) {
            log.log(Level.DEBUG, "the server's version is not known", e);
        }
    }

    private void fail(Bounds bounds) throws IOException {
        if (passed) {
            return;
        }
        String problem = compare(bounds);
        if (problem != null) {
            throw new IOException(problem);
        }
        passed = true;
    }

    private String compare(Bounds bounds) throws IOException {
        String actual = source.version(bounds);
        if (actual != null && ApiVersion.line(actual).equals(ApiVersion.line(expected))) {
            return null;
        }
        return "the server is CVAT " + actual + ", this client was made for " + ApiVersion.line(expected)
                + "; some operations may differ";
    }
}
