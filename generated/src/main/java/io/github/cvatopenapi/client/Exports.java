package io.github.cvatopenapi.client;

import io.github.cvatopenapi.client.model.Request;
import io.github.cvatopenapi.client.model.RqId;
import java.io.IOException;
import java.nio.file.Path;
import retrofit2.Call;

/**
 * Exports datasets and backups and downloads them: start, wait, fetch. Safe for use by several threads.
 *
 * <p>A download is written to a temporary file and renamed when it is whole. It replaces a regular file of the name,
 * and nothing else: links, devices and missing directories are refused before anything is asked of the server, and in a
 * directory where one has the server's name the file gets a number. When it breaks off, it goes on from there if the
 * server can do that. Into a {@link CloudFile} the server writes itself, and nothing is downloaded.
 */
public final class Exports {

    private final CvatApis apis;
    private final Requests requests;
    private final Download download;

    Exports(CvatApis apis, Requests requests, Download download) {
        this.apis = apis;
        this.requests = requests;
        this.download = download;
    }

    /**
     * Exports annotations, with their images or without.
     *
     * @param target the project, task or job
     * @param format the format's name and version, such as {@code CVAT for images 1.1}
     * @param images whether to export the images too
     * @param destination the file to write; or a directory, in which the file gets the server's name
     * @return the file written
     * @throws RequestFailedException if the server could not export it
     * @throws CvatException if a call fails or the file cannot be written
     */
    public Path dataset(Target target, String format, boolean images, Path destination) {
        return dataset(target, format, images, destination, TransferOptions.DEFAULT);
    }

    /**
     * Exports annotations, with their images or without.
     *
     * @param target the project, task or job
     * @param format the format's name and version, such as {@code CVAT for images 1.1}
     * @param images whether to export the images too
     * @param destination the file to write; or a directory, in which the file gets the server's name
     * @param options timeout and progress
     * @return the file written
     * @throws RequestFailedException if the server could not export it
     * @throws CvatException if a call fails or the file cannot be written
     */
    public Path dataset(Target target, String format, boolean images, Path destination, TransferOptions options) {
        return fetch(datasetExport(target, format, images, Place.SERVER), destination, options);
    }

    /**
     * Exports annotations, with their images or without, into a cloud storage, and waits until they are there.
     *
     * @param target the project, task or job
     * @param format the format's name and version, such as {@code CVAT for images 1.1}
     * @param images whether to export the images too
     * @param to the file to write, which replaces one of that name
     * @return the finished request
     * @throws RequestFailedException if the server could not export or write it, with its message
     * @throws CvatException if a call fails
     */
    public Request dataset(Target target, String format, boolean images, CloudFile to) {
        return dataset(target, format, images, to, TransferOptions.DEFAULT);
    }

    /**
     * Exports annotations, with their images or without, into a cloud storage, and waits until they are there.
     *
     * @param target the project, task or job
     * @param format the format's name and version, such as {@code CVAT for images 1.1}
     * @param images whether to export the images too
     * @param to the file to write, which replaces one of that name
     * @param options timeout and progress of the server's work; nothing is transferred by this client
     * @return the finished request
     * @throws RequestFailedException if the server could not export or write it, with its message
     * @throws CvatException if a call fails
     */
    public Request dataset(Target target, String format, boolean images, CloudFile to, TransferOptions options) {
        return finished(datasetExport(target, format, images, Place.of(to)), options);
    }

    private Call<RqId> datasetExport(Target target, String format, boolean images, Place to) {
        int id = target.id();
        return switch (target.kind()) {
            case PROJECT -> apis.projects().projectsCreateDatasetExport(id, format, o -> o.saveImages(images)
                    .location(to.location()).cloudStorageId(to.storageId()).filename(to.fileName()));
            case TASK -> apis.tasks().tasksCreateDatasetExport(id, format, o -> o.saveImages(images)
                    .location(to.location()).cloudStorageId(to.storageId()).filename(to.fileName()));
            case JOB -> apis.jobs().jobsCreateDatasetExport(id, format, o -> o.saveImages(images)
                    .location(to.location()).cloudStorageId(to.storageId()).filename(to.fileName()));
        };
    }

    /**
     * Exports a backup, from which {@link Imports} makes the project or task again.
     *
     * @param target the project or task
     * @param destination the file to write; or a directory, in which the file gets the server's name
     * @return the file written
     * @throws IllegalArgumentException if the target is a job, which has no backup
     * @throws RequestFailedException if the server could not export it
     * @throws CvatException if a call fails or the file cannot be written
     */
    public Path backup(Target target, Path destination) {
        return backup(target, destination, TransferOptions.DEFAULT);
    }

    /**
     * Exports a backup, from which {@link Imports} makes the project or task again.
     *
     * @param target the project or task
     * @param destination the file to write; or a directory, in which the file gets the server's name
     * @param options timeout and progress
     * @return the file written
     * @throws IllegalArgumentException if the target is a job, which has no backup
     * @throws RequestFailedException if the server could not export it
     * @throws CvatException if a call fails or the file cannot be written
     */
    public Path backup(Target target, Path destination, TransferOptions options) {
        return fetch(backupExport(target, Place.SERVER), destination, options);
    }

    /**
     * Exports a backup into a cloud storage, and waits until it is there.
     *
     * @param target the project or task
     * @param to the file to write, which replaces one of that name
     * @return the finished request
     * @throws IllegalArgumentException if the target is a job, which has no backup
     * @throws RequestFailedException if the server could not export or write it, with its message
     * @throws CvatException if a call fails
     */
    public Request backup(Target target, CloudFile to) {
        return backup(target, to, TransferOptions.DEFAULT);
    }

    /**
     * Exports a backup into a cloud storage, and waits until it is there.
     *
     * @param target the project or task
     * @param to the file to write, which replaces one of that name
     * @param options timeout and progress of the server's work; nothing is transferred by this client
     * @return the finished request
     * @throws IllegalArgumentException if the target is a job, which has no backup
     * @throws RequestFailedException if the server could not export or write it, with its message
     * @throws CvatException if a call fails
     */
    public Request backup(Target target, CloudFile to, TransferOptions options) {
        return finished(backupExport(target, Place.of(to)), options);
    }

    private Call<RqId> backupExport(Target target, Place to) {
        int id = target.id();
        return switch (target.kind()) {
            case PROJECT -> apis.projects().projectsCreateBackupExport(id, o -> o
                    .location(to.location()).cloudStorageId(to.storageId()).filename(to.fileName()));
            case TASK -> apis.tasks().tasksCreateBackupExport(id, o -> o
                    .location(to.location()).cloudStorageId(to.storageId()).filename(to.fileName()));
            case JOB -> throw new IllegalArgumentException("a job has no backup: export that of its task");
        };
    }

    /**
     * Downloads what a finished export left.
     *
     * @param resultUrl the address in the finished request. Its path from {@code /api/} on is asked of this client's
     *     server, whatever the server calls itself; an address without it on another host is called without credentials
     * @param destination the file to write; or a directory, in which the file gets the server's name
     * @return the file written
     * @throws CvatException if the download fails or the file cannot be written
     */
    public Path download(String resultUrl, Path destination) {
        return download(resultUrl, destination, TransferOptions.DEFAULT.transfer());
    }

    /**
     * Downloads what a finished export left.
     *
     * @param resultUrl the address in the finished request. Its path from {@code /api/} on is asked of this client's
     *     server, whatever the server calls itself; an address without it on another host is called without credentials
     * @param destination the file to write; or a directory, in which the file gets the server's name
     * @param listener who is told how far the download is
     * @return the file written
     * @throws CvatException if the download fails or the file cannot be written
     */
    public Path download(String resultUrl, Path destination, TransferListener listener) {
        return download.fetch(resultUrl, Destination.of(destination), listener);
    }

    private Path fetch(Call<RqId> start, Path path, TransferOptions options) {
        Destination destination = Destination.of(path);
        Request finished = finished(start, options);
        if (finished.getResultUrl() == null) {
            throw new CvatException(
                    Operations.name(start.request()), "the export finished without a file to download", "", null);
        }
        return download.fetch(finished.getResultUrl(), destination, options.transfer());
    }

    private Request finished(Call<RqId> start, TransferOptions options) {
        return requests.start(start).timeout(options.timeout()).onProgress(options.progress()).await();
    }
}
