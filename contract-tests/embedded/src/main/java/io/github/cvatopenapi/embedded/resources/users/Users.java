package io.github.cvatopenapi.embedded.resources.users;

import io.github.cvatopenapi.embedded.engine.Answer;
import io.github.cvatopenapi.embedded.engine.Body;
import io.github.cvatopenapi.embedded.engine.Call;
import io.github.cvatopenapi.embedded.engine.Fault;
import io.github.cvatopenapi.embedded.engine.Field;
import io.github.cvatopenapi.embedded.engine.Json;
import io.github.cvatopenapi.embedded.engine.Listing;
import io.github.cvatopenapi.embedded.resources.instance.Instance;
import io.github.cvatopenapi.embedded.resources.permissions.EntityLookup;
import io.github.cvatopenapi.embedded.resources.permissions.Permissions;
import io.github.cvatopenapi.embedded.resources.views.SharedViews;
import io.github.cvatopenapi.embedded.store.Store;
import io.github.cvatopenapi.embedded.store.User;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Users. Administrators see all of all, others themselves, and of members of an organization the name. */
public final class Users {

    private static final List<String> GROUPS = List.of("admin", "user", "worker");

    private static final Listing<User> LIST = new Listing<>(
            Field.number("id", each -> each.id),
            Field.<User>text("username", each -> each.username).search(),
            Field.<User>text("first_name", each -> each.firstName).search(),
            Field.<User>text("last_name", each -> each.lastName).search(),
            Field.flag("is_active", each -> each.active));

    private final Store store;
    private final Permissions permissions;
    private final Instance instance;

    public Users(Instance instance) {
        this.instance = instance;
        this.store = instance.store;
        this.permissions = instance.permissions;
        instance.operations.on("users_retrieve_self", call -> Answer.ok(full(call, call.user())));
        instance.operations.on("users_list", call -> LIST.page(call, store.users.newestFirst(), listed(call),
                each -> call.user().admin() ? full(call, each) : SharedViews.user(call, each)));
        instance.operations.on("users_retrieve", this::retrieve);
        instance.operations.on("users_partial_update", this::update);
        instance.operations.on("users_destroy", this::destroy);
        instance.rules.anything("users_partial_update", "groups"); // each is looked up, whatever it is
    }

    private Predicate<User> listed(Call call) {
        User caller = call.user();
        if (call.context().organization() != null) {
            Permissions.require(caller.admin() || call.context().role() != null);
            return each -> permissions.role(call.context().organization(), each) != null;
        }
        return each -> caller.admin() || each == caller && !call.context().personal();
    }

    private User find(Call call) {
        return EntityLookup.ofPath(call, store.users, "User");
    }

    private Answer retrieve(Call call) {
        User user = find(call);
        if (user == call.user() || call.user().admin()) {
            return Answer.ok(full(call, user));
        }
        Permissions.require(call.context().role() != null
                && permissions.role(call.context().organization(), user) != null);
        return Answer.ok(SharedViews.user(call, user));
    }

    private Answer update(Call call) {
        User user = find(call);
        Permissions.require(user == call.user() || call.user().admin());
        Permissions.requireNoToken(call);
        Body body = call.body();
        String username = body.text("username", user.username);
        User same = store.userNamed(username);
        if (same != null && same != user) {
            throw Fault.field("username", "A user with that username already exists.");
        }
        requireGroups(body);
        user.username = username;
        user.email = body.text("email", user.email);
        user.firstName = body.text("first_name", user.firstName);
        user.lastName = body.text("last_name", user.lastName);
        if (call.user().admin()) { // nobody gives rights to themselves
            user.groups = body.has("groups") ? List.copyOf(body.<String>list("groups")) : user.groups;
            user.staff = body.flag("is_staff", user.staff);
            user.superuser = body.flag("is_superuser", user.superuser);
            user.active = body.flag("is_active", user.active);
        }
        return Answer.ok(full(call, user));
    }

    private static void requireGroups(Body body) {
        if (!body.has("groups")) {
            return;
        }
        if (!(body.value("groups") instanceof List<?> groups)) {
            throw Fault.field("groups",
                    body.value("groups") == null ? "This field may not be null." : "Expected a list of items.");
        }
        for (Object group : groups) {
            if (!GROUPS.contains(String.valueOf(group))) {
                throw Fault.field("groups", "Object with name=" + group + " does not exist.");
            }
        }
    }

    private Answer destroy(Call call) {
        User user = find(call);
        Permissions.require(user == call.user() || call.user().admin());
        Permissions.requireNoToken(call);
        instance.hooks.removing(call, user);
        store.sessions.values().removeIf(each -> each == user);
        store.users.remove(user);
        return Answer.noContent();
    }

    static Map<String, Object> full(Call call, User user) {
        Map<String, Object> view = SharedViews.user(call, user);
        view.putAll(Json.object("email", user.email, "groups", user.groups, "is_staff", user.staff,
                "is_superuser", user.superuser, "is_active", user.active, "last_login", user.lastLogin,
                "date_joined", user.created, "has_analytics_access", user.superuser));
        return view;
    }
}
