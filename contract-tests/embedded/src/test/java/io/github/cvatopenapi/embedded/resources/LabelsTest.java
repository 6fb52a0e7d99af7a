package io.github.cvatopenapi.embedded.resources;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.github.cvatopenapi.embedded.Client;
import io.github.cvatopenapi.embedded.EmbeddedCvat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LabelsTest {

    private static EmbeddedCvat cvat;
    private static Client admin;
    private static long project;
    private static JsonObject skeleton;

    @BeforeAll
    static void start() {
        cvat = EmbeddedCvat.start();
        admin = Client.admin(cvat);
        project = admin.post("/api/projects", """
                {"name": "p", "labels": [{"name": "car"}, {"name": "body", "type": "skeleton", "sublabels": [
                  {"name": "1", "type": "points"}, {"name": "2", "type": "points"}],
                  "svg": "<circle data-element-id=\\"1\\" data-label-name=\\"1\\"></circle>"}]}""").id();
        skeleton = admin.get("/api/labels?project_id=" + project + "&name=body").object().getAsJsonArray("results").get(0).getAsJsonObject();
    }

    @AfterAll
    static void stop() {
        cvat.close();
    }

    private static long sublabel() {
        return skeleton.getAsJsonArray("sublabels").get(0).getAsJsonObject().get("id").getAsLong();
    }

    @Test
    void sublabelsAreChangedThroughTheirParentOnly() {
        Client.Reply changed = admin.patch("/api/labels/" + sublabel(), "{\"name\": \"x\"}");

        assertThat(changed.status()).isEqualTo(400);
        assertThat(changed.array().get(0).getAsString()).startsWith("Sublabels cannot be modified");
        assertThat(admin.delete("/api/labels/" + sublabel()).status()).isEqualTo(400);
        assertThat(admin.get("/api/labels/" + sublabel()).object().get("name").getAsString()).isEqualTo("1");
    }

    @Test
    void sublabelsAreListedWithTheirParentOnly() {
        assertThat(admin.get("/api/labels?project_id=" + project).count()).isEqualTo(2);
        assertThat(admin.get("/api/labels?project_id=" + project + "&parent=body").count()).isZero();
        assertThat(admin.get("/api/labels?parent_id=" + skeleton.get("id")).count()).isZero();
    }

    @Test
    void listsLabelsOfOneThingAtATime() {
        Client.Reply reply = admin.get("/api/labels?project_id=" + project + "&task_id=1");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.array()).hasSize(1);
    }
}
