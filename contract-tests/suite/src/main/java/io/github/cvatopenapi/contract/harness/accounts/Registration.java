package io.github.cvatopenapi.contract.harness.accounts;

import io.github.cvatopenapi.contract.harness.cleanup.Names;
import io.github.cvatopenapi.contract.harness.cleanup.ResourceRegistry;
import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.http.Caller;
import io.github.cvatopenapi.contract.harness.http.Client;
import io.github.cvatopenapi.contract.harness.http.Credentials;
import io.github.cvatopenapi.contract.harness.settings.Settings;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.opentest4j.TestAbortedException;

/** Registers accounts for one run, which an administrator removes. Safe for threads. */
final class Registration {

    private final Client client;
    private final Settings settings;
    private final Names names;
    private final ResourceRegistry resources;
    private final Caller anonymous;
    private final BooleanSupplier hasAdministrator;
    private final Supplier<Caller> administrator;
    private volatile String noThrowaways;

    /**
     * @param hasAdministrator whether there is an administrator
     * @param administrator    the administrator; throws where there is none
     */
    Registration(Client client, Settings settings, Names names, ResourceRegistry resources, Caller anonymous,
                 BooleanSupplier hasAdministrator, Supplier<Caller> administrator) {
        this.client = client;
        this.settings = settings;
        this.names = names;
        this.resources = resources;
        this.anonymous = anonymous;
        this.hasAdministrator = hasAdministrator;
        this.administrator = administrator;
    }

    /** Whether accounts may be registered, and can be removed again. */
    boolean possible() {
        return settings.register() && hasAdministrator.getAsBoolean();
    }

    /**
     * Registers an account.
     *
     * @param label what reports call it
     */
    ThrowawayAccount register(String label) {
        if (!possible()) {
            throw new TestAbortedException("needs throwaway accounts: --register with an administrator "
                    + "(CVAT_ADMIN_USER and CVAT_ADMIN_PASSWORD), who alone can remove them");
        }
        if (settings.readOnly()) {
            throw new TestAbortedException("read-only: no accounts are registered");
        }
        if (noThrowaways != null) {
            throw new TestAbortedException(noThrowaways);
        }
        String name = names.slug();
        String email = name + "@contract.example";
        String password = password();
        long[] id = new long[1];
        // before it is there, because its registration may fail half way
        resources.addAccount(name,
                () -> id[0] == 0 ? remove(name) : administrator.get().call("users_destroy").path(id[0]).send());
        Answer registered = anonymous.call("auth_create_register").json(Map.of("username", name, "email", email,
                "password1", password, "password2", password, "first_name", "Contract", "last_name", "Suite")).send();
        if (registered.exchange().byGateway()) {
            throw new TestAbortedException("needs throwaway accounts, and the way to the server failed ("
                    + registered.status() + ")");
        }
        if (registered.status() != 201) {
            throw none("the server does not register any (" + registered.status()
                    + "): enable registration or leave --register away");
        }
        if (Boolean.TRUE.equals(registered.at("email_verification_required"))) {
            throw none("the server wants the address of a new one confirmed by mail");
        }
        Caller by = new Caller(label, name, 0, Credentials.basic(name, password), client);
        Answer self = by.call("users_retrieve_self").send();
        if (self.status() != 200) {
            throw none("a registered one cannot be used at once (" + self.status() + ")");
        }
        id[0] = self.id();
        if (!AccountLogin.makes(self)) {
            administrator.get().call("users_partial_update").path(id[0])
                    .json(Map.of("groups", List.of(AccountLogin.MAKING_GROUPS.get(0)))).send();
        }
        return new ThrowawayAccount(new Caller(label, name, id[0], by.credentials(), client), password, email);
    }

    /** What is so for one account is so for all: no other is tried. */
    private TestAbortedException none(String reason) {
        noThrowaways = "needs throwaway accounts, and " + reason;
        return new TestAbortedException(noThrowaways);
    }

    /** Removes an account of the run by its name, as the administrator. */
    Answer remove(String name) {
        Answer found = administrator.get().call("users_list").query("username", name).send();
        return found.at("results.0.id") instanceof Number id
                ? administrator.get().call("users_destroy").path(id.longValue()).send() : found;
    }

    /** A new password, which no output shows. */
    String password() {
        String password = "Pw-" + UUID.randomUUID();
        client.redactor().hide(password);
        return password;
    }
}
