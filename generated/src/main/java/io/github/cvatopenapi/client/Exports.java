package io.github.cvatopenapi.client;

import io.github.cvatopenapi.client.model.LocationEnum;
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
 * server can do that. To export into a cloud storage, start the operation with {@link CvatClient#start} instead: there
 * is nothing to download then.
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
        int id = target.id();
        LocationEnum local = LocationEnum.LOCAL;
        Call<RqId> start = switch (target.kind()) {
            case PROJECT -> apis.projects()
                    .projectsCreateDatasetExport(id, format, o -> o.saveImages(images).location(local));
            case TASK -> apis.tasks().tasksCreateDatasetExport(id, format, o -> o.saveImages(images).location(local));
            case JOB -> apis.jobs().jobsCreateDatasetExport(id, format, o -> o.saveImages(images).location(local));
        };
        return fetch(start, destination, options);
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
        int id = target.id();
        LocationEnum local = LocationEnum.LOCAL;
        Call<RqId> start = switch (target.kind()) {
            case PROJECT -> apis.projects().projectsCreateBackupExport(id, o -> o.location(local));
            case TASK -> apis.tasks().tasksCreateBackupExport(id, o -> o.location(local));
            case JOB -> throw new IllegalArgumentException("a job has no backup: export that of its task");
        };
        return fetch(start, destination, options);
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
        Request finished = requests.start(start).timeout(options.timeout()).onProgress(options.progress()).await();
        if (finished.getResultUrl() == null) {
            throw new CvatException(
                    Operations.name(start.request()), "the export finished without a file to download", "", null);
        }
        return download.fetch(finished.getResultUrl(), destination, options.transfer());
    }
}
