package io.github.cvatopenapi.client.samples;

import io.github.cvatopenapi.client.CvatClient;
import io.github.cvatopenapi.client.model.DataMetaRead;
import io.github.cvatopenapi.client.model.FrameDataType;
import io.github.cvatopenapi.client.model.FrameQuality;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import okhttp3.ResponseBody;

/**
 * Writes the frames of a task, one by one as they were uploaded, and then its chunks, many frames each as the
 * annotation view shows them. Arguments: the server's address, the task's id, a directory.
 */
final class ReadFrames {

    private ReadFrames() {
    }

    public static void main(String[] args) throws IOException {
        try (CvatClient cvat = CvatClient.fromEnvironment(args[0])) {
            read(cvat, Integer.parseInt(args[1]), Path.of(args[2]));
        }
    }

    static void read(CvatClient cvat, int task, Path directory) throws IOException {
        DataMetaRead meta = cvat.execute(cvat.tasks().tasksRetrieveDataMeta(task));
        for (int frame = 0; frame < meta.getSize(); frame++) {
            write(cvat, task, FrameDataType.FRAME, frame, FrameQuality.ORIGINAL, directory.resolve("frame-" + frame));
        }
        int chunks = (meta.getSize() + meta.getChunkSize() - 1) / meta.getChunkSize();
        for (int chunk = 0; chunk < chunks; chunk++) {
            write(cvat, task, FrameDataType.CHUNK, chunk, FrameQuality.COMPRESSED, directory.resolve("chunk-" + chunk));
        }
    }

    /** The media type tells what it is: image/png or image/jpeg; of a chunk application/zip, or video/mp4. */
    private static void write(CvatClient cvat, int task, FrameDataType type, int number, FrameQuality quality,
            Path name) throws IOException {
        try (ResponseBody body = cvat.execute(
                cvat.tasks().tasksRetrieveData(task, type, o -> o.number(number).quality(quality)))) {
            String ending = body.contentType() == null ? "bin" : body.contentType().subtype();
            Files.copy(body.byteStream(), name.resolveSibling(name.getFileName() + "." + ending));
        }
    }
}
