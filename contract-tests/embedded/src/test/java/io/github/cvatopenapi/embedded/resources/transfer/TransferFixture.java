package io.github.cvatopenapi.embedded.resources.transfer;

import com.google.gson.JsonArray;
import io.github.cvatopenapi.embedded.Client;
import io.github.cvatopenapi.embedded.Client.Part;
import io.github.cvatopenapi.embedded.InstanceFixture;
import io.github.cvatopenapi.embedded.Steps;
import java.util.List;
import java.util.Map;

/** What tests of exports, imports and backups have in common: a task that has something to carry. */
abstract class TransferFixture extends InstanceFixture {

    static final String CVAT = "format=CVAT%20for%20images%201.1";

    /** A task with one box on its second frame. */
    static long drawn(Client client, String more) {
        long task = Steps.task(client, 3, more);
        long cat = Steps.label(client, task, "cat");
        long age = client.get("/api/labels/" + cat).object().getAsJsonArray("attributes").get(0).getAsJsonObject()
                .get("id").getAsLong();
        client.send("PUT", "/api/tasks/" + task + "/annotations/",
                "{\"shapes\": [{\"type\": \"rectangle\", \"frame\": 1, \"label_id\": " + cat
                + ", \"points\": [1, 2, 30, 40], \"attributes\": [{\"spec_id\": " + age + ", \"value\": \"7\"}]}]}");
        return task;
    }

    static Client.Reply upload(Client client, String path, String field, byte[] file) {
        return client.form(path, Map.of(), List.of(new Part(field, "a.zip", file)));
    }

    JsonArray shapes(long task) {
        return ann.get("/api/tasks/" + task + "/annotations/").object().getAsJsonArray("shapes");
    }
}
