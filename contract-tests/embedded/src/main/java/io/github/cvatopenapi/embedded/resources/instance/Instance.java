package io.github.cvatopenapi.embedded.resources.instance;

import io.github.cvatopenapi.embedded.engine.BodyRules;
import io.github.cvatopenapi.embedded.engine.Call;
import io.github.cvatopenapi.embedded.engine.Fault;
import io.github.cvatopenapi.embedded.engine.Hooks;
import io.github.cvatopenapi.embedded.engine.Operations;
import io.github.cvatopenapi.embedded.engine.WorkQueue;
import io.github.cvatopenapi.embedded.resources.accounts.Accounts;
import io.github.cvatopenapi.embedded.resources.accounts.Mail;
import io.github.cvatopenapi.embedded.resources.permissions.PathEntities;
import io.github.cvatopenapi.embedded.resources.permissions.Permissions;
import io.github.cvatopenapi.embedded.resources.storages.Buckets;
import io.github.cvatopenapi.embedded.resources.storages.CloudStoragePermissions;
import io.github.cvatopenapi.embedded.resources.storages.FilePlaces;
import io.github.cvatopenapi.embedded.resources.storages.Share;
import io.github.cvatopenapi.embedded.resources.uploads.Uploads;
import io.github.cvatopenapi.embedded.store.Entity;
import io.github.cvatopenapi.embedded.store.Store;
import io.github.cvatopenapi.spec.Changes;
import io.github.cvatopenapi.spec.Contract;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/** What the resources of one instance share. */
public final class Instance implements AutoCloseable {

    public final InstanceSettings settings;
    public final Store store = new Store();
    public final Operations operations = new Operations(Contract.load());
    public final BodyRules rules = new BodyRules(Contract.load());
    /** What the contract's version does otherwise than the ones before. */
    public final Changes changes = Contract.load().changes();
    public final Hooks hooks = new Hooks();
    public final WorkQueue queue;
    public final Permissions permissions = new Permissions(store);
    public final PathEntities ofPath = new PathEntities(store, permissions);
    public final Mail mail;
    public final Accounts accounts;
    public final Buckets buckets;
    public final Share share;
    public final CloudStoragePermissions cloudStorages = new CloudStoragePermissions(store, permissions);
    public final FilePlaces places;
    public final Uploads uploads;

    private final Deque<Runnable> atEnd = new ArrayDeque<>();

    public Instance(InstanceSettings settings) {
        this.settings = settings;
        this.queue = new WorkQueue(settings.workTime());
        this.mail = new Mail(settings.mailDirectory());
        this.accounts = new Accounts(store);
        this.buckets = new Buckets(settings.directory().resolve("bucket"), settings.buckets());
        this.places = new FilePlaces(cloudStorages, buckets);
        this.share = new Share(settings.directory().resolve("share"));
        this.uploads = new Uploads(settings.directory().resolve("uploads"));
    }

    /** For what is there and not the caller's: servers said once that there is no such thing. */
    public Fault foreign(String kind) {
        return changes.inForce("foreign-403") ? Fault.forbidden() : Fault.noSuch(kind);
    }

    /** Tells whoever listens of a change. */
    public void publish(Call call, Hooks.Event event, String kind, Entity entity,
            Map<String, Object> view, Map<String, Object> before) {
        hooks.publish(new Hooks.Change(call, event, kind, entity, view, before));
    }

    /** To be done when the instance ends, last said first: to stop threads. */
    public void atEnd(Runnable action) {
        atEnd.push(action);
    }

    @Override
    public void close() {
        atEnd.forEach(Runnable::run);
        queue.close();
    }
}
