package io.github.cvatopenapi.client;

import io.github.cvatopenapi.client.model.Request;
import java.nio.file.Path;

/**
 * Imports annotations, datasets and backups: upload, start, wait. Safe for use by several threads.
 *
 * <p>A local file larger than the piece size goes up piece by piece and goes on after a broken connection. A
 * {@link CloudFile} is read by the server itself.
 */
public final class Imports {

    private final CvatApis apis;
    private final ImportRun run;

    Imports(CvatApis apis, Calls calls, Requests requests) {
        this.apis = apis;
        this.run = new ImportRun(calls, requests);
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
        return run.of("annotation_file", file, options, annotationsImport(target, format));
    }

    /**
     * Imports annotations from a cloud storage into a task or job; those it has already are replaced.
     *
     * @param target the task or job
     * @param format the format's name and version, such as {@code CVAT 1.1}
     * @param from the file, as the format wants it
     * @return the finished request
     * @throws IllegalArgumentException if the target is a project: see {@link #dataset}
     * @throws RequestFailedException if the server could not read or use the file, with its message
     * @throws CvatException if a call fails
     */
    public Request annotations(Target target, String format, CloudFile from) {
        return annotations(target, format, from, TransferOptions.DEFAULT);
    }

    /**
     * Imports annotations from a cloud storage into a task or job; those it has already are replaced.
     *
     * @param target the task or job
     * @param format the format's name and version, such as {@code CVAT 1.1}
     * @param from the file, as the format wants it
     * @param options timeout and progress of the server's work; nothing is transferred by this client
     * @return the finished request
     * @throws IllegalArgumentException if the target is a project: see {@link #dataset}
     * @throws RequestFailedException if the server could not read or use the file, with its message
     * @throws CvatException if a call fails
     */
    public Request annotations(Target target, String format, CloudFile from, TransferOptions options) {
        return run.of("annotation_file", from, options, annotationsImport(target, format));
    }

    private ImportRun.Operation annotationsImport(Target target, String format) {
        int id = target.id();
        return switch (target.kind()) {
            case TASK -> (part, place) -> apis.tasks().tasksCreateAnnotations(id, part, o -> o.format(format)
                    .location(place.location()).cloudStorageId(place.storageId()).filename(place.fileName()));
            case JOB -> (part, place) -> apis.jobs().jobsCreateAnnotations(id, part, o -> o.format(format)
                    .location(place.location()).cloudStorageId(place.storageId()).filename(place.fileName()));
            case PROJECT -> throw new IllegalArgumentException(
                    "a project takes datasets, not annotations: call dataset");
        };
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
        return run.of("dataset_file", file, options, datasetImport(projectId, format));
    }

    /**
     * Imports a dataset, images with annotations, from a cloud storage into a project.
     *
     * @param projectId the project's id
     * @param format the format's name and version, such as {@code CVAT 1.1}
     * @param from the file, as the format wants it
     * @return the finished request
     * @throws RequestFailedException if the server could not read or use the file, with its message
     * @throws CvatException if a call fails
     */
    public Request dataset(int projectId, String format, CloudFile from) {
        return dataset(projectId, format, from, TransferOptions.DEFAULT);
    }

    /**
     * Imports a dataset, images with annotations, from a cloud storage into a project.
     *
     * @param projectId the project's id
     * @param format the format's name and version, such as {@code CVAT 1.1}
     * @param from the file, as the format wants it
     * @param options timeout and progress of the server's work; nothing is transferred by this client
     * @return the finished request
     * @throws RequestFailedException if the server could not read or use the file, with its message
     * @throws CvatException if a call fails
     */
    public Request dataset(int projectId, String format, CloudFile from, TransferOptions options) {
        return run.of("dataset_file", from, options, datasetImport(projectId, format));
    }

    private ImportRun.Operation datasetImport(int projectId, String format) {
        return (part, place) -> apis.projects().projectsCreateDataset(projectId, part, o -> o.format(format)
                .location(place.location()).cloudStorageId(place.storageId()).filename(place.fileName()));
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
        return made(run.of("task_file", file, options, taskRestore()));
    }

    /**
     * Makes a task from a backup in a cloud storage.
     *
     * @param from the file
     * @return the id of the new task
     * @throws RequestFailedException if the server could not read or use the file, with its message
     * @throws CvatException if a call fails
     */
    public int taskBackup(CloudFile from) {
        return taskBackup(from, TransferOptions.DEFAULT);
    }

    /**
     * Makes a task from a backup in a cloud storage.
     *
     * @param from the file
     * @param options timeout and progress of the server's work; nothing is transferred by this client
     * @return the id of the new task
     * @throws RequestFailedException if the server could not read or use the file, with its message
     * @throws CvatException if a call fails
     */
    public int taskBackup(CloudFile from, TransferOptions options) {
        return made(run.of("task_file", from, options, taskRestore()));
    }

    private ImportRun.Operation taskRestore() {
        return (part, place) -> apis.tasks().tasksCreateBackup(part, o -> o
                .location(place.location()).cloudStorageId(place.storageId()).filename(place.fileName()));
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
        return made(run.of("project_file", file, options, projectRestore()));
    }

    /**
     * Makes a project, with its tasks, from a backup in a cloud storage.
     *
     * @param from the file
     * @return the id of the new project
     * @throws RequestFailedException if the server could not read or use the file, with its message
     * @throws CvatException if a call fails
     */
    public int projectBackup(CloudFile from) {
        return projectBackup(from, TransferOptions.DEFAULT);
    }

    /**
     * Makes a project, with its tasks, from a backup in a cloud storage.
     *
     * @param from the file
     * @param options timeout and progress of the server's work; nothing is transferred by this client
     * @return the id of the new project
     * @throws RequestFailedException if the server could not read or use the file, with its message
     * @throws CvatException if a call fails
     */
    public int projectBackup(CloudFile from, TransferOptions options) {
        return made(run.of("project_file", from, options, projectRestore()));
    }

    private ImportRun.Operation projectRestore() {
        return (part, place) -> apis.projects().projectsCreateBackup(part, o -> o
                .location(place.location()).cloudStorageId(place.storageId()).filename(place.fileName()));
    }

    private static int made(Request finished) {
        if (finished.getResultId() == null) {
            throw new CvatException(
                    "request " + finished.getId(), "the import finished without telling what it made", "", null);
        }
        return finished.getResultId();
    }
}
