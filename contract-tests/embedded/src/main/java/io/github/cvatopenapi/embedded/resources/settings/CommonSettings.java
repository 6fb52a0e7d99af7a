package io.github.cvatopenapi.embedded.resources.settings;

import io.github.cvatopenapi.embedded.engine.Body;
import io.github.cvatopenapi.embedded.engine.Instants;
import io.github.cvatopenapi.embedded.resources.storages.StorageSettings;
import io.github.cvatopenapi.embedded.store.Organization;
import io.github.cvatopenapi.embedded.store.ProjectOrTask;
import io.github.cvatopenapi.embedded.store.Storage;
import io.github.cvatopenapi.embedded.store.Store;
import io.github.cvatopenapi.embedded.store.User;

/**
 * What a body may set alike of projects and tasks. It is read, and refused, as a whole before anything is set, for
 * nothing is rolled back.
 */
public record CommonSettings(User owner, User assignee, Organization organization, String name, String bugTracker,
        Storage target, Storage source) {

    /** What the body says, and for what it does not say what {@code holder} has. The people have been judged before. */
    public static CommonSettings read(Store store, Body body, ProjectOrTask holder, User owner, User assignee,
            Organization organization) {
        return new CommonSettings(owner, assignee, organization,
                body.text("name", holder.name), body.text("bug_tracker", holder.bugTracker),
                StorageSettings.of(store, body, "target_storage", holder.targetStorage),
                StorageSettings.of(store, body, "source_storage", holder.sourceStorage));
    }

    public void set(ProjectOrTask holder) {
        holder.owner = owner;
        holder.assign(assignee, Instants.now());
        holder.organization = organization;
        holder.name = name;
        holder.bugTracker = bugTracker;
        holder.targetStorage = target;
        holder.sourceStorage = source;
    }
}
