package io.github.cvatopenapi.embedded.resources.views;

import io.github.cvatopenapi.embedded.engine.Call;
import io.github.cvatopenapi.embedded.engine.Json;
import io.github.cvatopenapi.embedded.store.Membership;
import io.github.cvatopenapi.embedded.store.Storage;
import io.github.cvatopenapi.embedded.store.User;
import java.util.Map;

/** Parts of representations that several resources have. */
public final class SharedViews {

    private SharedViews() {
    }

    /** A user as others show them; null for nobody. */
    public static Map<String, Object> user(Call call, User user) {
        return user == null ? null : Json.object("url", call.url("/api/users/" + user.id),
                "id", user.id, "username", user.username, "first_name", user.firstName, "last_name", user.lastName);
    }

    public static Map<String, Object> storage(Storage storage) {
        return storage == null ? null : Json.object("id", storage.id(), "location", storage.location(),
                "cloud_storage_id", storage.cloudStorageId());
    }

    public static Map<String, Object> membership(Call call, Membership membership) {
        return Json.object("id", membership.id, "user", user(call, membership.user),
                "organization", membership.organization.id, "is_active", membership.active,
                "joined_date", membership.joined, "role", membership.role.text(),
                "invitation", membership.invitation == null ? null : membership.invitation.key);
    }

    public static String username(User user) {
        return user == null ? null : user.username;
    }
}
