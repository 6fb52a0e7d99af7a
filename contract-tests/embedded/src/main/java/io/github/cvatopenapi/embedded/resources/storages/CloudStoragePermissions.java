package io.github.cvatopenapi.embedded.resources.storages;

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

    /** Whether there is a cloud storage of that id that the user may use. */
    public boolean visible(User user, long id) {
        CloudStorage storage = store.cloudStorages.get(id);
        return storage != null && (user.admin()
                || storage.owner == user && (storage.organization == null
                || permissions.role(storage.organization, user) != null)
                || permissions.atLeast(Role.SUPERVISOR, storage.organization, user));
    }
}
