package io.github.cvatopenapi.embedded.resources.transfer;

import io.github.cvatopenapi.embedded.engine.Answer;
import io.github.cvatopenapi.embedded.engine.Call;
import io.github.cvatopenapi.embedded.engine.Fault;
import io.github.cvatopenapi.embedded.engine.Work;
import io.github.cvatopenapi.embedded.formats.FormatException;
import io.github.cvatopenapi.embedded.media.Archives;
import io.github.cvatopenapi.embedded.media.MediaException;
import io.github.cvatopenapi.embedded.resources.instance.Instance;
import io.github.cvatopenapi.embedded.resources.uploads.FileTrees;
import io.github.cvatopenapi.embedded.resources.uploads.Uploads;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/** Receives the one file of an import, from the call, from an upload in steps or from a bucket, and works on it. */
final class ImportFiles {

    private final Instance instance;
    private final Path root;

    ImportFiles(Instance instance) {
        this.instance = instance;
        this.root = instance.settings.directory().resolve("imports");
    }

    /** Answers the calls that bring a file in pieces. */
    void pieces(String name, String path) {
        instance.operations.extra(name + " upload offset", "GET", path,
                call -> instance.uploads.offset(call, call.path("file_id")));
        instance.operations.extra(name + " upload piece", "PATCH", path,
                call -> instance.uploads.append(call, call.path("file_id")));
    }

    /**
     * Answers a step of the upload, or goes on with the file.
     *
     * @param target what it is for
     * @param field  of the form that has it
     * @param check  looks at the parameters before a file is taken
     * @param onward given the file, which it owns
     */
    Answer receive(Call call, String target, String field, Supplier<?> check, Function<Path, Answer> onward) {
        Answer step = instance.uploads.step(call, target, false);
        if (step != null) {
            return step;
        }
        check.get();
        return onward.apply("cloud_storage".equals(call.query().get("location")) ? fromBucket(call)
                : uploaded(call, target, field));
    }

    private Path uploaded(Call call, String target, String field) {
        String given = call.query().text("filename");
        String wished = given == null || given.isEmpty() ? null : given;
        if (wished != null && !instance.uploads.has(call, target, wished)) {
            throw Fault.list(
                    "No file '" + wished + "' was uploaded: give the name that the header Upload-Filename told");
        }
        Uploads.Received received = instance.uploads.take(call, target);
        Path file = wished != null ? received.files().get(wished)
                : received.files().values().stream().findFirst().orElse(null);
        if (file == null) {
            FileTrees.delete(received.directory());
            throw Fault.field(field, "No file was submitted.");
        }
        return file;
    }

    private Path fromBucket(Call call) {
        Long id = call.query().number("cloud_storage_id");
        String name = call.query().text("filename");
        if (id == null || !instance.cloudStorages.visible(call.user(), id)) {
            throw Fault.list("CloudStorage matching query does not exist.");
        }
        try {
            Path file = Archives.inside(instance.bucket.directory(), name == null ? "" : name);
            if (!Files.isRegularFile(file)) {
                throw Fault.detail(404, "The file '" + name + "' not found on the cloud storage");
            }
            Path copy = Files.createDirectories(root.resolve(UUID.randomUUID().toString())).resolve("file");
            return Files.copy(file, copy);
        } catch (MediaException refused) {
            throw Fault.list(refused.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is done with the file; the directory it gets is empty and gone after. */
    interface Reading {
        Work.Result run(Path scratch) throws Exception;
    }

    /** Submits the work; the file is gone after it. */
    Answer submit(Work work, Path file, Reading reading) {
        try {
            return instance.queue.submit(work, running -> {
                Path scratch = Files.createDirectories(root.resolve(UUID.randomUUID().toString()));
                try {
                    return reading.run(scratch);
                } catch (FormatException | MediaException refused) {
                    throw new Work.Failure(refused.getMessage());
                } finally {
                    FileTrees.delete(scratch);
                    FileTrees.delete(file.getParent());
                }
            });
        } catch (Fault busy) {
            FileTrees.delete(file.getParent());
            throw busy;
        }
    }
}
