package io.github.cvatopenapi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cvatopenapi.client.model.Request;
import io.github.cvatopenapi.client.model.RequestStatus;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Exports into a cloud storage and imports from it: one call and the waiting, and no file passes the client. */
class CloudFileTest extends ServerFixture {

    private static final String ID = "action=export&target=task&target_id=7";
    private static final CloudFile FILE = new CloudFile(5, "my exports/a&b.zip");
    private static final String PLACE = "location=cloud_storage&cloud_storage_id=5&filename=my%20exports%2Fa%26b.zip";

    private static MockResponse.Builder accepted() {
        return json(202, "{\"rq_id\": \"" + ID + "\"}");
    }

    private static MockResponse.Builder ended(String status, String more) {
        return json(200, "{\"id\": \"" + ID + "\", \"status\": \"" + status + "\"" + more + "}");
    }

    static Stream<Arguments> exports() {
        return Stream.of(
                job("/api/projects/7/dataset/export", exports ->
                        exports.dataset(Target.project(7), "COCO 1.0", true, FILE)),
                job("/api/tasks/7/dataset/export", exports -> exports.dataset(Target.task(7), "COCO 1.0", false, FILE)),
                job("/api/jobs/7/dataset/export", exports -> exports.dataset(Target.job(7), "COCO 1.0", true, FILE)),
                job("/api/projects/7/backup/export", exports -> exports.backup(Target.project(7), FILE)),
                job("/api/tasks/7/backup/export", exports -> exports.backup(Target.task(7), FILE)));
    }

    private static Arguments job(String path, Function<Exports, Request> job) {
        return Arguments.of(path, job);
    }

    @ParameterizedTest
    @MethodSource("exports")
    void anExportIsStartedAndAwaitedAndNotDownloaded(String path, Function<Exports, Request> job) {
        answer(accepted(), ended("started", ""), ended("finished", ", \"result_url\": null"));
        try (CvatClient client = settings().build()) {
            assertThat(job.apply(client.exports()).getStatus()).isEqualTo(RequestStatus.FINISHED);
        }
        assertThat(server.getRequestCount()).isEqualTo(3);
        RecordedRequest started = request();
        assertThat(started.getMethod()).isEqualTo("POST");
        assertThat(started.getUrl().encodedPath()).isEqualTo(path);
        placed(started);
        if (path.contains("dataset")) {
            assertThat(started.getUrl().queryParameter("format")).isEqualTo("COCO 1.0");
            assertThat(started.getUrl().queryParameter("save_images"))
                    .isEqualTo(String.valueOf(!path.contains("tasks")));
        }
    }

    private static void placed(RecordedRequest request) {
        assertThat(request.getUrl().encodedQuery()).contains(PLACE.split("&"));
        assertThat(request.getBodySize()).isZero();
    }

    static Stream<Arguments> imports() {
        return Stream.of(
                Arguments.of("/api/tasks/7/annotations/", (Function<Imports, Object>) imports ->
                        imports.annotations(Target.task(7), "CVAT 1.1", FILE)),
                Arguments.of("/api/jobs/7/annotations/", (Function<Imports, Object>) imports ->
                        imports.annotations(Target.job(7), "CVAT 1.1", FILE)),
                Arguments.of("/api/projects/7/dataset/", (Function<Imports, Object>) imports ->
                        imports.dataset(7, "CVAT 1.1", FILE)),
                Arguments.of("/api/tasks/backup/", (Function<Imports, Object>) imports -> imports.taskBackup(FILE)),
                Arguments.of("/api/projects/backup/", (Function<Imports, Object>) imports ->
                        imports.projectBackup(FILE)));
    }

    @ParameterizedTest
    @MethodSource("imports")
    void anImportIsStartedAndAwaitedAndNothingUploaded(String path, Function<Imports, Object> job) {
        answer(accepted(), ended("finished", ", \"result_id\": 31"));
        try (CvatClient client = settings().build()) {
            Object result = job.apply(client.imports());
            assertThat(result instanceof Request finished ? finished.getResultId() : result).isEqualTo(31);
        }
        assertThat(server.getRequestCount()).isEqualTo(2);
        RecordedRequest started = request();
        assertThat(started.getMethod()).isEqualTo("POST");
        assertThat(started.getUrl().encodedPath()).isEqualTo(path);
        placed(started);
        assertThat(started.getUrl().queryParameter("format")).isEqualTo(path.contains("backup") ? null : "CVAT 1.1");
    }

    @Test
    void aFileThatIsNotThereFailsInTheServersWords() {
        answer(accepted(), ended("failed", ", \"message\": \"The specified key does not exist\""));
        try (CvatClient client = settings().build()) {
            assertThatThrownBy(() -> client.imports().taskBackup(FILE)).isInstanceOf(RequestFailedException.class)
                    .hasMessageEndingWith("The specified key does not exist");
        }
    }

    @Test
    void aStorageThatIsNotThereIsRefusedInTheServersWords() {
        answer(json(400, "[\"CloudStorage matching query does not exist.\"]"));
        try (CvatClient client = settings().build()) {
            assertThatThrownBy(() -> client.exports().backup(Target.task(7), FILE)).isInstanceOf(CvatException.class)
                    .hasMessage("POST /api/tasks/{id}/backup/export: 400: CloudStorage matching query does not exist.");
        }
    }

    @Test
    void whatCannotBeIsRefusedBeforeAnyCall() {
        try (CvatClient client = settings().build()) {
            assertThatThrownBy(() -> client.exports().backup(Target.job(7), FILE))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> client.imports().annotations(Target.project(7), "CVAT 1.1", FILE))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        for (String name : List.of("", " ")) {
            assertThatThrownBy(() -> new CloudFile(5, name)).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("is empty");
        }
        assertThat(server.getRequestCount()).isZero();
        assertThat(FILE).hasToString("my exports/a&b.zip in cloud storage 5");
    }
}
