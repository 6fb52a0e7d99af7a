package io.github.cvatopenapi.embedded.resources.uploads;

import io.github.cvatopenapi.embedded.engine.Answer;
import io.github.cvatopenapi.embedded.engine.Call;
import io.github.cvatopenapi.embedded.engine.Fault;
import io.github.cvatopenapi.embedded.engine.Upload;
import io.github.cvatopenapi.embedded.media.Archives;
import io.github.cvatopenapi.embedded.media.MediaException;
import io.github.cvatopenapi.embedded.store.User;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Receives files in several calls: a start, then files by TUS 1.0.0 (in pieces) or several at once, then a finish,
 * which takes
 * what came. The same protocol serves the data of tasks, annotations, datasets and backups. Used under the store's
 * write lock.
 */
public final class Uploads {

    private static final long LARGEST = 26_843_545_600L;
    private static final String EXPOSED = "Tus-Resumable,upload-length,upload-metadata,Location,Upload-Offset";

    /** Files that came for one target, in order, in a directory of their own. */
    public record Received(Path directory, Map<String, Path> files) {
    }

    /** A file that comes in pieces. */
    private static final class Piecemeal {
        final String target;
        final User owner;
        final String name;
        final long length;
        long offset;

        Piecemeal(String target, User owner, String name, long length) {
            this.target = target;
            this.owner = owner;
            this.name = name;
            this.length = length;
        }
    }

    private final Path root;
    private final Map<String, Received> sessions = new HashMap<>();
    private final Map<String, Piecemeal> pending = new HashMap<>();

    public Uploads(Path root) {
        this.root = root;
    }

    /** The headers with which a TUS server says what it can. */
    public static Answer tus(int status) {
        return Answer.empty(status).with("Tus-Resumable", "1.0.0").with("Tus-Version", "1.0.0")
                .with("Tus-Extension", "")
                .with("Tus-Max-Size", String.valueOf(LARGEST)).with("Cache-Control", "no-store")
                .with("Access-Control-Allow-Origin", "*").with("Access-Control-Allow-Methods",
                "PATCH,HEAD,GET,POST,OPTIONS")
                .with("Access-Control-Expose-Headers", EXPOSED).with("Access-Control-Allow-Headers", EXPOSED
                + ",content-type");
    }

    /**
     * Answers a call that is a step of an upload; null for the finish, and for a call that brings everything itself.
     *
     * @param target what the files are for; uploads of different callers for it are kept apart
     * @param named  whether files that come in pieces keep their names; else each is found by the id of its upload only
     */
    public Answer step(Call call, String target, boolean named) {
        String key = key(call, target);
        if (flagged(call, "upload-start")) {
            drop(key);
            return Answer.empty(202);
        }
        if (call.header("upload-length") != null) {
            return begin(call, key, named);
        }
        if (flagged(call, "upload-multiple")) {
            add(session(key), call);
            return Answer.empty(200);
        }
        return null;
    }

    /** Whether the call ends an upload. */
    static boolean finishes(Call call) {
        return flagged(call, "upload-finish");
    }

    /** The header is enough; clients send it empty, too. */
    private static boolean flagged(Call call, String header) {
        return call.header(header) != null && !call.header(header).equalsIgnoreCase("false");
    }

    private static String key(Call call, String target) {
        return call.user().id + " " + target;
    }

    /** Whether a file of that name has come for the target. */
    public boolean has(Call call, String target, String name) {
        Received received = sessions.get(key(call, target));
        return received != null && received.files().containsKey(name);
    }

    /** What came for the target, with what the call itself brings; the caller owns the files from then on. */
    public Received take(Call call, String target) {
        String key = key(call, target);
        Received received = finishes(call) ? session(key) : fresh();
        add(received, call);
        if (finishes(call)) {
            sessions.remove(key);
            pending.values().removeIf(each -> each.target.equals(key));
        }
        return received;
    }

    private Received session(String key) {
        return sessions.computeIfAbsent(key, any -> fresh());
    }

    private Received fresh() {
        try {
            return new Received(Files.createDirectories(root.resolve(UUID.randomUUID().toString())),
                    new LinkedHashMap<>());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void drop(String key) {
        Received old = sessions.remove(key);
        if (old != null) {
            FileTrees.delete(old.directory());
        }
        pending.values().removeIf(each -> each.target.equals(key));
    }

    private static void add(Received received, Call call) {
        for (Upload upload : call.incoming().uploads()) {
            Path place = place(received.directory(), upload.name());
            try {
                Files.createDirectories(place.getParent());
                Files.move(upload.file(), place, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw notStored(upload.name());
            }
            received.files().put(upload.name(), place);
        }
    }

    private static Path place(Path directory, String name) {
        try {
            return Archives.inside(directory, name);
        } catch (MediaException refused) {
            throw Fault.list(refused.getMessage());
        }
    }

    /** As when one name is that of a folder in another. */
    private static Fault notStored(String name) {
        return Fault.list("The file '" + name + "' cannot be stored beside the others");
    }

    private Answer begin(Call call, String key, boolean named) {
        long length;
        try {
            length = Long.parseLong(call.header("upload-length").strip());
        } catch (NumberFormatException e) {
            length = -1;
        }
        if (length < 0) {
            throw Fault.list("Upload-Length must be a whole number of bytes, not less than 0");
        }
        if (length > LARGEST) {
            throw new Fault(tus(413));
        }
        String id = call.user().id + "_" + UUID.randomUUID();
        String name = named ? filename(call.header("upload-metadata")) : id;
        Path place = place(session(key).directory(), name);
        Piecemeal upload = new Piecemeal(key, call.user(), name, length);
        try {
            Files.createDirectories(place.getParent());
            Files.write(place, new byte[0]);
        } catch (IOException e) {
            throw notStored(name);
        }
        pending.put(id, upload);
        complete(id, upload);
        String path = call.incoming().rawPath();
        return tus(201).with("Location", call.url(path.endsWith("/") ? path : path + "/") + id)
                .with("Upload-Filename", name);
    }

    private static String filename(String metadata) {
        for (String pair : metadata == null ? new String[0] : metadata.split(",")) {
            String[] both = pair.strip().split("\\s+");
            if (both.length == 2 && both[0].equals("filename")) {
                try {
                    return new String(Base64.getDecoder().decode(both[1]), StandardCharsets.UTF_8);
                } catch (IllegalArgumentException e) {
                    throw Fault.list("Upload-Metadata must have the filename in Base64");
                }
            }
        }
        throw Fault.list("Upload-Metadata must have a filename");
    }

    /** Answers HEAD: how much of a file has come. */
    public Answer offset(Call call, String id) {
        Piecemeal upload = pending.get(id);
        if (upload == null || upload.owner != call.user()) {
            return allowed(tus(404));
        }
        return allowed(tus(200).with("Upload-Offset", String.valueOf(upload.offset))
                .with("Upload-Length", String.valueOf(upload.length)));
    }

    /** Answers PATCH: takes the next piece. */
    public Answer append(Call call, String id) {
        Piecemeal upload = pending.get(id);
        if (upload == null || upload.owner != call.user()) {
            return allowed(tus(404));
        }
        if (!String.valueOf(upload.offset).equals(call.header("upload-offset"))) {
            return allowed(tus(409));
        }
        Path piece = call.incoming().file();
        try {
            if (Files.size(piece) > upload.length - upload.offset) {
                return allowed(tus(413));
            }
            Path place = place(session(upload.target).directory(), upload.name);
            try (InputStream in = Files.newInputStream(piece);
                    OutputStream out = Files.newOutputStream(place, StandardOpenOption.APPEND)) {
                upload.offset += in.transferTo(out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        complete(id, upload);
        return allowed(tus(204).with("Upload-Offset", String.valueOf(upload.offset)));
    }

    private void complete(String id, Piecemeal upload) {
        if (upload.offset == upload.length) {
            pending.remove(id);
            Received session = session(upload.target);
            session.files().put(upload.name, place(session.directory(), upload.name));
        }
    }

    private static Answer allowed(Answer answer) {
        return answer.with("Allow", "PATCH, HEAD, OPTIONS");
    }
}
