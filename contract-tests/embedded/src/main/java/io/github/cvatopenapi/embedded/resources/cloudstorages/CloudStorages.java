package io.github.cvatopenapi.embedded.resources.cloudstorages;

import io.github.cvatopenapi.embedded.engine.Answer;
import io.github.cvatopenapi.embedded.engine.Body;
import io.github.cvatopenapi.embedded.engine.Call;
import io.github.cvatopenapi.embedded.engine.Fault;
import io.github.cvatopenapi.embedded.engine.Field;
import io.github.cvatopenapi.embedded.engine.Instants;
import io.github.cvatopenapi.embedded.engine.Json;
import io.github.cvatopenapi.embedded.engine.Listing;
import io.github.cvatopenapi.embedded.resources.instance.Instance;
import io.github.cvatopenapi.embedded.resources.permissions.EntityLookup;
import io.github.cvatopenapi.embedded.resources.permissions.Permissions;
import io.github.cvatopenapi.embedded.resources.storages.Bucket;
import io.github.cvatopenapi.embedded.resources.storages.Buckets;
import io.github.cvatopenapi.embedded.resources.views.SharedViews;
import io.github.cvatopenapi.embedded.store.CloudStorage;
import io.github.cvatopenapi.embedded.store.Organization;
import io.github.cvatopenapi.embedded.store.Role;
import io.github.cvatopenapi.embedded.store.Store;
import io.github.cvatopenapi.embedded.store.User;
import io.github.cvatopenapi.spec.Trees;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Cloud storages: what users say of buckets. What is in them is the work of {@link CloudStorageContents}. */
public final class CloudStorages {

    private static final Set<String> PROVIDERS = Set.of("AWS_S3_BUCKET", "AZURE_CONTAINER", "GOOGLE_CLOUD_STORAGE");

    private static final Listing<CloudStorage> LIST = new Listing<>(
            Field.number("id", each -> each.id),
            Field.<CloudStorage>text("provider_type", each -> each.provider).search(),
            Field.<CloudStorage>text("name", each -> each.displayName).search(),
            Field.<CloudStorage>text("resource", each -> each.resource).search(),
            Field.<CloudStorage>text("credentials_type", each -> each.credentialsType).search(),
            Field.<CloudStorage>text("owner", each -> SharedViews.username(each.owner)).search(),
            Field.<CloudStorage>text("description", each -> each.description).search());

    private final Store store;
    private final Permissions permissions;
    private final Buckets buckets;

    public CloudStorages(Instance instance) {
        this.store = instance.store;
        this.permissions = instance.permissions;
        this.buckets = instance.buckets;
        instance.operations.on("cloudstorages_list", this::list);
        instance.operations.on("cloudstorages_create", this::create);
        instance.operations.on("cloudstorages_retrieve", call -> Answer.ok(view(call, seen(call))));
        instance.operations.on("cloudstorages_partial_update", this::update);
        instance.operations.on("cloudstorages_destroy", this::destroy);
        new CloudStorageContents(instance, this);
        instance.hooks.onRemoval(User.class, (call, user) -> store.cloudStorages.all().stream()
                .filter(each -> each.owner == user).forEach(each -> each.owner = null));
        instance.hooks.onRemoval(Organization.class, (call, gone) -> store.cloudStorages.all().stream()
                .filter(each -> each.organization == gone).forEach(each -> each.organization = null));
    }

    private boolean sees(User user, CloudStorage storage) {
        return manages(user, storage) || permissions.atLeast(Role.SUPERVISOR, storage.organization, user);
    }

    private boolean manages(User user, CloudStorage storage) {
        boolean inside = storage.organization == null || permissions.role(storage.organization, user) != null;
        return user.admin() || storage.owner == user && inside
                || permissions.atLeast(Role.MAINTAINER, storage.organization, user);
    }

    private Answer list(Call call) {
        String provider = call.query().text("provider_type");
        if (provider != null && !PROVIDERS.contains(provider)) {
            throw Fault.list("Unsupported type of cloud provider");
        }
        return LIST.page(call, store.cloudStorages.newestFirst(),
                permissions.listed(call, each -> each.organization, each -> sees(call.user(), each)),
                        each -> view(call, each));
    }

    private CloudStorage find(Call call) {
        return EntityLookup.ofPath(call, store.cloudStorages, "CloudStorage");
    }

    /** The storage of the path, for those who may look at it. */
    CloudStorage seen(Call call) {
        CloudStorage storage = find(call);
        Permissions.require(sees(call.user(), storage));
        return storage;
    }

    private Answer create(Call call) {
        Permissions.require(call.user().admin() || call.context().organization() == null
                || call.context().role() != null && call.context().role().atLeast(Role.MAINTAINER));
        CloudStorage storage = new CloudStorage();
        try {
            fill(storage, call.body(content(call)));
        } catch (Fault fault) {
            throw inLines(fault);
        }
        storage.owner = call.user();
        storage.organization = call.context().organization();
        return Answer.created(view(call, store.cloudStorages.add(storage)));
    }

    /** What could not be read is an object with code and message here, unlike anywhere else. */
    private static Object content(Call call) {
        try {
            return call.content();
        } catch (Fault fault) {
            Map<String, Object> body = Trees.object(fault.answer().body());
            String code = fault.answer().status() == 415 ? "unsupported_media_type" : "parse_error";
            throw new Fault(Answer.json(fault.answer().status(), Json.object("message", body.get("detail"), "code",
                    code)));
        }
    }

    /** Errors by field become lines of text: the first of each field, as the server does when a storage is created. */
    private static Fault inLines(Fault fault) {
        Map<String, Object> errors = fault.answer().body() instanceof Map ? Trees.object(fault.answer().body())
                : Map.of();
        if (fault.answer().status() != 400 || errors.containsKey("code")) {
            return fault;
        }
        StringBuilder lines = new StringBuilder();
        errors.forEach((field, error) -> lines.append(field).append(": ").append(first(error)).append('\n'));
        return Fault.sentence(400, lines.toString());
    }

    private static Object first(Object error) {
        if (error instanceof List<?> list && !list.isEmpty()) {
            return first(list.get(0));
        }
        return error instanceof Map<?, ?> map && !map.isEmpty() ? first(map.values().iterator().next()) : error;
    }

    /** An update names every manifest that is to stay: without any, none does. */
    private Answer update(Call call) {
        CloudStorage storage = find(call);
        Permissions.require(manages(call.user(), storage));
        fill(storage, call.body());
        storage.updated = Instants.now();
        return Answer.ok(view(call, storage));
    }

    private void fill(CloudStorage storage, Body body) {
        String provider = body.text("provider_type", storage.provider);
        String resource = body.text("resource", storage.resource);
        List<String> manifests = List.copyOf(body.<String>list("manifests"));
        Bucket bucket = buckets.of(provider, resource);
        if (bucket == null) {
            throw wrong("resource", "The resource " + resource + " not found. It may have been deleted.");
        }
        manifests.stream().filter(each -> bucket.file(each) == null).findFirst().ifPresent(missing -> {
            throw wrong("manifests", "The '" + missing + "' file does not exist on '" + resource + "' cloud storage");
        });
        storage.provider = provider;
        storage.resource = resource;
        storage.manifests = manifests;
        storage.displayName = body.text("display_name", storage.displayName);
        storage.credentialsType = body.text("credentials_type", storage.credentialsType);
        storage.specificAttributes = body.text("specific_attributes", storage.specificAttributes);
        storage.description = body.text("description", storage.description);
    }

    private static Fault wrong(String field, String text) {
        return new Fault(Answer.json(400, Map.of(field, text)));
    }

    private Answer destroy(Call call) {
        CloudStorage storage = find(call);
        Permissions.require(manages(call.user(), storage));
        store.cloudStorages.remove(storage);
        store.data.all().stream().filter(each -> Objects.equals(each.cloudStorageId, storage.id))
                .forEach(each -> each.cloudStorageId = null);
        return Answer.noContent();
    }

    private static Map<String, Object> view(Call call, CloudStorage storage) {
        return Json.object("id", storage.id, "owner", SharedViews.user(call, storage.owner), "manifests",
                storage.manifests, "provider_type", storage.provider, "resource", storage.resource,
                "display_name", storage.displayName, "created_date", storage.created, "updated_date", storage.updated,
                "credentials_type", storage.credentialsType,
                "specific_attributes", storage.specificAttributes, "description", storage.description,
                "organization", storage.organization == null ? null : storage.organization.id);
    }
}
