package io.github.cvatopenapi.client;

import io.github.cvatopenapi.client.model.Request;
import io.github.cvatopenapi.client.model.RqId;
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
     * @throws CvatException if a call fails or the file cannot be read
     */
    public Request annotations(Target target, String format, Path file) {
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
     * @throws CvatException if a call fails or the file cannot be read
     */
    public Request annotations(Target target, String format, Path file, TransferOptions options) {
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
     * @throws CvatException if a call fails or the file cannot be read
     */
    public Request dataset(int projectId, String format, Path file) {
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
     * @throws CvatException if a call fails or the file cannot be read
     */
    public Request dataset(int projectId, String format, Path file, TransferOptions options) {
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
     * @throws CvatException if a call fails or the file cannot be read
     */
    public int taskBackup(Path file) {
        return taskBackup(file, TransferOptions.DEFAULT);
    }

    /**
     * Makes a task from a backup.
     *
     * @param file the backup
     * @param options timeout, progress and piece size
     * @return the id of the new task
     * @throws RequestFailedException if the server could not use the file, with its message
     * @throws CvatException if a call fails or the file cannot be read
     */
    public int taskBackup(Path file, TransferOptions options) {
        return made(run("task_file", file, options,
                (part, name) -> apis.tasks().tasksCreateBackup(part, o -> o.filename(name))));
    }

    /**
     * Makes a project, with its tasks, from a backup.
     *
     * @param file the backup
     * @return the id of the new project
     * @throws RequestFailedException if the server could not use the file, with its message
     * @throws CvatException if a call fails or the file cannot be read
     */
    public int projectBackup(Path file) {
        return projectBackup(file, TransferOptions.DEFAULT);
    }

    /**
     * Makes a project, with its tasks, from a backup.
     *
     * @param file the backup
     * @param options timeout, progress and piece size
     * @return the id of the new project
     * @throws RequestFailedException if the server could not use the file, with its message
     * @throws CvatException if a call fails or the file cannot be read
     */
    public int projectBackup(Path file, TransferOptions options) {
        return made(run("project_file", file, options,
                (part, name) -> apis.projects().projectsCreateBackup(part, o -> o.filename(name))));
    }

    private static int made(Request finished) {
        if (finished.getResultId() == null) {
            throw new CvatException(
                    "request " + finished.getId(), "the import finished without telling what it made", "", null);
        }
        return finished.getResultId();
    }

    private Request run(String part, Path file, TransferOptions options, Operation operation) {
        LocalFile content = LocalFile.of(file);
        PendingRequest started = content.size() <= options.pieceSize()
                ? small(part, content, operation, options)
                : large(part, content, operation, options);
        return started.timeout(options.timeout()).onProgress(options.progress()).await();
    }

    private PendingRequest small(String part, LocalFile file, Operation operation, TransferOptions options) {
        MultipartBody.Part content = MultipartBody.Part.createFormData(part, file.name(), FileSlice.whole(file));
        PendingRequest started = requests.start(operation.call(content, null));
        options.transfer().transferred(file.size(), file.size());
        return started;
    }

    /** Announces the upload, uploads, and then starts the import of the file that is on the server. */
    private PendingRequest large(String part, LocalFile file, Operation operation, TransferOptions options) {
        MultipartBody.Part none = MultipartBody.Part.createFormData(part, "");
        okhttp3.Request announced = operation.call(none, null).request();
        calls.send(bare(announced).header("Upload-Start", "true").build()).close();
        HttpUrl endpoint = announced.url();
        String stored = new Tus(calls, options.pieceSize()).upload(endpoint, file,
                done -> options.transfer().transferred(done, file.size()));
        return requests.start(bare(operation.call(none, stored).request()).header("Upload-Finish", "true").build());
    }

    /** The same call without a body. */
    private static okhttp3.Request.Builder bare(okhttp3.Request request) {
        return request.newBuilder().removeHeader("Content-Type").post(RequestBody.EMPTY);
    }
}
