package io.github.cvatopenapi.embedded.resources.assets;

import io.github.cvatopenapi.embedded.engine.Answer;
import io.github.cvatopenapi.embedded.engine.Call;
import io.github.cvatopenapi.embedded.engine.Fault;
import io.github.cvatopenapi.embedded.engine.Json;
import io.github.cvatopenapi.embedded.engine.Upload;
import io.github.cvatopenapi.embedded.resources.instance.Instance;
import io.github.cvatopenapi.embedded.resources.permissions.EntityLookup;
import io.github.cvatopenapi.embedded.resources.permissions.GuidePermissions;
import io.github.cvatopenapi.embedded.resources.permissions.Permissions;
import io.github.cvatopenapi.embedded.resources.views.SharedViews;
import io.github.cvatopenapi.embedded.store.Asset;
import io.github.cvatopenapi.embedded.store.Guide;
import io.github.cvatopenapi.embedded.store.Store;
import io.github.cvatopenapi.embedded.store.User;
import io.github.cvatopenapi.spec.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Assets: the files of guides. */
public final class Assets {

    private static final List<String> TYPES = List.of("image/jpeg", "image/png", "image/webp", "image/gif",
            "application/pdf");
    private static final long MOST_BYTES = 10 * 1024 * 1024;
    private static final int MOST_OF_A_GUIDE = 30;

    private final Instance instance;
    private final Store store;
    private final GuidePermissions guidePermissions;
    private final Path directory;

    public Assets(Instance instance) {
        this.instance = instance;
        this.store = instance.store;
        this.guidePermissions = new GuidePermissions(store, instance.permissions);
        this.directory = instance.settings.directory().resolve("assets");
        instance.operations.on("assets_create", this::create);
        instance.operations.open("assets_retrieve", this::retrieve);
        instance.operations.on("assets_destroy", call -> {
            Asset asset = find(call);
            Permissions.require(guidePermissions.changes(call.user(), asset.guide));
            remove(call, asset);
            return Answer.noContent();
        });
        instance.hooks.onRemoval(Guide.class, (call, guide) -> store.assetsOf.get(guide)
                .forEach(each -> remove(call, each)));
        instance.hooks.onRemoval(Asset.class, (call, asset) -> delete(asset));
        instance.hooks.onRemoval(User.class, (call, user) -> store.assets.all().stream()
                .filter(each -> each.owner == user).forEach(each -> each.owner = null));
    }

    private Answer create(Call call) {
        Object content = call.content();
        Object id = content instanceof Map ? Trees.object(content).get("guide_id") : null;
        if (id == null) {
            throw Fault.field("guide_id", "This field is required.");
        }
        Guide guide = EntityLookup.find(store.guides, "AnnotationGuide", "guide_id", id);
        Permissions.require(guidePermissions.changes(call.user(), guide));
        Asset asset = new Asset();
        asset.uuid = UUID.randomUUID().toString();
        asset.guide = guide;
        asset.owner = call.user();
        take(asset, checked(call, guide));
        return Answer.created(view(call, store.assets.add(asset)));
    }

    private Upload checked(Call call, Guide guide) {
        Upload upload = call.incoming().uploads().stream().filter(each -> each.field().equals("file")).findFirst()
                .orElseThrow(() -> Fault.field("file", "No file was submitted."));
        if (!TYPES.contains(mediaType(upload))) {
            throw Fault.field("file", "File is not supported as an asset. Supported are " + String.join(", ", TYPES));
        }
        if (upload.size() > MOST_BYTES) {
            throw Fault.field("file", "Maximum size of asset is " + MOST_BYTES + " bytes");
        }
        if (store.assetsOf.get(guide).size() >= MOST_OF_A_GUIDE) {
            throw Fault.field("file", "Maximum number of assets per guide reached");
        }
        return upload;
    }

    private static String mediaType(Upload upload) {
        return upload.mediaType() == null ? "" : upload.mediaType().split(";")[0].strip().toLowerCase(Locale.ROOT);
    }

    private void take(Asset asset, Upload upload) {
        asset.filename = upload.name();
        asset.mediaType = mediaType(upload);
        asset.file = directory.resolve(asset.uuid);
        try {
            Files.createDirectories(directory);
            Files.move(upload.file(), asset.file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The server looks for an asset that is to be read before it asks who reads it. */
    private Asset find(Call call) {
        String uuid = call.path("uuid");
        if (!uuid.matches("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            throw Fault.notFound();
        }
        Asset asset = store.assetByUuid.get(uuid.toLowerCase(Locale.ROOT)).stream().findFirst().orElse(null);
        boolean reading = call.operation().method().equals("GET");
        if (call.user() == null && (asset != null || !reading)) {
            throw new Fault(Fault.detail(401, "Authentication credentials were not provided.").answer()
                    .with("WWW-Authenticate", "Token"));
        }
        if (asset == null) {
            throw Fault.noSuch("Asset");
        }
        return asset;
    }

    private Answer retrieve(Call call) {
        Asset asset = find(call);
        Permissions.require(guidePermissions.sees(call.user(), asset.guide));
        String name = asset.filename.replaceAll("[\"\\\\\\p{Cntrl}]", "_");
        return Answer.file(asset.mediaType, asset.file).with("Content-Disposition", "inline; filename=\"" + name + "\"")
                .with("ETag", "\"" + asset.uuid + "\"");
    }

    private void remove(Call call, Asset asset) {
        instance.hooks.removing(call, asset);
        store.assets.remove(asset);
    }

    private static void delete(Asset asset) {
        try {
            Files.deleteIfExists(asset.file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> view(Call call, Asset asset) {
        return Json.object("uuid", asset.uuid, "filename", asset.filename, "created_date", asset.created,
                "owner", SharedViews.user(call, asset.owner), "guide_id", asset.guide.id);
    }
}
