package io.github.cvatopenapi.embedded.resources;

import io.github.cvatopenapi.embedded.engine.Answer;
import io.github.cvatopenapi.embedded.engine.Call;
import io.github.cvatopenapi.embedded.engine.Json;
import io.github.cvatopenapi.embedded.store.User;
import java.util.Map;

/** Users. */
final class Users {

    Users(Instance instance) {
        instance.operations.on("users_retrieve_self", call -> Answer.ok(full(call, call.user())));
    }

    static Map<String, Object> full(Call call, User user) {
        Map<String, Object> view = Views.user(call, user);
        view.putAll(Json.object("email", user.email, "groups", user.groups, "is_staff", user.staff, "is_superuser", user.superuser,
                "is_active", user.active, "last_login", user.lastLogin, "date_joined", user.created,
                "has_analytics_access", user.superuser));
        return view;
    }
}
