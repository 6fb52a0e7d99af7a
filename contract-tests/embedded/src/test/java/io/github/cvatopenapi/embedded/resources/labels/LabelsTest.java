package io.github.cvatopenapi.embedded.resources.labels;

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
        skeleton = admin.get("/api/labels?project_id=" + project + "&name=body")
                .object().getAsJsonArray("results").get(0).getAsJsonObject();
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

    private Client.Reply changeLabels(String labels) {
        return admin.patch("/api/projects/" + project, "{\"labels\": " + labels + "}");
    }

    private static JsonObject label(long id) {
        return admin.get("/api/labels/" + id).object();
    }

    @Test
    void aProjectChangesSublabelsByTheirIds() {
        long second = skeleton.getAsJsonArray("sublabels").get(1).getAsJsonObject().get("id").getAsLong();

        assertThat(changeLabels("[{\"id\": %d, \"name\": \"right\"}]".formatted(second)).status()).isEqualTo(200);
        assertThat(label(second).get("name").getAsString()).isEqualTo("right");
        assertThat(changeLabels("[{\"id\": %d, \"name\": \"1\"}]".formatted(second)).status())
                .as("a name that its sibling has").isEqualTo(400);
        assertThat(changeLabels("[{\"id\": %d, \"name\": \"2\"}]".formatted(second)).status()).isEqualTo(200);
    }

    @Test
    void aChangeLeavesTheDrawingAndSublabelsOfASkeletonAlone() {
        String body = """
                {"name": "person", "type": "points", "svg": "<circle/>",
                 "sublabels": [{"name": "3", "type": "points"}]}""";
        Client.Reply reply = admin.patch("/api/labels/" + skeleton.get("id"), body);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.object().get("name").getAsString()).isEqualTo("person");
        assertThat(reply.object().get("type").getAsString()).isEqualTo("skeleton");
        assertThat(reply.object().getAsJsonArray("sublabels")).hasSize(2);
        assertThat(reply.object().get("svg").getAsString()).isEqualTo(skeleton.get("svg").getAsString());
        admin.patch("/api/labels/" + skeleton.get("id"), "{\"name\": \"body\"}");
    }

    @Test
    void aChangeIsOneOfTheProject() {
        String before = updated();

        admin.patch("/api/labels/" + skeleton.get("id"), "{\"color\": \"#010203\"}");

        assertThat(updated()).isGreaterThan(before);
    }

    @Test
    void aRemovalIsAChangeOfTheProject() {
        changeLabels("[{\"name\": \"short-lived\"}]");
        String label = admin.get("/api/labels?project_id=" + project + "&name=short-lived").object()
                .getAsJsonArray("results").get(0).getAsJsonObject().get("id").getAsString();
        String before = updated();

        assertThat(admin.delete("/api/labels/" + label).status()).isEqualTo(204);

        assertThat(updated()).isGreaterThan(before);
    }

    private static String updated() {
        return admin.get("/api/projects/" + project).object().get("updated_date").getAsString();
    }

    @Test
    void labelsAreNotRemovedByChangingThem() {
        Client.Reply reply = admin.patch("/api/labels/" + skeleton.get("id"), "{\"deleted\": true}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.object().getAsJsonArray("non_field_errors")).hasSize(1);
    }

    @Test
    void refusesDescriptionsThatFitNoLabel() {
        assertThat(changeLabels("[{\"deleted\": true}]").text())
                .isEqualTo("{\"labels\":[{\"non_field_errors\":[\"Deleted label must have an ID\"]}]}");
        assertThat(changeLabels("[{\"id\": 987654, \"name\": \"x\"}]").status()).isEqualTo(404);
        Client.Reply unknown = changeLabels(
                "[{\"id\": %s, \"attributes\": [%s]}]".formatted(skeleton.get("id"), attribute("\"id\": 987654, ")));
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.object().get("detail").getAsString()).isEqualTo("Attribute with id #987654 does not exist");
        Client.Reply twice = changeLabels(
                "[{\"name\": \"x\", \"attributes\": [%s, %s]}]".formatted(attribute(""), attribute("")));
        assertThat(twice.status()).isEqualTo(400);
        assertThat(twice.array().get(0).getAsString()).isEqualTo("Duplicate attribute with name 'a' exists");
        assertThat(admin.get("/api/labels?project_id=" + project).count()).as("nothing has changed").isEqualTo(2);
    }

    private static String attribute(String id) {
        return "{" + id + "\"name\": \"a\", \"mutable\": false, \"input_type\": \"text\", \"default_value\": \"\", "
                + "\"values\": [\"\"]}";
    }
}
