package io.github.cvatopenapi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.cvatopenapi.client.model.DataRequest;
import io.github.cvatopenapi.client.model.TaskWriteRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A part of a video as a task: what is sent, and what is refused here or there. */
class FrameRangeTest extends ServerFixture {

    private static final String ID = "action=create&target=task&target_id=7";

    @TempDir
    Path directory;

    private void create(FrameRange frames, DataRequest data) throws IOException {
        Path video = Files.writeString(directory.resolve("clip.mp4"), "video");
        try (CvatClient client = settings().build()) {
            client.createTask(new TaskWriteRequest().name("t"), data, video, frames, TransferOptions.DEFAULT);
        }
    }

    /** The settings that go with the end of the upload. */
    private JsonObject sent(FrameRange frames, DataRequest data) throws IOException {
        answer(json(201, "{\"id\": 7}"), json(202, ""), json(200, ""), json(202, "{\"rq_id\": \"" + ID + "\"}"),
                json(200, "{\"id\": \"" + ID + "\", \"status\": \"finished\"}"), json(200, "{\"id\": 7, \"size\": 7}"));
        create(frames, data);
        RecordedRequest finish = request();
        while (finish.getHeaders().get("Upload-Finish") == null) {
            finish = request();
        }
        return JsonParser.parseString(finish.getBody().utf8()).getAsJsonObject();
    }

    @Test
    void rangeAndStepAreSentAsTheServerWritesThem() throws IOException {
        DataRequest data = new DataRequest().imageQuality(70).frameFilter("step=9");
        assertThat(sent(FrameRange.between(2, 20).every(3), data)).isEqualTo(JsonParser.parseString("""
                {"image_quality": 70, "start_frame": 2, "stop_frame": 20, "frame_filter": "step=3",
                 "upload_file_order": ["clip.mp4"]}"""));
        assertThat(data.getFrameFilter()).as("the caller's settings stay").isEqualTo("step=9");
    }

    @Test
    void whatTakesEverythingIsNotSent() throws IOException {
        assertThat(sent(FrameRange.ALL, new DataRequest().imageQuality(70).startFrame(4)))
                .isEqualTo(JsonParser.parseString("{\"image_quality\": 70, \"upload_file_order\": [\"clip.mp4\"]}"));
    }

    @Test
    void whatTheServerRefusesIsInItsWordsAndNoTaskStays() {
        answer(json(201, "{\"id\": 7}"), json(202, ""), json(200, ""),
                json(400, "{\"frame_filter\": [\"Invalid frame filter expression\"]}"),
                new MockResponse.Builder().code(204));
        assertThatThrownBy(() -> create(FrameRange.from(3), new DataRequest().imageQuality(70)))
                .isInstanceOf(CvatException.class)
                .hasMessage("POST /api/tasks/{id}/data/: 400: frame_filter: Invalid frame filter expression");
        assertThat(server.getRequestCount()).isEqualTo(5);
    }

    @Test
    void whatNoVideoCanHaveIsRefusedHere() {
        assertThatThrownBy(() -> FrameRange.from(-1)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the first frame must be 0 or more, not -1");
        assertThatThrownBy(() -> FrameRange.between(5, 4)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the last frame, 4, is before the first, 5");
        assertThatThrownBy(() -> FrameRange.ALL.every(0)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the step must be at least 1 frame, not 0");
    }
}
