package io.github.cvatopenapi.embedded.resources.auth;

import io.github.cvatopenapi.embedded.engine.Answer;
import io.github.cvatopenapi.embedded.engine.Body;
import io.github.cvatopenapi.embedded.engine.Call;
import io.github.cvatopenapi.embedded.engine.Fault;
import io.github.cvatopenapi.embedded.resources.accounts.Accounts;
import io.github.cvatopenapi.embedded.resources.instance.Instance;
import io.github.cvatopenapi.embedded.store.Secrets;
import io.github.cvatopenapi.embedded.store.User;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;

/** Login and logout. */
public final class Sessions {

    private final Instance instance;

    public Sessions(Instance instance) {
        this.instance = instance;
        instance.operations.open("auth_create_login", this::login);
        instance.operations.open("auth_create_logout", this::logout);
        instance.rules.anything("auth_create_login", "email", "password");
    }

    private Answer login(Call call) {
        Body body = call.body();
        String name = body.text("username", "");
        if (name.isEmpty() && body.value("email") instanceof String email) {
            name = instance.store.users.all().stream().filter(each -> each.email.equalsIgnoreCase(email)).findFirst()
                    .map(each -> each.username).orElse(email);
        }
        String password = body.value("password") instanceof String text ? text : "";
        if (name.isEmpty() || password.isEmpty()) {
            throw Fault.list("Must include either \"username\" or \"email\" and \"password\".");
        }
        User user = instance.accounts.find(name, password);
        if (user == null) {
            throw Fault.nonField("Unable to log in with provided credentials.");
        }
        user.lastLogin = Instant.now().truncatedTo(ChronoUnit.MICROS);
        if (user.key == null) {
            user.key = Secrets.hex(40);
        }
        return open(Answer.ok(Map.of("key", user.key)), user);
    }

    /** The answer with the cookies of a new session. */
    Answer open(Answer answer, User user) {
        String session = Secrets.letters(32).toLowerCase(Locale.ROOT);
        instance.store.sessions.put(session, user);
        return answer
                .with("Set-Cookie", "csrftoken=" + Secrets.letters(32) + "; Max-Age=31449600; Path=/; SameSite=Lax")
                .with("Set-Cookie", "sessionfresh=1; HttpOnly; Max-Age=86400; Path=/; SameSite=Lax")
                .with("Set-Cookie", Accounts.SESSION_COOKIE + "=" + session
                        + "; HttpOnly; Max-Age=1209600; Path=/; SameSite=Lax")
                .with("Vary", "Accept, Cookie, Origin");
    }

    private Answer logout(Call call) {
        if (!call.caller().anonymous()) {
            call.user().key = null;
            if (call.caller().session() != null) {
                instance.store.sessions.remove(call.caller().session());
            }
        }
        return Answer.ok(Map.of("detail", "Successfully logged out."));
    }
}
