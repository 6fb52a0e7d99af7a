package io.github.cvatopenapi.embedded.resources.guides;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cvatopenapi.embedded.Client;
import io.github.cvatopenapi.embedded.EmbeddedCvat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GuidesTest {

    private static EmbeddedCvat cvat;
    private static Client anna;
    private static Client ben;
    private long project;
    private long guide;

    @BeforeAll
    static void start() {
        cvat = EmbeddedCvat.start();
        anna = Client.user(cvat, "anna");
        ben = Client.user(cvat, "ben");
    }

    @AfterAll
    static void stop() {
        cvat.close();
    }

    @BeforeEach
    void guide() {
        project = anna.post("/api/projects", "{\"name\": \"p\"}").id();
        guide = anna.post("/api/guides", "{\"project_id\": " + project + ", \"markdown\": \"# how\"}").id();
    }

    private static Client.Reply upload(Client client, String guide, String type, String content) {
        String part = "--x\r\nContent-Disposition: form-data; name=\"guide_id\"\r\n\r\n" + guide + "\r\n"
                + "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"../pic.png\"\r\nContent-Type: "
                        + type + "\r\n\r\n"
                + content + "\r\n--x--\r\n";
        return client.with("Content-Type", "multipart/form-data; boundary=x").post("/api/assets", part);
    }

    @Test
    void isOneForEachTarget() {
        assertThat(anna.get("/api/projects/" + project).object().get("guide_id").getAsLong()).isEqualTo(guide);
        assertThat(anna.post("/api/guides", "{\"project_id\": " + project + ", \"markdown\": \"second\"}").status())
                .isEqualTo(400);
        assertThat(anna.post("/api/guides", "{\"project_id\": 987654}").array()).hasSize(1);
        assertThat(anna.post("/api/guides", "{\"project_id\": 1, \"task_id\": 1}").array()).hasSize(1);
        assertThat(anna.post("/api/guides", "{}").status()).isEqualTo(403);
        assertThat(anna.post("/api/guides", "[]").status()).isEqualTo(400);
    }

    @Test
    void isForThoseWhoMayLookAtItsTarget() {
        assertThat(ben.get("/api/guides/" + guide).status()).isEqualTo(403);
        assertThat(ben.patch("/api/guides/" + guide, "{\"markdown\": \"x\"}").status()).isEqualTo(403);
        assertThat(anna.patch("/api/guides/" + guide, "{\"markdown\": \"x\"}").object().get("markdown").getAsString())
                .isEqualTo("x");
        assertThat(anna.patch("/api/guides/" + guide, "{\"project_id\": 987654}").status()).isEqualTo(400);
    }

    @Test
    void keepsTheAssetsThatItsTextLinksTo() {
        String shown = upload(anna, String.valueOf(guide), "image/png", "1").object().get("uuid").getAsString();
        String leftOut = upload(anna, String.valueOf(guide), "image/png", "2").object().get("uuid").getAsString();

        anna.patch("/api/guides/" + guide, "{\"markdown\": \"![](/api/assets/" + shown + ")\"}");

        assertThat(anna.get("/api/assets/" + leftOut).status()).isEqualTo(404);
        assertThat(anna.with("Accept", "*/*").get("/api/assets/" + shown).text()).isEqualTo("1");
    }

    @Test
    void aChangeIsOneOfItsTarget() {
        String before = anna.get("/api/projects/" + project).object().get("updated_date").getAsString();

        anna.patch("/api/guides/" + guide, "{\"markdown\": \"x\"}");

        assertThat(anna.get("/api/projects/" + project).object().get("updated_date").getAsString())
                .isGreaterThan(before);
    }

    @Test
    void goesWithItsTargetAndTakesItsAssetsAlong() {
        String uuid = upload(anna, String.valueOf(guide), "image/png", "picture").object().get("uuid").getAsString();
        Client.Reply asset = anna.with("Accept", "*/*").get("/api/assets/" + uuid);
        assertThat(asset.text()).isEqualTo("picture");
        assertThat(asset.header("Content-Type")).isEqualTo("image/png");
        assertThat(asset.header("Content-Disposition")).isEqualTo("inline; filename=\"pic.png\"");
        assertThat(ben.get("/api/assets/" + uuid).status()).isEqualTo(403);

        anna.delete("/api/projects/" + project);
        assertThat(anna.get("/api/guides/" + guide).status()).isEqualTo(404);
        assertThat(anna.get("/api/assets/" + uuid).status()).isEqualTo(404);
    }

    @Test
    void takesOnlyPicturesAndPagesForAssets() {
        assertThat(upload(anna, String.valueOf(guide), "text/plain", "x").object().has("file")).isTrue();
        assertThat(upload(anna, "987654", "image/png", "x").array()).hasSize(1);
        assertThat(upload(ben, String.valueOf(guide), "image/png", "x").status()).isEqualTo(403);
        assertThat(anna.post("/api/assets", "{}").status()).isEqualTo(415);
    }

    @Test
    void looksForAnAssetBeforeItAsksWhoReads() {
        String uuid = upload(anna, String.valueOf(guide), "image/png", "picture").object().get("uuid").getAsString();
        Client nobody = Client.anonymous(cvat);
        assertThat(nobody.get("/api/assets/00000000-0000-0000-0000-000000000000").status()).isEqualTo(404);
        assertThat(nobody.get("/api/assets/" + uuid).status()).isEqualTo(401);
        assertThat(nobody.get("/api/assets/" + uuid).header("WWW-Authenticate")).isEqualTo("Token");
        assertThat(nobody.delete("/api/assets/00000000-0000-0000-0000-000000000000").status()).isEqualTo(401);
    }

    @Test
    void removesAnAsset() {
        String uuid = upload(anna, String.valueOf(guide), "image/png", "picture").object().get("uuid").getAsString();
        assertThat(ben.delete("/api/assets/" + uuid).status()).isEqualTo(403);
        assertThat(anna.delete("/api/assets/" + uuid).status()).isEqualTo(204);
        assertThat(anna.get("/api/assets/" + uuid).status()).isEqualTo(404);
        assertThat(anna.get("/api/assets/not-a-uuid").object().get("detail").getAsString()).isEqualTo("Not found.");
    }
}
