package io.github.cvatopenapi.client;

import io.github.cvatopenapi.client.model.Request;
import io.github.cvatopenapi.client.model.RqId;
import java.nio.file.Path;
import okhttp3.HttpUrl;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;
import retrofit2.Call;

/** One import, whatever is imported: upload where the file is local, start, wait. */
final class ImportRun {

    /** An import's operation, for a file in the call or, where that part is empty, one at another place. */
    interface Operation {
        Call<RqId> call(MultipartBody.Part file, Place place);
    }

    private final Calls calls;
    private final Requests requests;

    ImportRun(Calls calls, Requests requests) {
        this.calls = calls;
        this.requests = requests;
    }

    /** Imports a local file and returns the finished request; {@code part} is what the operation calls the file. */
    Request of(String part, Path file, TransferOptions options, Operation operation) {
        LocalFile content = LocalFile.of(file);
        PendingRequest started = content.size() <= options.pieceSize()
                ? small(part, content, operation, options)
                : large(part, content, operation, options);
        return awaited(started, options);
    }

    /** The same of a file that the server reads itself. */
    Request of(String part, CloudFile file, TransferOptions options, Operation operation) {
        MultipartBody.Part none = MultipartBody.Part.createFormData(part, "");
        return awaited(requests.start(bare(operation.call(none, Place.of(file)).request()).build()), options);
    }

    private static Request awaited(PendingRequest started, TransferOptions options) {
        return started.timeout(options.timeout()).onProgress(options.progress()).await();
    }

    private PendingRequest small(String part, LocalFile file, Operation operation, TransferOptions options) {
        MultipartBody.Part content = MultipartBody.Part.createFormData(part, file.name(), FileSlice.whole(file));
        PendingRequest started = requests.start(operation.call(content, Place.CALL));
        options.transfer().transferred(file.size(), file.size());
        return started;
    }

    /** Announces the upload, uploads, and then starts the import of the file that is on the server. */
    private PendingRequest large(String part, LocalFile file, Operation operation, TransferOptions options) {
        MultipartBody.Part none = MultipartBody.Part.createFormData(part, "");
        okhttp3.Request announced = operation.call(none, Place.CALL).request();
        calls.send(bare(announced).header("Upload-Start", "true").build()).close();
        HttpUrl endpoint = announced.url();
        String stored = new Tus(calls, options.pieceSize()).upload(endpoint, file,
                done -> options.transfer().transferred(done, file.size()));
        okhttp3.Request finish = operation.call(none, Place.uploaded(stored)).request();
        return requests.start(bare(finish).header("Upload-Finish", "true").build());
    }

    /** The same call without a body. */
    private static okhttp3.Request.Builder bare(okhttp3.Request request) {
        return request.newBuilder().removeHeader("Content-Type").post(RequestBody.EMPTY);
    }
}
