package io.github.cvatopenapi.embedded.resources;

import io.github.cvatopenapi.embedded.engine.BodyRules;
import io.github.cvatopenapi.embedded.engine.Operations;
import io.github.cvatopenapi.embedded.store.Store;
import io.github.cvatopenapi.spec.Contract;

/** What the resources of one instance share. Every resource is made here, and registers its operations. */
public final class Instance {

    final Settings settings;
    final Store store = new Store();
    final Operations operations = new Operations(Contract.load());
    final BodyRules rules = new BodyRules(Contract.load());
    final Accounts accounts;

    public Instance(Settings settings) {
        this.settings = settings;
        this.accounts = new Accounts(this);
        new ServerInfo(this);
        new Sessions(this);
        new Users(this);
        new Projects(this);
    }

    public Store store() {
        return store;
    }

    public Operations operations() {
        return operations;
    }

    public BodyRules rules() {
        return rules;
    }

    public Accounts accounts() {
        return accounts;
    }
}
