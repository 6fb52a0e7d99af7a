package io.github.cvatopenapi.embedded.resources.transfer;

import io.github.cvatopenapi.embedded.engine.Answer;
import io.github.cvatopenapi.embedded.engine.Call;
import io.github.cvatopenapi.embedded.engine.Fault;
import io.github.cvatopenapi.embedded.engine.Work;
import io.github.cvatopenapi.embedded.formats.FormatException;
import io.github.cvatopenapi.embedded.media.MediaException;
import io.github.cvatopenapi.embedded.resources.instance.Instance;
import io.github.cvatopenapi.embedded.resources.storages.FilePlaces;
import io.github.cvatopenapi.embedded.resources.uploads.FileTrees;
import io.github.cvatopenapi.embedded.resources.uploads.Uploads;
import io.github.cvatopenapi.embedded.store.Storage;
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
     * @param target     what it is for
     * @param field      of the form that has it
     * @param configured where such files come from without a word of the call, null for the caller's side
     * @param check      looks at the parameters before a file is taken
     * @param onward     given the file, which it owns
     */
    Answer receive(Call call, String target, String field, Storage configured, Supplier<?> check,
            Function<ImportFile, Answer> onward) {
        Answer step = instance.uploads.step(call, target, false);
        if (step != null) {
            return step;
        }
        check.get();
        FilePlaces.Place place = instance.places.of(call, configured);
        if (place.bucket() == null) {
            return onward.apply(new ImportFile(uploaded(call, target, field), null));
        }
        if (place.name() == null) {
            throw Fault.list("The filename was not specified");
        }
        return onward.apply(new ImportFile(root.resolve(UUID.randomUUID().toString()).resolve("file"), place));
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

    /** What is done with the file; the directory it gets is empty and gone after. */
    interface Reading {
        Work.Result run(Path scratch) throws Exception;
    }

    /** Submits the work; the file is gone after it. */
    Answer submit(Work work, ImportFile file, Reading reading) {
        try {
            return instance.queue.submit(work, running -> {
                Path scratch = Files.createDirectories(root.resolve(UUID.randomUUID().toString()));
                try {
                    file.fetch();
                    return reading.run(scratch);
                } catch (FormatException | MediaException refused) {
                    throw new Work.Failure(refused.getMessage());
                } finally {
                    FileTrees.delete(scratch);
                    file.discard();
                }
            });
        } catch (Fault busy) {
            file.discard();
            throw busy;
        }
    }
}
