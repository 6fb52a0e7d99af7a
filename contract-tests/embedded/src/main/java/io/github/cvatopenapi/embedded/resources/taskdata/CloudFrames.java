package io.github.cvatopenapi.embedded.resources.taskdata;

import io.github.cvatopenapi.embedded.media.Frame;
import io.github.cvatopenapi.embedded.media.MediaException;
import io.github.cvatopenapi.embedded.resources.instance.Instance;
import io.github.cvatopenapi.embedded.resources.storages.Buckets;
import io.github.cvatopenapi.embedded.store.CloudStorage;
import io.github.cvatopenapi.embedded.store.Store;
import io.github.cvatopenapi.embedded.store.TaskData;
import java.nio.file.Path;

/** Frames whose files stay in the bucket, and are looked for there each time. Safe for threads. */
public final class CloudFrames {

    private final Store store;
    private final Buckets buckets;

    public CloudFrames(Instance instance) {
        this.store = instance.store;
        this.buckets = instance.buckets;
    }

    /** The frame with its file in the bucket of the cloud storage that the data then names. */
    public Frame of(TaskData data, Frame frame) {
        return frame.from(() -> file(data, frame.name()));
    }

    private Path file(TaskData data, String key) {
        CloudStorage storage = store.read(() -> data.cloudStorageId == null ? null
                : store.cloudStorages.get(data.cloudStorageId));
        if (storage == null) {
            throw new MediaException("The file '" + key + "' is in a cloud storage that is not known any more: "
                    + "name one by cloud_storage_id of the data");
        }
        Path file = buckets.of(storage).file(key);
        if (file == null) {
            throw new MediaException(buckets.of(storage).missing(key));
        }
        return file;
    }
}
