package io.github.cvatopenapi.embedded.resources.auth;

import io.github.cvatopenapi.embedded.engine.Answer;
import io.github.cvatopenapi.embedded.engine.Body;
import io.github.cvatopenapi.embedded.engine.Call;
import io.github.cvatopenapi.embedded.engine.Fault;
import io.github.cvatopenapi.embedded.engine.Instants;
import io.github.cvatopenapi.embedded.engine.Json;
import io.github.cvatopenapi.embedded.resources.instance.Instance;
import io.github.cvatopenapi.embedded.store.Secrets;
import io.github.cvatopenapi.embedded.store.User;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Registration, and new passwords. */
public final class Registration {

    private final Instance instance;
    private final Sessions sessions;
    /** Of each user that asked for a new password: the hash of the token that was mailed. */
    private final Map<User, String> resets = new HashMap<>();

    public Registration(Instance instance, Sessions sessions) {
        this.instance = instance;
        this.sessions = sessions;
        instance.operations.open("auth_create_register", this::register);
        instance.operations.on("auth_create_password_change", this::change);
        instance.operations.open("auth_create_password_reset", this::reset);
        instance.operations.open("auth_create_password_reset_confirm", this::confirm);
        instance.rules.anything("auth_create_register", "email");
    }

    private Answer register(Call call) {
        Body body = call.body();
        String username = body.text("username");
        String email = body.value("email") instanceof String text ? text.strip() : "";
        Map<String, Object> wrongs = new LinkedHashMap<>();
        if (instance.store.userNamed(username) != null) {
            wrongs.put("username", List.of("A user with that username already exists."));
        } else if (!username.matches("[\\w.@+-]+")) {
            wrongs.put("username", List.of("Enter a valid username. "
                    + "This value may contain only letters, numbers, and @/./+/-/_ characters."));
        }
        if (!email.isEmpty() && !email.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+")) {
            wrongs.put("email", List.of("Enter a valid email address."));
        } else if (!email.isEmpty() && byMail(email) != null && wrongs.isEmpty()) {
            wrongs.put("email", List.of("A user is already registered with this e-mail address."));
        }
        List<String> weak = Passwords.wrongs(body.text("password1"), username);
        if (!weak.isEmpty()) {
            wrongs.put("password1", weak);
        }
        if (!wrongs.isEmpty()) {
            throw new Fault(Answer.json(400, wrongs));
        }
        if (!body.text("password1").equals(body.text("password2"))) {
            throw Fault.nonField("The two password fields didn't match.");
        }
        User user = instance.accounts.add(username, email, body.text("password1"));
        user.firstName = body.text("first_name", "");
        user.lastName = body.text("last_name", "");
        user.lastLogin = Instants.now();
        Map<String, Object> view = Json.object("email", user.email, "first_name", user.firstName,
                "last_name", user.lastName, "username", user.username, "email_verification_required", false,
                "key", user.key);
        return sessions.open(Answer.created(view), user)
                .with("Set-Cookie", "messages=" + Secrets.letters(32) + "; HttpOnly; Path=/; SameSite=Lax");
    }

    private Answer change(Call call) {
        Body body = call.body();
        User user = call.user();
        if (!Secrets.matches(body.text("old_password"), user.passwordHash)) {
            throw Fault.field("old_password", "Your old password was entered incorrectly. Please enter it again.");
        }
        user.passwordHash = Secrets.hash(fresh(body, user));
        return Answer.ok(Map.of("detail", "New password has been saved."));
    }

    private static String fresh(Body body, User user) {
        String password = body.text("new_password1");
        if (!password.equals(body.text("new_password2"))) {
            throw Fault.field("new_password2", "The two password fields didn\u2019t match.");
        }
        List<String> weak = Passwords.wrongs(password, user.username);
        if (!weak.isEmpty()) {
            throw Fault.field("new_password2", weak.toArray(new String[0]));
        }
        return password;
    }

    private User byMail(String email) {
        return instance.store.users.all().stream()
                .filter(each -> each.email.equalsIgnoreCase(email))
                .findFirst().orElse(null);
    }

    private Answer reset(Call call) {
        String email = call.body().text("email");
        User user = byMail(email);
        if (user != null && instance.mail.configured()) {
            String token = Secrets.hex(6) + "-" + Secrets.hex(32);
            resets.put(user, Secrets.digest(token));
            instance.mail.send(user.email, "A new password", "Choose a new password here:\r\n"
                    + call.url("/auth/password/reset/confirm?uid=" + user.id + "&token=" + token));
        }
        return Answer.ok(Map.of("detail", "Password reset e-mail has been sent."));
    }

    private Answer confirm(Call call) {
        Body body = call.body();
        String uid = body.text("uid");
        User user = uid.matches("\\d{1,18}") ? instance.store.users.get(Long.parseLong(uid)) : null;
        if (user == null) {
            throw Fault.field("uid", "Invalid value");
        }
        if (!Objects.equals(resets.get(user), Secrets.digest(body.text("token")))) {
            throw Fault.field("token", "Invalid value");
        }
        user.passwordHash = Secrets.hash(fresh(body, user));
        resets.remove(user);
        return Answer.ok(Map.of("detail", "Password has been reset with the new password."));
    }
}
