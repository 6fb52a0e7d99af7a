package io.github.cvatopenapi.embedded;

import static org.awaitility.Awaitility.await;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Makes tasks with pictures. */
public final class Setup {

    private Setup() {
    }

    /** A task with the three pictures of the share, 160 by 120 pixels; {@code json} describes it. */
    public static long task(Client client, String json) {
        long id = client.post("/api/tasks", json).id();
        Client.Reply reply = client.post("/api/tasks/" + id + "/data/",
                "{\"image_quality\": 70, \"server_files\": "
                + "[\"images/image_1.jpg\", \"images/image_2.jpg\", \"images/image_3.jpg\"]}");
        finished(client, reply);
        return id;
    }

    /** Waits until the work of a 202 has ended well, and gives its request. */
    public static JsonObject finished(Client client, Client.Reply reply) {
        if (reply.status() != 202) {
            throw new AssertionError(reply.status() + " " + reply.text());
        }
        String id = URLEncoder.encode(reply.object().get("rq_id").getAsString(), StandardCharsets.UTF_8);
        await().until(() -> !List.of("queued", "started")
                .contains(client.get("/api/requests/" + id).object().get("status").getAsString()));
        JsonObject request = client.get("/api/requests/" + id).object();
        if (!request.get("status").getAsString().equals("finished")) {
            throw new AssertionError(request.toString());
        }
        return request;
    }

    /** Ids of the jobs of a task, ascending. */
    public static List<Long> jobs(Client client, long task) {
        List<Long> ids = new ArrayList<>();
        results(client, "/api/jobs?sort=id&page_size=all&task_id=" + task)
                .forEach(each -> ids.add(each.getAsJsonObject().get("id").getAsLong()));
        return ids;
    }

    public static JsonArray results(Client client, String path) {
        return client.get(path).object().getAsJsonArray("results");
    }

    /** The id of a label of the task. */
    public static long label(Client client, long task, String name) {
        for (var each : results(client, "/api/labels?page_size=all&task_id=" + task)) {
            if (each.getAsJsonObject().get("name").getAsString().equals(name)) {
                return each.getAsJsonObject().get("id").getAsLong();
            }
        }
        throw new AssertionError("no label " + name);
    }

    /** Puts rectangles into a job, each given as frame, label and four coordinates. */
    public static void rectangles(Client client, long job, long[]... each) {
        List<String> shapes = new ArrayList<>();
        for (long[] one : each) {
            shapes.add("{\"type\": \"rectangle\", \"frame\": %d, \"label_id\": %d, \"points\": [%d, %d, %d, %d]}"
                    .formatted(one[0], one[1], one[2], one[3], one[4], one[5]));
        }
        Client.Reply reply = client.send("PUT", "/api/jobs/" + job + "/annotations/",
                "{\"version\": 0, \"tags\": [], \"tracks\": [], \"shapes\": [" + String.join(",", shapes) + "]}");
        if (reply.status() != 200) {
            throw new AssertionError(reply.status() + " " + reply.text());
        }
    }
}
