package io.github.cvatopenapi.client.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.Gson;
import com.google.gson.JsonNull;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import io.github.cvatopenapi.client.Json;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModelTest {

    private static String json(Object value) {
        return Json.gson().toJson(value);
    }

    private static <T> T read(String json, Class<T> type) {
        return Json.gson().fromJson(json, type);
    }

    @Test
    void absentNullAndValueAreThreeThings() {
        assertThat(json(new PatchedTaskWriteRequest())).isEqualTo("{}");
        assertThat(json(new PatchedTaskWriteRequest().assigneeId(null))).isEqualTo("{\"assignee_id\":null}");
        assertThat(json(new PatchedTaskWriteRequest().assigneeId(7))).isEqualTo("{\"assignee_id\":7}");
        assertThat(json(new PatchedTaskWriteRequest().assigneeId(null).assigneeId(7))).isEqualTo("{\"assignee_id\":7}");
        assertThat(new PatchedTaskWriteRequest().assigneeId(null).hasNull("assignee_id")).isTrue();
        assertThat(new PatchedTaskWriteRequest().hasNull("assignee_id")).isFalse();
        assertThat(new PatchedTaskWriteRequest().assigneeId(7).hasNull("assignee_id")).isFalse();
        assertThat(new PatchedTaskWriteRequest().hasNull("no such property")).isFalse();
    }

    @Test
    void theThreeAreReadToo() {
        PatchedTaskWriteRequest given = read("{\"assignee_id\": null, \"owner_id\": 3}", PatchedTaskWriteRequest.class);
        assertThat(given.hasNull("assignee_id")).isTrue();
        assertThat(given.getOwnerId()).isEqualTo(3);
        assertThat(given.hasNull("project_id")).isFalse();
        assertThat(json(given)).isEqualTo(json(new PatchedTaskWriteRequest().ownerId(3).assigneeId(null)));
    }

    @Test
    void nullLeavesOutWhatMayNotBeNull() {
        assertThat(json(new PatchedTaskWriteRequest().name("x").name(null))).isEqualTo("{}");
    }

    @Test
    void noDefaultIsSentThatNobodySet() {
        assertThat(json(new PatchedQualitySettingsRequest())).isEqualTo("{}");
        assertThat(json(new TaskWriteRequest().name("n"))).isEqualTo("{\"name\":\"n\"}");
        assertThat(json(new LabeledData())).isEqualTo("{}");
    }

    @Test
    void anyGsonReadsAndWritesModels() {
        Gson other = new Gson();
        assertThat(other.toJson(new PatchedTaskWriteRequest().assigneeId(null))).isEqualTo("{\"assignee_id\":null}");
        assertThat(other.fromJson("{\"name\": \"n\"}", TaskRead.class).getName()).isEqualTo("n");
        assertThat(other.fromJson("null", TaskRead.class)).isNull();
    }

    @Test
    void unknownMembersAreKeptAsTheyAre() {
        String newer = "{\"id\":1,\"new\":{\"n\":1,\"half\":0.5,\"none\":null,\"big\":12345678901234567890}}";
        TaskRead task = read(newer, TaskRead.class);
        assertThat(task.unknownMembers()).containsOnlyKeys("new");
        assertThat(json(task)).isEqualTo(newer);
        assertThat(new Gson().toJson(task)).isEqualTo(newer);
        assertThatThrownBy(() -> task.unknownMembers().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void unknownMembersCanBeSent() {
        PatchedTaskWriteRequest patch = new PatchedTaskWriteRequest();
        patch.putUnknownMember("newer", new JsonPrimitive(1));
        patch.putUnknownMember("gone", JsonNull.INSTANCE);
        assertThat(json(patch)).isEqualTo("{\"newer\":1,\"gone\":null}");
        assertThatThrownBy(() -> patch.putUnknownMember("name", new JsonPrimitive("n")))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("name")
                .hasMessageContaining("setter");
    }

    @Test
    void unknownValuesOfEnumerationsSurvive() {
        JobRead job = read("{\"stage\":\"polishing\",\"state\":\"completed\"}", JobRead.class);
        assertThat(job.getStage().isKnown()).isFalse();
        assertThat(job.getStage().value()).isEqualTo("polishing");
        assertThat(job.getStage()).isEqualTo(JobStage.of("polishing")).isNotEqualTo(JobStage.ANNOTATION);
        assertThat(job.getState()).isSameAs(OperationStatus.COMPLETED);
        assertThat(json(job)).isEqualTo("{\"stage\":\"polishing\",\"state\":\"completed\"}");
        assertThat(JobStage.of(null)).isNull();
        assertThat(JobStage.known()).contains(JobStage.of("validation")).doesNotContain(JobStage.of("polishing"));
        assertThat(JobStage.VALIDATION).hasToString("validation");
    }

    @Test
    void sameContentIsEqual() {
        TaskWriteRequest one = new TaskWriteRequest().name("n").labels(List.of(new PatchedLabelRequest().name("car")));
        TaskWriteRequest other = new TaskWriteRequest().name("n")
                .labels(List.of(new PatchedLabelRequest().name("car")));
        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other).isNotEqualTo(new TaskWriteRequest().name("n"));
        assertThat(new PatchedTaskWriteRequest().assigneeId(null)).isNotEqualTo(new PatchedTaskWriteRequest());
        other.putUnknownMember("newer", new JsonPrimitive(1));
        assertThat(one).isNotEqualTo(other);
        assertThat(one.equals(null)).isFalse();
    }

    @Test
    void secretsDoNotShow() {
        assertThat(new LoginSerializerExRequest().username("pat").password("Geheim1"))
                .hasToString("LoginSerializerExRequest{username=pat, password=***}");
        assertThat(read("{\"value\": \"tok.Geheim2\", \"name\": \"ci\"}", AccessTokenRead.class).toString())
                .contains("ci").doesNotContain("Geheim");
        assertThat(read("{\"key\": \"Geheim3\"}", Token.class).toString()).doesNotContain("Geheim");
        assertThat(new CloudStorageWriteRequest().key("Geheim4").secretKey("Geheim5").sessionToken("Geheim6")
                .connectionString("Geheim7").resource("bucket").toString()).contains("bucket").doesNotContain("Geheim");
        assertThat(new WebhookWriteRequest().secret("Geheim8").toString()).doesNotContain("Geheim");
        assertThat(read("{\"name\": \"n\", \"new_secret\": \"Geheim9\"}", TaskRead.class).toString())
                .contains("new_secret").doesNotContain("Geheim");
    }

    @Test
    void whatIsSetShows() {
        assertThat(new PatchedTaskWriteRequest().name("n").assigneeId(null))
                .hasToString("PatchedTaskWriteRequest{name=n, assignee_id=null}");
    }

    @Test
    void datesKeepTheirInstantAndAlwaysHaveSeconds() {
        OffsetDateTime minute = OffsetDateTime.of(2026, 1, 2, 3, 4, 0, 0, ZoneOffset.ofHours(2));
        assertThat(json(new PatchedAccessTokenWriteRequest().expiryDate(minute)))
                .isEqualTo("{\"expiry_date\":\"2026-01-02T03:04:00+02:00\"}");
        assertThat(read("{\"created_date\":\"2026-01-02T03:04:05.678901Z\"}", TaskRead.class).getCreatedDate())
                .isEqualTo(OffsetDateTime.of(2026, 1, 2, 3, 4, 5, 678_901_000, ZoneOffset.UTC));
        assertThatThrownBy(() -> read("{\"created_date\":\"yesterday\"}", TaskRead.class))
                .isInstanceOf(JsonParseException.class).hasMessageContaining("yesterday")
                .hasMessageContaining("created_date");
    }

    @Test
    void annotationsThatWereReadCanBeSentBack() {
        String stored = "{\"version\":3,\"tags\":[],\"shapes\":[{\"type\":\"rectangle\",\"points\":[1.0,2.5,3.0,4.0],"
                + "\"id\":4294967296,\"frame\":0,\"label_id\":1,\"group\":null}],\"tracks\":[]}";
        LabeledData data = read(stored, LabeledData.class);
        assertThat(data.getShapes().get(0).getId()).isEqualTo(4_294_967_296L);
        data.getShapes().get(0).labelId(2);
        assertThat(JsonParser.parseString(json(data)))
                .isEqualTo(JsonParser.parseString(stored.replace("\"label_id\":1", "\"label_id\":2")));
    }

    @Test
    void mapsKeepTheirOrderAndTypes() {
        FunctionCallRequest call = new FunctionCallRequest().function("f")
                .mapping(Map.of("car", new LabelMappingEntryRequest().name("vehicle")));
        assertThat(json(call)).isEqualTo("{\"function\":\"f\",\"mapping\":{\"car\":{\"name\":\"vehicle\"}}}");
    }

    @Test
    void everyPageIsAPage() {
        io.github.cvatopenapi.client.Page<TaskRead> page = read(
                "{\"count\":1,\"next\":null,\"previous\":null,\"results\":[{\"id\":5}]}",
                PaginatedTaskReadList.class);
        assertThat(page.getCount()).isEqualTo(1);
        assertThat(page.getNext()).isNull();
        assertThat(page.getResults()).extracting(TaskRead::getId).containsExactly(5);
    }
}
