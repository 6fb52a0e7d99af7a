package io.github.cvatopenapi.embedded.resources.storages;

import io.github.cvatopenapi.embedded.resources.permissions.Access;
import io.github.cvatopenapi.embedded.store.CloudStorage;
import io.github.cvatopenapi.embedded.store.Role;
import io.github.cvatopenapi.embedded.store.Store;
import io.github.cvatopenapi.embedded.store.User;

/** Says who may use which cloud storage for files. */
public final class Clouds {

    private final Store store;
    private final Access access;

    public Clouds(Store store, Access access) {
        this.store = store;
        this.access = access;
    }

    /** Whether there is a cloud storage of that id that the user may use. */
    public boolean visible(User user, long id) {
        CloudStorage storage = store.cloudStorages.get(id);
        return storage != null && (user.admin()
                || storage.owner == user && (storage.organization == null
                || access.role(storage.organization, user) != null)
                || access.atLeast(Role.SUPERVISOR, storage.organization, user));
    }
}
