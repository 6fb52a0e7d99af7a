package io.github.cvatopenapi.embedded.resources.taskdata;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.github.cvatopenapi.embedded.Client;
import io.github.cvatopenapi.embedded.InstanceFixture;
import io.github.cvatopenapi.embedded.Steps;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A task of seven pictures in jobs of three. */
class TaskMediaTest extends InstanceFixture {

    private String task() {
        return "/api/tasks/" + Steps.task(ann, 7, "\"segment_size\": 3");
    }

    private static List<String> entries(byte[] zip) throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }

    @Test
    void originalsAreWhatWasUploadedAndCopiesAreJpegs() throws IOException {
        String task = task();
        Client.Bytes original = ann.bytes(task + "/data/?type=frame&number=2&quality=original");
        assertThat(original.header("Content-Type")).isEqualTo("image/png");
        assertThat(original.body()).isEqualTo(Steps.png(64, 48, 2));
        Client.Bytes copy = ann.bytes(task + "/data/?type=frame&number=2");
        assertThat(copy.header("Content-Type")).isEqualTo("image/jpeg");
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(copy.body()));
        assertThat(image.getWidth()).isEqualTo(64);
    }

    @Test
    void chunksAreZipFiles() throws IOException {
        String task = task();
        Client.Bytes chunk = ann.bytes(task + "/data/?type=chunk&number=0&quality=original");
        assertThat(chunk.header("Content-Type")).isEqualTo("application/zip");
        assertThat(entries(chunk.body())).hasSize(7).startsWith("000000.png", "000001.png");
        CRC32 sum = new CRC32();
        sum.update(chunk.body());
        assertThat(chunk.header("X-Checksum")).isEqualTo(String.valueOf(sum.getValue()));
        assertThat(chunk.header("X-Updated-Date")).isEqualTo(
                ann.get(task + "/data/meta").object().get("chunks_updated_date").getAsString());
        assertThat(entries(ann.bytes(task + "/data/?type=chunk&number=0").body())).hasSize(7)
                .allMatch(each -> each.endsWith(".jpeg"));
        assertThat(ann.bytes(task + "/data/?type=chunk&number=0&quality=original").body()).as("again")
                .isEqualTo(chunk.body());
    }

    @Test
    void jobsHaveTheirFramesOnly() throws IOException {
        String task = task();
        List<Long> jobs = Steps.jobs(ann, Long.parseLong(task.substring(task.lastIndexOf('/') + 1)));
        String last = "/api/jobs/" + jobs.get(2);
        assertThat(ann.bytes(last + "/data?type=frame&number=6&quality=original").body())
                .isEqualTo(Steps.png(64, 48, 6));
        assertThat(ann.get(last + "/data?type=frame&number=0").json().getAsString())
                .isEqualTo("Incorrect requested frame number: 0");
        assertThat(entries(ann.bytes("/api/jobs/" + jobs.get(1) + "/data?type=chunk&index=0").body())).hasSize(3);
        assertThat(entries(ann.bytes("/api/jobs/" + jobs.get(1) + "/data?type=chunk&number=0").body())).hasSize(3);
        assertThat(ann.get(last + "/data?type=chunk&index=1").status()).isEqualTo(400);
        JsonObject meta = ann.get(last + "/data/meta").object();
        assertThat(meta.get("start_frame").getAsInt()).isEqualTo(6);
        assertThat(meta.get("size").getAsInt()).isEqualTo(1);
        assertThat(meta.getAsJsonArray("frames").get(0).getAsJsonObject().get("name").getAsString())
                .isEqualTo("img_6.png");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            type=frame&number=7                | Invalid frame '7'. The frame number should be in the [0, 7] range
            type=frame&number=-1               | Invalid frame '-1'
            type=frame&number=1180591620717411 | Invalid frame '1180591620717411'
            type=chunk&number=1                | \
                Invalid chunk number '1'. The chunk number should be in the [0, 0] range
            type=frame&number=abc              | 'number' must be a whole number
            type=frame                         | number of the frame
            type=frame&number=0&quality=best   | Wrong quality value
            type=film&number=0                 | Data type not specified or has wrong value
            number=0                           | Data type not specified or has wrong value
            """)
    void whatIsNotThereIsRefused(String query, String message) {
        Client.Reply reply = ann.get(task() + "/data/?" + query);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text()).contains(message);
    }

    @Test
    void contextImagesAreAnEmptyArchiveWithoutAType() throws IOException {
        Client.Bytes images = ann.bytes(task() + "/data/?type=context_image&number=0");
        assertThat(images.status()).isEqualTo(200);
        assertThat(images.header("Content-Type")).isNull();
        assertThat(entries(images.body())).isEmpty();
    }

    @Test
    void previewsAreSmallJpegs() throws IOException {
        long project = ann.post("/api/projects", "{\"name\": \"p\"}").id();
        assertThat(ann.get("/api/projects/" + project + "/preview").text())
                .isEqualTo("Project image preview not found");
        assertThat(ann.get("/api/tasks/" + ann.post("/api/tasks", "{\"name\": \"t\"}").id() + "/preview").status())
                .isEqualTo(404);
        long task = Steps.task(ann, "{\"name\": \"t\", \"project_id\": " + project + "}",
                java.util.Map.of("image_quality", "70"),
                List.of(new Client.Part("client_files[0]", "a.png", Steps.png(1024, 512, 3))));
        for (String path : List.of("/api/tasks/" + task, "/api/jobs/" + Steps.jobs(ann, task).get(0), "/api/projects/"
                + project)) {
            Client.Bytes preview = ann.bytes(path + "/preview");
            assertThat(preview.header("Content-Type")).isEqualTo("image/jpeg");
            assertThat(ImageIO.read(new ByteArrayInputStream(preview.body())).getWidth()).isEqualTo(256);
        }
    }

    @Test
    void framesAreDeletedAndComeBack() {
        String task = task();
        assertThat(ann.patch(task + "/data/meta", "{\"deleted_frames\": [1, 6]}").object()
                .getAsJsonArray("deleted_frames")).hasSize(2);
        long job = Steps.jobs(ann, 1).get(0);
        assertThat(ann.get("/api/jobs/" + job + "/data/meta").object().getAsJsonArray("deleted_frames").get(0)
                .getAsInt()).isEqualTo(1);
        assertThat(ann.patch("/api/jobs/" + job + "/data/meta", "{\"deleted_frames\": [3]}").text())
                .contains("Frames 3 do not belong to the job");
        ann.patch("/api/jobs/" + job + "/data/meta", "{\"deleted_frames\": []}");
        assertThat(ann.get(task + "/data/meta").object().getAsJsonArray("deleted_frames").get(0).getAsInt())
                .as("not of this job").isEqualTo(6);
        assertThat(ann.patch(task + "/data/meta", "{\"deleted_frames\": [-1]}").status()).isEqualTo(400);
    }

    @Test
    void strangersSeeNothing() {
        String task = task();
        for (String path : List.of("/data/?type=frame&number=0", "/data/meta", "/preview", "/annotations/",
                "/validation_layout")) {
            assertThat(bob.get(task + path).status()).as(path).isEqualTo(403);
        }
        assertThat(ann.get("/api/tasks/987654/data/?type=frame&number=0").status()).isEqualTo(404);
    }

    @Test
    void beforeDataThereIsNothing() {
        long task = ann.post("/api/tasks", "{\"name\": \"t\"}").id();
        assertThat(ann.get("/api/tasks/" + task + "/data/meta").status()).isEqualTo(404);
        assertThat(ann.get("/api/tasks/" + task + "/data/?type=frame&number=0").status()).isEqualTo(400);
        assertThat(ann.get("/api/tasks/" + task + "/annotations/").text()).contains("without data");
    }
}
