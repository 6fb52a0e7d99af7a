package io.github.cvatopenapi.client;

import io.github.cvatopenapi.client.api.TasksApi;
import io.github.cvatopenapi.client.model.DataRequest;
import io.github.cvatopenapi.client.model.TaskRead;
import io.github.cvatopenapi.client.model.TaskWriteRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import okhttp3.HttpUrl;
import okhttp3.MultipartBody;
import retrofit2.Call;

/** Makes a task from files: create it, announce the upload, upload, finish, wait. */
final class TaskCreation {

    /** Web frameworks take no more files than this in one call, if not told otherwise. */
    private static final int MOST_IN_BATCH = 100;

    private final TasksApi tasks;
    private final Calls calls;
    private final Requests requests;
    private final TransferOptions options;

    TaskCreation(TasksApi tasks, Calls calls, Requests requests, TransferOptions options) {
        this.tasks = tasks;
        this.calls = calls;
        this.requests = requests;
        this.options = options;
    }

    TaskRead create(TaskWriteRequest spec, DataRequest data, List<Path> paths) {
        List<LocalFile> files = paths.stream().map(LocalFile::of).toList();
        List<String> names = names(files);
        if (data.getImageQuality() == null) {
            throw new IllegalArgumentException("the image quality is not set: give the data settings one, 0 to 100");
        }
        Plan plan = Plan.of(files, options.pieceSize());
        int id = id(tasks.tasksCreate(spec));
        PendingRequest making;
        try {
            making = upload(id, data, names, plan);
        } catch (RuntimeException | Error e) {
            discard(id, e);
            throw e;
        }
        try {
            making.timeout(options.timeout()).onProgress(options.progress()).await();
        } catch (RequestFailedException e) {
            discard(id, e);
            throw e;
        }
        return calls.body(tasks.tasksRetrieve(id), Bounds.NONE);
    }

    private int id(Call<TaskRead> creation) {
        TaskRead made = calls.body(creation, Bounds.NONE);
        if (made.getId() == null) {
            throw new CvatException(
                    Operations.name(creation.request()), "the answer names no id", calls.shown(made), null);
        }
        return made.getId();
    }

    private static List<String> names(List<LocalFile> files) {
        if (files.isEmpty()) {
            throw new IllegalArgumentException("there are no files to make a task from");
        }
        List<String> names = files.stream().map(LocalFile::name).toList();
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                throw new IllegalArgumentException(
                        "two files are named " + name + ": the server tells files by their names");
            }
        }
        return names;
    }

    private PendingRequest upload(int id, DataRequest data, List<String> names, Plan plan) {
        DataRequest announced = new DataRequest().imageQuality(data.getImageQuality());
        calls.answer(tasks.tasksCreateData(id, announced, o -> o.uploadStart(true)));
        long done = 0;
        for (List<LocalFile> batch : plan.batches) {
            done += send(id, data, batch);
            options.transfer().transferred(done, plan.total);
        }
        HttpUrl endpoint = tasks.tasksCreateData(id, announced).request().url();
        Tus tus = new Tus(calls, options.pieceSize());
        for (LocalFile file : plan.large) {
            long before = done;
            tus.upload(endpoint, file, bytes -> options.transfer().transferred(before + bytes, plan.total));
            done += file.size();
        }
        return requests.start(tasks.tasksCreateData(id, finishing(data, names), o -> o.uploadFinish(true)));
    }

    /** The caller's settings with the order of the files, from which the server also sees whether all are there. */
    private static DataRequest finishing(DataRequest data, List<String> names) {
        if (data.getUploadFileOrder() != null) {
            return data;
        }
        return copy(data).uploadFileOrder(names);
    }

    /** The caller's settings, to be changed. */
    static DataRequest copy(DataRequest data) {
        return Json.gson().fromJson(Json.gson().toJsonTree(data), DataRequest.class);
    }

    private long send(int id, DataRequest data, List<LocalFile> batch) {
        List<MultipartBody.Part> parts = new ArrayList<>();
        parts.add(MultipartBody.Part.createFormData("image_quality", data.getImageQuality().toString()));
        long bytes = 0;
        for (int i = 0; i < batch.size(); i++) {
            LocalFile file = batch.get(i);
            bytes += file.size();
            parts.add(MultipartBody.Part.createFormData(
                    "client_files[" + i + "]", file.name(), FileSlice.whole(file)));
        }
        calls.answer(tasks.tasksCreateDataMultipart(id, parts, null, true, null));
        return bytes;
    }

    /** A task without its data is of no use to anyone. */
    private void discard(int id, Throwable why) {
        Cleanup.run(() -> {
            try {
                calls.answer(tasks.tasksDestroy(id), Cleanup.bounds(calls.time().now()));
            } catch (CvatException e) {
                why.addSuppressed(e);
            }
        });
    }

    /** Which files go together and which alone. */
    private record Plan(List<List<LocalFile>> batches, List<LocalFile> large, long total) {

        static Plan of(List<LocalFile> files, int pieceSize) {
            List<List<LocalFile>> batches = new ArrayList<>();
            List<LocalFile> large = new ArrayList<>();
            long total = 0;
            long inBatch = 0;
            for (LocalFile file : files) {
                long size = file.size();
                total += size;
                if (size > pieceSize) {
                    large.add(file);
                    continue;
                }
                boolean fits = !batches.isEmpty() && inBatch + size <= pieceSize
                        && batches.get(batches.size() - 1).size() < MOST_IN_BATCH;
                if (!fits) {
                    batches.add(new ArrayList<>());
                    inBatch = 0;
                }
                batches.get(batches.size() - 1).add(file);
                inBatch += size;
            }
            return new Plan(batches, large, total);
        }
    }
}
