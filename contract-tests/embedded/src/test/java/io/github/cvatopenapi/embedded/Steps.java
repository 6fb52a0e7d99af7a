package io.github.cvatopenapi.embedded;

import static org.awaitility.Awaitility.await;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.cvatopenapi.embedded.Client.Part;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** Steps that many tests begin with. */
public final class Steps {

    /** A label with attributes, and one without. */
    public static final String LABELS = """
            [{"name": "cat", "attributes": [{"name": "age", "mutable": true, "input_type": "number",
              "default_value": "1", "values": ["0", "20", "1"]}]},
             {"name": "dog", "type": "rectangle"}]""";

    private Steps() {
    }

    /** A picture whose color depends on the number. */
    public static byte[] png(int width, int height, int number) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                image.setRGB(x, y, number * 0x102030 & 0xffffff);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Files img_0.png and so on, of 64 by 48 pixels. */
    public static List<Part> pictures(int count) {
        List<Part> files = new ArrayList<>();
        for (int each = 0; each < count; each++) {
            files.add(new Part("client_files[" + each + "]", "img_" + each + ".png", png(64, 48, each)));
        }
        return files;
    }

    /**
     * A task with the two labels and so many pictures; {@code more} are properties such as {@code "segment_size": 3}.
     */
    public static long task(Client client, int pictures, String more) {
        return task(client, "{\"name\": \"t\", \"labels\": " + LABELS + (more.isEmpty() ? "" : ", " + more) + "}",
                Map.of("image_quality", "70"), pictures(pictures));
    }

    /** A task of a description, with data that must come to be. */
    public static long task(Client client, String description, Map<String, String> data, List<Part> files) {
        long id = client.post("/api/tasks", description).id();
        finished(client, client.form("/api/tasks/" + id + "/data/", data, files));
        return id;
    }

    /** A task with the three pictures of the share, 160 by 120 pixels; {@code json} describes it. */
    public static long shareTask(Client client, String json) {
        long id = client.post("/api/tasks", json).id();
        Client.Reply reply = client.post("/api/tasks/" + id + "/data/",
                "{\"image_quality\": 70, \"server_files\": "
                + "[\"images/image_1.jpg\", \"images/image_2.jpg\", \"images/image_3.jpg\"]}");
        finished(client, reply);
        return id;
    }

    /** A cloud storage of the client's own that shows the built-in bucket. */
    public static long bucket(Client client) {
        return bucket(client, "public");
    }

    /** A cloud storage of the client's own that shows the bucket of that name. */
    public static long bucket(Client client, String name) {
        return client.post("/api/cloudstorages", """
                {"provider_type": "AWS_S3_BUCKET", "resource": "%s", "display_name": "b",
                 "credentials_type": "KEY_SECRET_KEY_PAIR", "key": "k", "secret_key": "s"}""".formatted(name)).id();
    }

    /** The request that an answer names, once it has ended. */
    public static JsonObject done(Client client, Client.Reply accepted) {
        if (accepted.status() != 202) {
            throw new AssertionError(accepted.status() + " " + accepted.text());
        }
        String path = "/api/requests/" + URLEncoder.encode(accepted.object().get("rq_id").getAsString(),
                StandardCharsets.UTF_8);
        return await().pollInterval(Duration.ofMillis(5)).pollDelay(Duration.ZERO)
                .until(() -> client.get(path).object(),
                each -> List.of("finished", "failed").contains(each.get("status").getAsString()));
    }

    /** The request that an answer names, once it has ended well. */
    public static JsonObject finished(Client client, Client.Reply accepted) {
        JsonObject request = done(client, accepted);
        if (!request.get("status").getAsString().equals("finished")) {
            throw new AssertionError(request.toString());
        }
        return request;
    }

    /** The message of a request that must fail. */
    public static String failure(Client client, Client.Reply accepted) {
        JsonObject request = done(client, accepted);
        if (!request.get("status").getAsString().equals("failed")) {
            throw new AssertionError("The request did not fail.");
        }
        return request.get("message").getAsString();
    }

    /** The file that a request made. */
    public static Client.Bytes file(Client client, EmbeddedCvat cvat, Client.Reply accepted) {
        String url = done(client, accepted).get("result_url").getAsString();
        return client.bytes(url.substring(cvat.baseUrl().toString().length()));
    }

    /** Ids of the jobs of a task, ascending. */
    public static List<Long> jobs(Client client, long task) {
        List<Long> ids = new ArrayList<>();
        results(client, "/api/jobs?sort=id&page_size=all&task_id=" + task)
                .forEach(each -> ids.add(each.getAsJsonObject().get("id").getAsLong()));
        return ids;
    }

    /** Id of the label of that name. */
    public static long label(Client client, long task, String name) {
        return client.get("/api/labels?task_id=" + task + "&name=" + name).object().getAsJsonArray("results").get(0)
                .getAsJsonObject().get("id").getAsLong();
    }

    /** The entries of a page. */
    public static JsonArray results(Client client, String path) {
        return client.get(path).object().getAsJsonArray("results");
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
