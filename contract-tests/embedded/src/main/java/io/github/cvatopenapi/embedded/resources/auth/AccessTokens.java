package io.github.cvatopenapi.embedded.resources.auth;

import io.github.cvatopenapi.embedded.engine.Answer;
import io.github.cvatopenapi.embedded.engine.Body;
import io.github.cvatopenapi.embedded.engine.Call;
import io.github.cvatopenapi.embedded.engine.Fault;
import io.github.cvatopenapi.embedded.engine.Field;
import io.github.cvatopenapi.embedded.engine.Instants;
import io.github.cvatopenapi.embedded.engine.Json;
import io.github.cvatopenapi.embedded.engine.Listing;
import io.github.cvatopenapi.embedded.resources.instance.Instance;
import io.github.cvatopenapi.embedded.resources.permissions.Permissions;
import io.github.cvatopenapi.embedded.resources.views.SharedViews;
import io.github.cvatopenapi.embedded.store.AccessToken;
import io.github.cvatopenapi.embedded.store.Secrets;
import io.github.cvatopenapi.embedded.store.Store;
import io.github.cvatopenapi.embedded.store.User;
import java.time.Instant;
import java.util.Map;

/** Personal access tokens. Everyone sees their own that have not expired; a token cannot manage tokens. */
public final class AccessTokens {

    private static final Listing<AccessToken> LIST = new Listing<>(
            Field.number("id", each -> each.id),
            Field.<AccessToken>text("name", each -> each.name).search(),
            Field.date("created_date", each -> each.created),
            Field.date("updated_date", each -> each.updated),
            Field.date("expiry_date", each -> each.expires),
            Field.date("last_used_date", each -> each.lastUsed),
            Field.flag("read_only", each -> each.readOnly));

    private final Store store;

    public AccessTokens(Instance instance) {
        this.store = instance.store;
        instance.operations.on("auth_list_access_tokens", call -> LIST.page(call, store.tokens.newestFirst(),
                each -> each.owner == call.user() && usable(each), each -> view(call, each)));
        instance.operations.on("auth_create_access_tokens", this::create);
        instance.operations.on("auth_retrieve_access_tokens_self",
                call -> Answer.ok(view(call, call.caller().token())));
        instance.operations.bearerOnly("auth_retrieve_access_tokens_self");
        instance.operations.on("auth_retrieve_access_tokens", call -> Answer.ok(view(call, own(call))));
        instance.operations.on("auth_partial_update_access_tokens", this::update);
        instance.operations.on("auth_destroy_access_tokens", this::revoke);
        instance.hooks.onRemoval(User.class, (call, user) -> store.tokens.all().stream()
                .filter(each -> each.owner == user).toList().forEach(store.tokens::remove));
    }

    private AccessToken own(Call call) {
        AccessToken token = store.tokens.get(call.id());
        if (token == null || !usable(token)) {
            throw Fault.noSuch("AccessToken");
        }
        Permissions.require(token.owner == call.user() || call.user().admin());
        return token;
    }

    private static boolean usable(AccessToken token) {
        return token.expires == null || token.expires.isAfter(Instant.now());
    }

    private Answer create(Call call) {
        Permissions.requireNoToken(call);
        Body body = call.body();
        AccessToken token = new AccessToken();
        token.owner = call.user();
        String value = Secrets.letters(8) + "." + Secrets.letters(32);
        token.valueHash = Secrets.digest(value);
        fill(token, body);
        store.tokens.add(token);
        Map<String, Object> view = view(call, token);
        view.put("value", value);
        return Answer.created(view);
    }

    private Answer update(Call call) {
        AccessToken token = own(call);
        Permissions.requireNoToken(call);
        fill(token, call.body());
        token.updated = Instants.now();
        return Answer.ok(view(call, token));
    }

    private static void fill(AccessToken token, Body body) {
        token.name = body.text("name", token.name);
        token.readOnly = body.flag("read_only", token.readOnly);
        if (body.has("expiry_date")) {
            token.expires = body.text("expiry_date") == null ? null : Instant.parse(body.text("expiry_date"));
        }
    }

    private Answer revoke(Call call) {
        AccessToken token = own(call);
        Permissions.requireNoToken(call);
        store.tokens.remove(token);
        return Answer.noContent();
    }

    private static Map<String, Object> view(Call call, AccessToken token) {
        return Json.object("id", token.id, "name", token.name,
                "created_date", token.created, "updated_date", token.updated,
                "expiry_date", token.expires, "last_used_date", token.lastUsed, "read_only", token.readOnly,
                "owner", SharedViews.user(call, token.owner));
    }
}
