package io.github.cvatopenapi.embedded.resources.storages;

import io.github.cvatopenapi.embedded.engine.Call;
import io.github.cvatopenapi.embedded.engine.Fault;
import io.github.cvatopenapi.embedded.store.Storage;
import java.util.List;

/** Reads from calls where a file shall go, or come from: a bucket, or the caller's side. Safe for threads. */
public final class FilePlaces {

    private static final String CLOUD = "cloud_storage";

    /**
     * Where a file is.
     *
     * @param bucket null for the caller's side
     * @param name   the file's, its key in the bucket; null for none given
     */
    public record Place(Bucket bucket, String name) {
    }

    private final CloudStoragePermissions permissions;
    private final Buckets buckets;

    public FilePlaces(CloudStoragePermissions permissions, Buckets buckets) {
        this.permissions = permissions;
        this.buckets = buckets;
    }

    /** Refuses a call that names a cloud storage that its caller has not, even where it needs none. */
    public void requireNamed(Call call) {
        Long id = call.query().number("cloud_storage_id");
        if (id != null) {
            permissions.named(call.user(), id);
        }
    }

    /**
     * The place that the call names; without a word of it what is configured, unless the call does not want that.
     *
     * @param configured null for nothing
     */
    public Place of(Call call, Storage configured) {
        String location = call.query().text("location");
        String name = call.query().text("filename");
        if (location != null && !List.of("local", CLOUD).contains(location)) {
            throw Fault.field("location", "\"" + location + "\" is not a valid choice.");
        }
        Long id = call.query().number("cloud_storage_id");
        if (location == null && configured != null && call.query().flag("use_default_location", true)) {
            location = configured.location();
            id = configured.cloudStorageId();
        }
        if (!CLOUD.equals(location)) {
            return new Place(null, name);
        }
        if (id == null) {
            throw Fault.list("Trying to use undefined cloud storage (cloud_storage_id was not provided)");
        }
        return new Place(buckets.of(permissions.named(call.user(), id)), name);
    }
}
