package io.github.cvatopenapi.contract.harness.cleanup;

import io.github.cvatopenapi.contract.harness.settings.Settings;
import java.util.List;

/** The objects of a bucket. Whatever cannot be done is a {@link StoreException}. Safe for threads. */
interface ObjectStore {

    /** Where the objects of the bucket of the settings are. */
    static ObjectStore of(Settings.Bucket bucket) {
        return bucket.folder() == null ? new S3Store(bucket) : new FolderStore(bucket.folder());
    }

    /** Every key that begins with the prefix. */
    List<String> keys(String prefix);

    void put(String key, byte[] content);

    /** Removes an object; one that is not there is none the less gone. */
    void remove(String key);
}
