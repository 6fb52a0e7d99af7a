package io.github.cvatopenapi.embedded.resources.storages;

import io.github.cvatopenapi.embedded.engine.Fault;
import io.github.cvatopenapi.embedded.resources.permissions.Permissions;
import io.github.cvatopenapi.embedded.store.CloudStorage;
import io.github.cvatopenapi.embedded.store.Role;
import io.github.cvatopenapi.embedded.store.Store;
import io.github.cvatopenapi.embedded.store.User;

/** Says who may use which cloud storage for files. */
public final class CloudStoragePermissions {

    private final Store store;
    private final Permissions permissions;

    public CloudStoragePermissions(Store store, Permissions permissions) {
        this.store = store;
        this.permissions = permissions;
    }

    /** The cloud storage of that id; a 400 where there is none that the user may use. */
    public CloudStorage named(User user, long id) {
        CloudStorage storage = store.cloudStorages.get(id);
        if (storage == null || !uses(user, storage)) {
            throw Fault.list("CloudStorage matching query does not exist.");
        }
        return storage;
    }

    private boolean uses(User user, CloudStorage storage) {
        return user.admin()
                || storage.owner == user && (storage.organization == null
                || permissions.role(storage.organization, user) != null)
                || permissions.atLeast(Role.SUPERVISOR, storage.organization, user);
    }
}
