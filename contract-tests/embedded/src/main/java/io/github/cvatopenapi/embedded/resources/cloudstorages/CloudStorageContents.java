package io.github.cvatopenapi.embedded.resources.cloudstorages;

import io.github.cvatopenapi.embedded.engine.Answer;
import io.github.cvatopenapi.embedded.engine.Call;
import io.github.cvatopenapi.embedded.engine.Fault;
import io.github.cvatopenapi.embedded.engine.Json;
import io.github.cvatopenapi.embedded.engine.Query;
import io.github.cvatopenapi.embedded.media.Images;
import io.github.cvatopenapi.embedded.media.MediaException;
import io.github.cvatopenapi.embedded.resources.instance.Instance;
import io.github.cvatopenapi.embedded.resources.storages.Bucket;
import io.github.cvatopenapi.embedded.resources.storages.Buckets;
import io.github.cvatopenapi.embedded.store.CloudStorage;
import io.github.cvatopenapi.embedded.store.Store;
import io.github.cvatopenapi.spec.Trees;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** What is in cloud storages. Each of these operations has a form of its own for errors. */
final class CloudStorageContents {

    private static final int LARGEST_PAGE = 500;
    private static final int PREVIEW_SIDE = 256;

    private final Store store;
    private final CloudStorages storages;
    private final Buckets buckets;
    private final boolean png;

    CloudStorageContents(Instance instance, CloudStorages storages) {
        this.store = instance.store;
        this.storages = storages;
        this.buckets = instance.buckets;
        this.png = instance.changes.inForce("storage-preview-png");
        instance.operations.on("cloudstorages_retrieve_status", call -> {
            storages.seen(call);
            return Answer.ok("AVAILABLE");
        });
        instance.operations.on("cloudstorages_retrieve_actions", this::actions);
        instance.operations.on("cloudstorages_retrieve_content_v2", this::content);
        instance.operations.on("cloudstorages_retrieve_preview", this::preview);
        instance.operations.unlocked("cloudstorages_retrieve_preview");
    }

    private Answer actions(Call call) {
        try {
            storages.seen(call);
        } catch (Fault fault) {
            throw Fault.sentence(400, detail(fault));
        }
        return new Answer(200, "text/plain", "[\"read\",\"write\"]", Map.of());
    }

    /** Errors are a JSON text. For a missing storage the server answered 500: here it is a 404. */
    private CloudStorage seen(Call call) {
        try {
            return storages.seen(call);
        } catch (Fault fault) {
            throw new Fault(Answer.json(fault.answer().status(), detail(fault)));
        }
    }

    private static String detail(Fault fault) {
        return String.valueOf(Trees.object(fault.answer().body()).get("detail"));
    }

    private Answer content(Call call) {
        CloudStorage storage = seen(call);
        Query query = call.query();
        Bucket bucket = buckets.of(storage);
        String manifest = query.text("manifest_path");
        if (manifest != null && bucket.file(manifest) == null) {
            throw new Fault(Answer.json(404, bucket.missing(manifest)));
        }
        String given = query.text("prefix") == null ? "" : query.get("prefix");
        String own = attribute(storage, "prefix");
        try {
            List<String> keys = manifest == null ? bucket.keys() : bucket.listedBy(manifest);
            ContentPage page = ContentPage.of(keys, given.startsWith(own) ? given : own.startsWith(given) ? own : given,
                    query.text("next_token"), size(query.text("page_size")));
            return Answer.ok(Json.object("next", page.next(), "content", page.entries()));
        } catch (MediaException refused) {
            throw new Fault(Answer.json(400, refused.getMessage()));
        } catch (IllegalArgumentException none) {
            throw new Fault(Answer.json(400, "next_token must be that of a page before."));
        }
    }

    private static int size(String text) {
        if (text == null) {
            return LARGEST_PAGE;
        }
        if (!text.matches("\\d{1,9}")) {
            throw Fault.sentence(400, "Wrong value for page_size was found");
        }
        return Math.min(LARGEST_PAGE, Integer.parseInt(text));
    }

    /** The value of one of the specific attributes, empty where there is none. */
    private static String attribute(CloudStorage storage, String name) {
        return Query.of(storage.specificAttributes).get(name) == null ? "" : Query.of(storage.specificAttributes)
                .get(name);
    }

    private Answer preview(Call call) {
        CloudStorage storage = store.read(() -> seen(call));
        Bucket bucket = buckets.of(storage);
        try {
            String key = bucket.firstImage(storage.manifests);
            Path file = key == null ? null : bucket.file(key);
            if (file == null) {
                throw new Fault(Answer.json(404, "There are no images in the cloud storage."));
            }
            ByteArrayOutputStream picture = new ByteArrayOutputStream();
            Images.writePreview(file, key, PREVIEW_SIDE, picture);
            return png ? Answer.bytes("image/png", png(picture.toByteArray()))
                    : Answer.bytes("image/jpeg", picture.toByteArray());
        } catch (MediaException unreadable) {
            throw new Fault(Answer.json(400, unreadable.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] png(byte[] jpeg) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(ImageIO.read(new ByteArrayInputStream(jpeg)), "png", png);
        return png.toByteArray();
    }
}
