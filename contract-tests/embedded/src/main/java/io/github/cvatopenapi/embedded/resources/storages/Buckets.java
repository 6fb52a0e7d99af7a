package io.github.cvatopenapi.embedded.resources.storages;

import io.github.cvatopenapi.embedded.media.SampleFiles;
import io.github.cvatopenapi.embedded.store.CloudStorage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The buckets there are: the built-in one, and folders that were given names at the start. Which endpoint a storage
 * names makes no difference. Safe for threads.
 */
public final class Buckets {

    /** Name of the built-in one. */
    public static final String BUILT_IN = SampleFiles.BUCKET;
    private static final String PROVIDER = "AWS_S3_BUCKET";

    private final Map<String, Bucket> byName = new HashMap<>();

    /**
     * The built-in bucket and others.
     *
     * @param builtIn directory for the built-in one, which need not exist
     * @param folders real paths by name
     */
    public Buckets(Path builtIn, Map<String, Path> folders) {
        byName.put(BUILT_IN, new Bucket(BUILT_IN, builtIn, Buckets::makeBuiltIn));
        folders.forEach((name, folder) -> byName.put(name, new Bucket(name, folder, nothing -> { })));
    }

    private static void makeBuiltIn(Path directory) {
        try {
            SampleFiles.makeBucket(Files.createDirectories(directory));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bucket of that provider and name, null where there is none. */
    public Bucket of(String provider, String resource) {
        return PROVIDER.equals(provider) ? byName.get(resource) : null;
    }

    /** The bucket of a storage, which was looked for when the storage was made. */
    public Bucket of(CloudStorage storage) {
        return of(storage.provider, storage.resource);
    }
}
