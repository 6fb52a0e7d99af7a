package io.github.cvatopenapi.embedded.resources;

import io.github.cvatopenapi.embedded.engine.BodyRules;
import io.github.cvatopenapi.embedded.engine.Operations;
import io.github.cvatopenapi.embedded.store.Store;
import io.github.cvatopenapi.spec.Contract;
import java.util.ArrayDeque;
import java.util.Deque;

/** What the resources of one instance share. Every resource is made here, and registers its operations. */
public final class Instance implements AutoCloseable {

    final Settings settings;
    final Store store = new Store();
    final Operations operations = new Operations(Contract.load());
    final BodyRules rules = new BodyRules(Contract.load());
    final Accounts accounts;

    private final Deque<Runnable> atEnd = new ArrayDeque<>();

    public Instance(Settings settings) {
        this.settings = settings;
        this.accounts = new Accounts(this);
        new ServerInfo(this);
        new Sessions(this);
        new Users(this);
        new Projects(this);
    }

    /** To be done when the instance ends, last said first: to stop threads. */
    void atEnd(Runnable action) {
        atEnd.push(action);
    }

    @Override
    public void close() {
        atEnd.forEach(Runnable::run);
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
