package io.github.cvatopenapi.client;

import io.github.cvatopenapi.client.model.Request;
import io.github.cvatopenapi.client.model.RqId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import okhttp3.HttpUrl;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;
import retrofit2.Call;

/**
 * Imports annotations, datasets and backups from local files: upload, start, wait. Safe for use by several threads.
 *
 * <p>A file larger than the piece size goes up piece by piece and goes on after a broken connection.
 */
public final class Imports {

    private final CvatApis apis;
    private final Calls calls;
    private final Requests requests;

    Imports(CvatApis apis, Calls calls, Requests requests) {
        this.apis = apis;
        this.calls = calls;
        this.requests = requests;
    }

    /** An import's operation, for a file in the call or, with null for it, one of that name that is on the server. */
    private interface Operation {
        Call<RqId> call(MultipartBody.Part file, String storedName);
    }

    /**
     * Imports annotations into a task or job; those it has already are replaced.
     *
     * @param target the task or job
     * @param format the format's name and version, such as {@code CVAT 1.1}
     * @param file the annotations, as the format wants them
     * @return the finished request
     * @throws IllegalArgumentException if the target is a project: see {@link #dataset}
     * @throws RequestFailedException if the server could not use the file, with its message
     * @throws IOException if a call fails ({@link CvatException}) or the file cannot be read
     */
    public Request annotations(Target target, String format, Path file) throws IOException {
        return annotations(target, format, file, TransferOptions.DEFAULT);
    }

    /**
     * Imports annotations into a task or job; those it has already are replaced.
     *
     * @param target the task or job
     * @param format the format's name and version, such as {@code CVAT 1.1}
     * @param file the annotations, as the format wants them
     * @param options timeout, progress and piece size
     * @return the finished request
     * @throws IllegalArgumentException if the target is a project: see {@link #dataset}
     * @throws RequestFailedException if the server could not use the file, with its message
     * @throws IOException if a call fails ({@link CvatException}) or the file cannot be read
     */
    public Request annotations(Target target, String format, Path file, TransferOptions options) throws IOException {
        int id = target.id();
        return run("annotation_file", file, options, switch (target.kind()) {
            case TASK -> (part, name) -> apis.tasks()
                    .tasksCreateAnnotations(id, part, o -> o.format(format).filename(name));
            case JOB -> (part, name) -> apis.jobs()
                    .jobsCreateAnnotations(id, part, o -> o.format(format).filename(name));
            case PROJECT -> throw new IllegalArgumentException(
                    "a project takes datasets, not annotations: call dataset");
        });
    }

    /**
     * Imports a dataset, images with annotations, into a project.
     *
     * @param projectId the project's id
     * @param format the format's name and version, such as {@code CVAT 1.1}
     * @param file the dataset, as the format wants it
     * @return the finished request
     * @throws RequestFailedException if the server could not use the file, with its message
     * @throws IOException if a call fails ({@link CvatException}) or the file cannot be read
     */
    public Request dataset(int projectId, String format, Path file) throws IOException {
        return dataset(projectId, format, file, TransferOptions.DEFAULT);
    }

    /**
     * Imports a dataset, images with annotations, into a project.
     *
     * @param projectId the project's id
     * @param format the format's name and version, such as {@code CVAT 1.1}
     * @param file the dataset, as the format wants it
     * @param options timeout, progress and piece size
     * @return the finished request
     * @throws RequestFailedException if the server could not use the file, with its message
     * @throws IOException if a call fails ({@link CvatException}) or the file cannot be read
     */
    public Request dataset(int projectId, String format, Path file, TransferOptions options) throws IOException {
        return run("dataset_file", file, options,
                (part, name) -> apis.projects()
                        .projectsCreateDataset(projectId, part, o -> o.format(format).filename(name)));
    }

    /**
     * Makes a task from a backup.
     *
     * @param file the backup
     * @return the id of the new task
     * @throws RequestFailedException if the server could not use the file, with its message
     * @throws IOException if a call fails ({@link CvatException}) or the file cannot be read
     */
    public int taskBackup(Path file) throws IOException {
        return taskBackup(file, TransferOptions.DEFAULT);
    }

    /**
     * Makes a task from a backup.
     *
     * @param file the backup
     * @param options timeout, progress and piece size
     * @return the id of the new task
     * @throws RequestFailedException if the server could not use the file, with its message
     * @throws IOException if a call fails ({@link CvatException}) or the file cannot be read
     */
    public int taskBackup(Path file, TransferOptions options) throws IOException {
        return made(run("task_file", file, options,
                (part, name) -> apis.tasks().tasksCreateBackup(part, o -> o.filename(name))));
    }

    /**
     * Makes a project, with its tasks, from a backup.
     *
     * @param file the backup
     * @return the id of the new project
     * @throws RequestFailedException if the server could not use the file, with its message
     * @throws IOException if a call fails ({@link CvatException}) or the file cannot be read
     */
    public int projectBackup(Path file) throws IOException {
        return projectBackup(file, TransferOptions.DEFAULT);
    }

    /**
     * Makes a project, with its tasks, from a backup.
     *
     * @param file the backup
     * @param options timeout, progress and piece size
     * @return the id of the new project
     * @throws RequestFailedException if the server could not use the file, with its message
     * @throws IOException if a call fails ({@link CvatException}) or the file cannot be read
     */
    public int projectBackup(Path file, TransferOptions options) throws IOException {
        return made(run("project_file", file, options,
                (part, name) -> apis.projects().projectsCreateBackup(part, o -> o.filename(name))));
    }

    private static int made(Request finished) throws CvatException {
        if (finished.getResultId() == null) {
            throw new CvatException(
                    "request " + finished.getId(), "the import finished without telling what it made", "", null);
        }
        return finished.getResultId();
    }

    private Request run(String part, Path file, TransferOptions options, Operation operation) throws IOException {
        String name = file.getFileName().toString();
        FileSlice content = FileSlice.whole(file);
        PendingRequest started = content.contentLength() <= options.pieceSize()
                ? small(MultipartBody.Part.createFormData(part, name, content), operation, options)
                : large(part, file, operation, options);
        return started.timeout(options.timeout()).onProgress(options.progress()).await();
    }

    private PendingRequest small(MultipartBody.Part file, Operation operation, TransferOptions options)
            throws IOException {
        PendingRequest started = requests.start(operation.call(file, null));
        long length = file.body().contentLength();
        options.transfer().transferred(length, length);
        return started;
    }

    /** Announces the upload, uploads, and then starts the import of the file that is on the server. */
    private PendingRequest large(String part, Path file, Operation operation, TransferOptions options)
            throws IOException {
        MultipartBody.Part none = MultipartBody.Part.createFormData(part, "");
        okhttp3.Request announced = operation.call(none, null).request();
        calls.send(bare(announced).header("Upload-Start", "true").build()).close();
        HttpUrl endpoint = announced.url();
        long size = Files.size(file);
        String stored = new Tus(calls, options.pieceSize()).upload(endpoint, file, file.getFileName().toString(),
                done -> options.transfer().transferred(done, size));
        return requests.start(bare(operation.call(none, stored).request()).header("Upload-Finish", "true").build());
    }

    /** The same call without a body. */
    private static okhttp3.Request.Builder bare(okhttp3.Request request) {
        return request.newBuilder().removeHeader("Content-Type").post(RequestBody.EMPTY);
    }
}
