package io.github.cvatopenapi.embedded.resources.cloudstorages;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.cvatopenapi.embedded.Client;
import io.github.cvatopenapi.embedded.EmbeddedCvat;
import io.github.cvatopenapi.spec.Contract;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CloudStoragesTest {

    private static final String MANIFEST = "images_with_manifest/manifest.jsonl";

    private static EmbeddedCvat cvat;
    private static Client anna;
    private static Client ben;
    private static long storage;

    @BeforeAll
    static void start() {
        cvat = EmbeddedCvat.start();
        anna = Client.user(cvat, "anna");
        ben = Client.user(cvat, "ben");
        storage = anna.post("/api/cloudstorages", body("AWS_S3_BUCKET", "public", MANIFEST)).id();
    }

    @AfterAll
    static void stop() {
        cvat.close();
    }

    private static String body(String provider, String resource, String manifest) {
        return """
                 {"provider_type": "%s", "resource": "%s", "display_name": "bucket",
                  "credentials_type": "KEY_SECRET_KEY_PAIR",
                 "key": "k", "secret_key": "hidden-secret", "specific_attributes": "endpoint_url=http://bucket.example",
                 "manifests": ["%s"]}""".formatted(provider, resource, manifest);
    }

    private static List<String> names(String query) {
        JsonArray content = anna.get("/api/cloudstorages/" + storage + "/content-v2" + query).object()
                .getAsJsonArray("content");
        List<String> names = new ArrayList<>();
        content.forEach(each -> names.add(each.getAsJsonObject().get("type").getAsString() + " "
                + each.getAsJsonObject().get("name").getAsString()));
        return names;
    }

    @Test
    void neverShowsCredentials() {
        assertThat(anna.get("/api/cloudstorages/" + storage).text()).doesNotContain("hidden-secret")
                .contains("bucket.example");
    }

    @Test
    void knowsOneBucketOnlyAndSaysSoInText() {
        Client.Reply bucket = anna.post("/api/cloudstorages", body("AWS_S3_BUCKET", "other", MANIFEST));
        assertThat(bucket.status()).isEqualTo(400);
        assertThat(bucket.header("Content-Type")).startsWith("text/html");
        assertThat(bucket.text()).isEqualTo("resource: The resource other not found. It may have been deleted.\n");
        assertThat(anna.post("/api/cloudstorages", body("AZURE_CONTAINER", "public", MANIFEST)).status())
                .isEqualTo(400);
        assertThat(anna.post("/api/cloudstorages", body("AWS_S3_BUCKET", "public", "no.jsonl")).text())
                .startsWith("manifests: ");
        assertThat(anna.post("/api/cloudstorages", body("NONE", "public", MANIFEST)).text())
                .startsWith("provider_type: ");
        assertThat(anna.patch("/api/cloudstorages/" + storage, "{\"resource\": \"other\"}").object().has("resource"))
                .isTrue();
    }

    @Test
    void saysWhatItCouldNotReadWithACode() {
        JsonObject broken = anna.post("/api/cloudstorages", "{broken").object();
        assertThat(broken.get("code").getAsString()).isEqualTo("parse_error");
        Client.Reply text = anna.with("Content-Type", "text/plain").post("/api/cloudstorages", "x");
        assertThat(text.status()).isEqualTo(415);
        assertThat(text.object().get("code").getAsString()).isEqualTo("unsupported_media_type");
    }

    @Test
    void keepsOnlyTheManifestsThatAnUpdateNames() {
        long id = anna.post("/api/cloudstorages", body("AWS_S3_BUCKET", "public", MANIFEST)).id();
        assertThat(anna.patch("/api/cloudstorages/" + id, "{\"description\": \"x\", \"manifests\": [\"" + MANIFEST
                + "\"]}")
                .object().getAsJsonArray("manifests")).hasSize(1);
        assertThat(anna.patch("/api/cloudstorages/" + id, "{\"description\": \"y\"}").object()
                .getAsJsonArray("manifests")).isEmpty();
    }

    @Test
    void listsOneLevelAtATime() {
        assertThat(names("")).contains("DIR images", "DIR images_with_manifest", "REG archive.zip")
                .doesNotContain("REG image_1.jpg");
        assertThat(names("?prefix=images")).containsExactly("DIR images", "DIR images_with_manifest");
        assertThat(names("?prefix=images/")).containsExactly("REG image_1.jpg", "REG image_2.jpg", "REG image_3.jpg");
        assertThat(names("?prefix=../")).isEmpty();
        assertThat(names("?manifest_path=" + MANIFEST)).containsExactly("DIR images_with_manifest");
        assertThat(names("?manifest_path=" + MANIFEST + "&prefix=images_with_manifest/")).hasSize(3)
                .doesNotContain("REG manifest.jsonl");
    }

    @Test
    void dividesALevelIntoPages() {
        List<String> all = names("");
        JsonObject first = anna.get("/api/cloudstorages/" + storage + "/content-v2?page_size=2").object();
        assertThat(first.getAsJsonArray("content")).hasSize(2);
        String next = first.get("next").getAsString();
        List<String> paged = new ArrayList<>(names("?page_size=2"));
        paged.addAll(names("?page_size=500&next_token=" + next));
        assertThat(paged).containsExactlyInAnyOrderElementsOf(all).hasSize(all.size());
        assertThat(names("?page_size=1")).as("pages follow the keys").containsExactly("REG archive.zip");
        assertThat(names("?page_size=0")).isEmpty();
        String path = "/api/cloudstorages/" + storage + "/content-v2?";
        assertThat(anna.get(path + "page_size=abc").text()).isEqualTo("Wrong value for page_size was found");
        assertThat(anna.get(path + "next_token=nonsense").json().getAsString()).contains("next_token");
    }

    @Test
    void givesItsStateActionsAndAPicture() {
        assertThat(anna.get("/api/cloudstorages/" + storage + "/status").text()).isEqualTo("\"AVAILABLE\"");
        Client.Reply actions = anna.get("/api/cloudstorages/" + storage + "/actions");
        assertThat(actions.header("Content-Type")).isEqualTo("text/plain");
        assertThat(actions.array()).hasSize(2);
        Client.Reply preview = anna.with("Accept", "*/*").get("/api/cloudstorages/" + storage + "/preview");
        assertThat(preview.header("Content-Type")).isEqualTo(
                Contract.load().changes().inForce("storage-preview-png") ? "image/png" : "image/jpeg");
        assertThat(preview.text()).isNotEmpty();
    }

    @Test
    void refusesEachInItsOwnWay() {
        assertThat(ben.get("/api/cloudstorages/" + storage + "/status").object().has("detail")).isTrue();
        assertThat(ben.get("/api/cloudstorages/" + storage + "/actions").status()).isEqualTo(400);
        assertThat(ben.get("/api/cloudstorages/" + storage + "/content-v2").json().isJsonPrimitive()).isTrue();
        assertThat(ben.get("/api/cloudstorages/" + storage + "/preview").status()).isEqualTo(403);
        assertThat(anna.get("/api/cloudstorages/987654/content-v2").status()).isEqualTo(404);
        assertThat(anna.get("/api/cloudstorages/" + storage + "/content-v2?manifest_path=no.jsonl").status())
                .isEqualTo(404);
        assertThat(ben.delete("/api/cloudstorages/" + storage).status()).isEqualTo(403);
        assertThat(anna.get("/api/cloudstorages?provider_type=NONE").array()).hasSize(1);
        assertThat(ben.get("/api/cloudstorages").count()).isZero();
    }
}
