package io.github.cvatopenapi.embedded.resources.storages;

import io.github.cvatopenapi.embedded.engine.Body;
import io.github.cvatopenapi.embedded.engine.Fault;
import io.github.cvatopenapi.embedded.store.Storage;
import io.github.cvatopenapi.embedded.store.Store;

/** Reads settings of source and target storages. */
public final class StorageSettings {

    private StorageSettings() {
    }

    /** The storage that a property describes, or the present one when it does not. */
    public static Storage of(Store store, Body body, String property, Storage present) {
        Body storage = body.object(property);
        if (storage == null) {
            return present;
        }
        String location = storage.text("location", "local");
        Long cloud = storage.number("cloud_storage_id");
        if (location.equals("cloud_storage") && cloud == null) {
            throw Fault.field(property, "A cloud storage needs cloud_storage_id.");
        }
        return new Storage(present == null ? store.nextStorageId() : present.id(), location, cloud);
    }
}
