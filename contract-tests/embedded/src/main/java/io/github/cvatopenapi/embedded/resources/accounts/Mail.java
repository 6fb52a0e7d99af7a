package io.github.cvatopenapi.embedded.resources.accounts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** Sends mail into a directory, one file each; or says that there is no mail. */
public final class Mail {

    private final Path directory;
    private final AtomicInteger count = new AtomicInteger();

    /** @param directory null for no mail */
    public Mail(Path directory) {
        this.directory = directory;
    }

    public boolean configured() {
        return directory != null;
    }

    /** Sends, where there is mail. */
    public void send(String to, String subject, String text) {
        if (!configured()) {
            return;
        }
        String message = "From: cvat@cvat.example\r\nTo: " + to.replaceAll("[\\r\\n]", "") + "\r\nSubject: " + subject
                + "\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + text + "\r\n";
        try {
            String name = String.format(Locale.ROOT, "%06d.eml", count.incrementAndGet());
            Files.writeString(directory.resolve(name), message);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
