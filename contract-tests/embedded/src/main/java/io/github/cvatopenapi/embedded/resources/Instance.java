package io.github.cvatopenapi.embedded.resources;

import io.github.cvatopenapi.embedded.engine.BodyRules;
import io.github.cvatopenapi.embedded.engine.Call;
import io.github.cvatopenapi.embedded.engine.Hooks;
import io.github.cvatopenapi.embedded.engine.Operations;
import io.github.cvatopenapi.embedded.engine.WorkQueue;
import io.github.cvatopenapi.embedded.store.Entity;
import io.github.cvatopenapi.embedded.store.Store;
import io.github.cvatopenapi.spec.Contract;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/**
 * What the resources of one instance share. Every resource is made here, and registers its operations as it is made.
 */
public final class Instance implements AutoCloseable {

    final Settings settings;
    final Store store = new Store();
    final Operations operations = new Operations(Contract.load());
    final BodyRules rules = new BodyRules(Contract.load());
    final Hooks hooks = new Hooks();
    final WorkQueue queue;
    final Access access = new Access(store);
    final Mail mail;
    final Accounts accounts;
    final Sessions sessions;
    final Labels labels;
    final Bucket bucket;
    final Share share;
    final Clouds clouds = new Clouds(store, access);
    final Uploads uploads;

    private final Deque<Runnable> atEnd = new ArrayDeque<>();

    public Instance(Settings settings) {
        this.settings = settings;
        this.queue = new WorkQueue(settings.workTime());
        this.mail = new Mail(settings.mailDirectory());
        this.accounts = new Accounts(this);
        this.sessions = new Sessions(this);
        this.labels = new Labels(this);
        this.bucket = new Bucket(settings.directory().resolve("bucket"));
        this.share = new Share(settings.directory().resolve("share"));
        this.uploads = new Uploads(settings.directory().resolve("uploads"));
        new ServerInfo(this);
        new Schema(this);
        new Registration(this);
        new AccessTokens(this);
        new Users(this);
        new Organizations(this);
        new Memberships(this);
        new Invitations(this);
        new Projects(this);
        new Tasks(this);
        new TaskFiles(this);
        new TaskMedia(this);
        new Jobs(this);
        new ValidationLayouts(this);
        new AnnotationEditing(this);
        ResultFiles results = new ResultFiles(this);
        new Exports(this, results);
        new Backups(this, results);
        ImportFiles imports = new ImportFiles(this);
        new Imports(this, imports);
        new Restores(this, imports);
        new Webhooks(this);
        new CloudStorages(this);
        new Events(this);
        new Issues(this);
        new FunctionRequests(this, new Functions(this));
        new QualityReports(this, new QualityRules(this));
        new Consensus(this);
        new Assets(this, new Guides(this));
        new Requests(this);
        operations.requireAll();
    }

    /** Tells whoever listens of a change. */
    void publish(Call call, Hooks.Event event, String kind, Entity entity,
            Map<String, Object> view, Map<String, Object> before) {
        hooks.publish(new Hooks.Change(call, event, kind, entity, view, before));
    }

    /** To be done when the instance ends, last said first: to stop threads. */
    void atEnd(Runnable action) {
        atEnd.push(action);
    }

    @Override
    public void close() {
        atEnd.forEach(Runnable::run);
        queue.close();
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
