package io.github.cvatopenapi.embedded.resources.transfer;

import io.github.cvatopenapi.embedded.engine.Answer;
import io.github.cvatopenapi.embedded.engine.Call;
import io.github.cvatopenapi.embedded.engine.Fault;
import io.github.cvatopenapi.embedded.engine.Work;
import io.github.cvatopenapi.embedded.engine.WorkQueue;
import io.github.cvatopenapi.embedded.media.MediaException;
import io.github.cvatopenapi.embedded.resources.instance.Instance;
import io.github.cvatopenapi.embedded.resources.permissions.Permissions;
import io.github.cvatopenapi.embedded.resources.storages.FilePlaces;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Files that asynchronous work makes: kept for a download, or put into a bucket. Safe for threads. */
final class ResultFiles {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyy_MM_dd_HH_mm_ss", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private record Result(Path file, String name) {
    }

    /** Writes the file. */
    interface Writing {
        void to(Path target) throws Exception;
    }

    private final Instance instance;
    private final Path root;
    private final Map<String, Result> byRequest = new ConcurrentHashMap<>();

    ResultFiles(Instance instance) {
        this.instance = instance;
        this.root = instance.settings.directory().resolve("results");
    }

    /** A name with the point in time, such as {@code task_1_dataset_2026_11_23_19_26_06_coco 1.0.zip}. */
    static String fileName(String start, Instant time, String end) {
        return (start + "_" + STAMP.format(time) + end + ".zip").replaceAll("[\\p{Cntrl}\"\\\\/:*?<>|]", "_");
    }

    /**
     * Makes the file and keeps it.
     *
     * @param path where downloads of its kind are, beginning with a slash
     */
    Work.Result make(Work work, FilePlaces.Place place, String usualName, String path, Writing writing)
            throws Exception {
        Path file = Files.createDirectories(root).resolve(UUID.randomUUID() + ".zip");
        try {
            writing.to(file);
            if (place.bucket() != null) {
                place.bucket().put(place.name() == null ? usualName : place.name(), file);
                return Work.Result.NONE;
            }
        } catch (MediaException refused) {
            throw new Work.Failure(refused.getMessage());
        } catch (UncheckedIOException failed) {
            if (failed.getCause() instanceof NoSuchFileException) {
                throw new Work.Failure("What was to be exported has been removed");
            }
            throw failed;
        } finally {
            if (place.bucket() != null) {
                Files.deleteIfExists(file);
            }
        }
        Result old = byRequest.put(work.id(), new Result(file, place.name() == null ? usualName : place.name()));
        if (old != null) {
            Files.deleteIfExists(old.file());
        }
        return new Work.Result(path + "?rq_id=" + URLEncoder.encode(work.id(), StandardCharsets.UTF_8)
                .replace("%7E", "~"), null);
    }

    /** Answers with the file of a request, to its owner. */
    Answer download(Call call) {
        String id = call.query().get("rq_id");
        if (id == null) {
            throw Fault.sentence(400, "Missing request id in the query parameters");
        }
        WorkQueue.Snapshot snapshot = instance.queue.get(id);
        Result result = byRequest.get(id);
        if (snapshot == null || result == null || snapshot.path() == null || !snapshot.path()
                .startsWith(call.incoming().rawPath())) {
            throw Fault.sentence(404, "There is no file for a request with specified id");
        }
        Permissions.require(snapshot.work().owner() == call.user() || call.user().admin());
        try {
            Instant modified = Files.getLastModifiedTime(result.file()).toInstant();
            String tag = Long.toHexString(modified.getEpochSecond()) + "-"
                    + Long.toHexString(Files.size(result.file()));
            Answer answer = Answer.file("application/zip", result.file())
                    .with("Content-Disposition", disposition(result.name()))
                    .with("ETag", '"' + tag + '"').with("Accept-Ranges", "bytes")
                    .with("Last-Modified",
                    DateTimeFormatter.RFC_1123_DATE_TIME.format(modified.atOffset(ZoneOffset.UTC)));
            for (String usual : List.of("Allow", "Vary", "X-Frame-Options", "X-Content-Type-Options", "Referrer-Policy",
                    "Cross-Origin-Opener-Policy")) {
                answer = answer.without(usual); // the file is sent by another server in front
            }
            return answer;
        } catch (IOException gone) {
            throw Fault.sentence(404, "The file of the request is gone");
        }
    }

    private static String disposition(String name) {
        String plain = name.replaceAll("[\\p{Cntrl}\"\\\\]", "_");
        if (plain.chars().allMatch(each -> each < 128)) {
            return "attachment; filename=\"" + plain + "\"";
        }
        return "attachment; filename*=UTF-8''" + URLEncoder.encode(plain, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
