package io.github.cvatopenapi.embedded.resources.projects;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.github.cvatopenapi.embedded.Client;
import io.github.cvatopenapi.embedded.EmbeddedCvat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProjectsTest {

    private EmbeddedCvat cvat;
    private Client ann;
    private Client bob;

    @BeforeEach
    void start() {
        cvat = EmbeddedCvat.start();
        ann = Client.user(cvat, "ann");
        bob = Client.user(cvat, "bob");
    }

    @AfterEach
    void stop() {
        cvat.close();
    }

    @Test
    void belongToTheirOwnerAndAssignee() {
        long id = ann.post("/api/projects", "{\"name\": \"p\"}").id();

        assertThat(bob.get("/api/projects/" + id).status()).isEqualTo(403);
        assertThat(bob.get("/api/projects").count()).isZero();
        assertThat(ann.patch("/api/projects/" + id, "{\"assignee_id\": 3}").status()).isEqualTo(200);
        assertThat(bob.get("/api/projects").count()).isEqualTo(1);
        assertThat(bob.patch("/api/projects/" + id, "{\"name\": \"q\"}").status()).isEqualTo(200);
        assertThat(bob.delete("/api/projects/" + id).status()).as("the assignee does not remove it").isEqualTo(403);
        assertThat(ann.patch("/api/projects/" + id, "{\"owner_id\": 3}").status())
                .as("nor does the owner give it away").isEqualTo(403);
        assertThat(ann.delete("/api/projects/" + id).status()).isEqualTo(204);
        assertThat(ann.get("/api/projects/" + id).status()).isEqualTo(404);
    }

    @Test
    void sayWhereTheyAre() {
        Client.Reply made = ann.post("/api/projects", "{\"name\": \"p\"}");

        assertThat(made.header("Location"))
                .isEqualTo(cvat.baseUrl() + "/api/projects/1").isEqualTo(made.object().get("url").getAsString());
    }

    @Test
    void refuseUnknownPropertiesInChanges() {
        ann.post("/api/projects", "{\"name\": \"p\"}");

        assertThat(ann.patch("/api/projects/1", "{\"status\": \"completed\"}").status()).isEqualTo(403);
    }

    @Test
    void listTheNewestFirst() {
        for (int i = 0; i < 12; i++) {
            ann.post("/api/projects", "{\"name\": \"p" + i + "\"}");
        }
        JsonObject page = ann.get("/api/projects").object();

        assertThat(page.getAsJsonArray("results")).hasSize(10);
        assertThat(page.getAsJsonArray("results").get(0).getAsJsonObject().get("id").getAsLong()).isEqualTo(12);
        assertThat(page.get("next").getAsString()).isEqualTo(cvat.baseUrl() + "/api/projects?page=2");
    }

    @Test
    void haveLabelsWithAttributesAndSublabels() {
        ann.post("/api/projects", """
                {"name": "p", "labels": [{"name": "car", "color": "#102030", "attributes": [
                      {"name": "size", "mutable": true, "input_type": "select", "default_value": "s",
                       "values": ["s", "m"]}]},
                 {"name": "person", "type": "skeleton", "svg": "<circle data-label-name=\\"head\\"></circle>",
                  "sublabels": [{"name": "head", "type": "points"}]}]}""");
        Client.Reply labels = ann.get("/api/labels?project_id=1");

        assertThat(labels.count()).as("sublabels are inside").isEqualTo(2);
        JsonObject car = labels.object().getAsJsonArray("results").get(0).getAsJsonObject();
        JsonObject person = labels.object().getAsJsonArray("results").get(1).getAsJsonObject();
        assertThat(car.get("color").getAsString()).isEqualTo("#102030");
        assertThat(car.getAsJsonArray("attributes").get(0).getAsJsonObject().get("name").getAsString())
                .isEqualTo("size");
        long head = person.getAsJsonArray("sublabels").get(0).getAsJsonObject().get("id").getAsLong();
        assertThat(person.get("svg").getAsString()).contains("data-label-id=\"" + head + "\"");
        assertThat(ann.delete("/api/labels/" + head).status()).isEqualTo(400);
        assertThat(ann.delete("/api/labels/" + person.get("id").getAsLong()).status()).isEqualTo(204);
        assertThat(ann.get("/api/labels/" + head).status()).as("gone with its skeleton").isEqualTo(404);
    }

    @Test
    void keepLabelNamesUnique() {
        String twice = "{\"name\": \"p\", \"labels\": [{\"name\": \"a\"}, {\"name\": \"a\"}]}";
        assertThat(ann.post("/api/projects", twice).status()).isEqualTo(400);
        assertThat(ann.get("/api/projects").count()).as("nothing was made").isZero();
        ann.post("/api/projects", "{\"name\": \"p\", \"labels\": [{\"name\": \"a\"}, {\"name\": \"b\"}]}");
        assertThat(ann.patch("/api/labels/1", "{\"name\": \"b\"}").status()).isEqualTo(400);
        assertThat(ann.patch("/api/projects/1", "{\"labels\": [{\"name\": \"a\"}]}").status()).isEqualTo(400);
    }

    @Test
    void changeAndRemoveLabelsById() {
        ann.post("/api/projects", "{\"name\": \"p\", \"labels\": [{\"name\": \"a\"}, {\"name\": \"b\"}]}");

        assertThat(ann.patch("/api/projects/1", """
                {"labels": [{"id": 1, "name": "c"}, {"id": 2, "deleted": true}, {"name": "d"}]}""").status())
                .isEqualTo(200);
        assertThat(ann.get("/api/labels?project_id=1&sort=name").object().getAsJsonArray("results")).extracting(
                each -> each.getAsJsonObject().get("name").getAsString()).containsExactly("c", "d");
        assertThat(ann.patch("/api/projects/1", "{\"labels\": [{\"id\": 99, \"name\": \"x\"}]}").status())
                .isEqualTo(404);
        assertThat(bob.get("/api/labels/1").status()).isEqualTo(403);
        assertThat(bob.get("/api/labels?project_id=1").status()).isEqualTo(403);
        assertThat(ann.get("/api/labels?project_id=99").status()).isEqualTo(404);
        assertThat(ann.get("/api/labels?project_id=abc").status()).isEqualTo(400);
    }
}
