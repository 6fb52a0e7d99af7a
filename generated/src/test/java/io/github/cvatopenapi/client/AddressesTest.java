package io.github.cvatopenapi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses that the server writes of itself: behind a proxy they have little to do with those it is reached by. */
class AddressesTest extends ServerFixture {

    private static final String ID = "action=export&target=task&target_id=7";

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "https://cvat.example/ | http://traefik:8080/api/x?y=a%2Fb | https://cvat.example/api/x?y=a%2Fb",
        "https://cvat.example/ | https://cvat.example:9000/api/x | https://cvat.example/api/x",
        "https://cvat.example:8443/tools/cvat/ | http://cvat/api/x/ | https://cvat.example:8443/tools/cvat/api/x/",
        "https://cvat.example/cvat/ | http://h/inner/api/x | https://cvat.example/cvat/api/x",
        "https://cvat.example/cvat/ | http://h/api/inner/api/x | https://cvat.example/cvat/api/x",
        "https://cvat.example/cvat/ | /api/x?y=1 | https://cvat.example/cvat/api/x?y=1",
        "https://cvat.example/cvat/ | api/x | https://cvat.example/cvat/api/x",
        "https://cvat.example/ | http://u:p@h/api/x#f | https://cvat.example/api/x",
        "https://cvat.example/ | https://bucket.example/file?sign=1 | https://bucket.example/file?sign=1",
    })
    void reached(String base, String written, String reached) {
        assertThat(new Addresses(HttpUrl.get(base)).reach(written)).hasToString(reached);
    }

    @Test
    void relativeToWhatWasCalled() {
        Addresses addresses = new Addresses(HttpUrl.get("https://cvat.example/cvat/"));
        assertThat(addresses.reach(HttpUrl.get("https://cvat.example/cvat/api/tasks/7/data/"), "2_abc"))
                .hasToString("https://cvat.example/cvat/api/tasks/7/data/2_abc");
    }

    /** Behind a proxy that cuts the prefix, or one that does not. */
    private void serve(String prefix, String ownAddress) {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                String call = request.getMethod() + " " + request.getUrl().encodedPath();
                if (call.equals("POST " + prefix + "api/tasks/7/dataset/export")
                        || call.equals("POST " + prefix + "api/tasks/7/annotations/")
                        && "true".equals(request.getHeaders().get("Upload-Finish"))) {
                    return json(202, "{\"rq_id\": \"" + ID + "\"}").build();
                } else if (call.startsWith("GET " + prefix + "api/requests/")) {
                    return json(200, "{\"id\": \"" + ID + "\", \"status\": \"finished\", \"result_url\": \""
                            + ownAddress + "api/tasks/7/dataset/download?rq_id=a%3Db\"}").build();
                } else if (call.equals("GET " + prefix + "api/tasks/7/dataset/download")
                        && ("Bearer " + TOKEN).equals(request.getHeaders().get("Authorization"))) {
                    return new MockResponse.Builder().body(request.getUrl().encodedQuery()).build();
                } else if (call.equals("POST " + prefix + "api/tasks/7/annotations/")) {
                    return new MockResponse.Builder().code(201)
                            .setHeader("Location", ownAddress + "api/tasks/7/annotations/2_abc").build();
                } else if (call.equals("PATCH " + prefix + "api/tasks/7/annotations/2_abc")) {
                    return new MockResponse.Builder().code(204).build();
                } else if (call.equals("GET " + prefix + "api/tasks")) {
                    boolean second = "2".equals(request.getUrl().queryParameter("page"));
                    String next = second ? "null" : "\"" + ownAddress + "api/tasks?page=2\"";
                    return json(200, "{\"count\": 2, \"next\": " + next + ", \"results\": [{\"id\": "
                            + (second ? 2 : 1) + "}]}").build();
                }
                return json(404, "{\"detail\": \"Not found.\"}").build();
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://traefik:8080/", "http://localhost:1/", "https://localhost/inner/", "/"})
    void wholeJobsWithAServerThatCallsItselfOtherwise(String ownAddress) throws IOException {
        for (String prefix : new String[] {"/", "/tools/cvat/"}) {
            serve(prefix, ownAddress);
            try (CvatClient client = settings().baseUrl(server.url(prefix).toString()).build()) {
                assertThat(client.exports().dataset(Target.task(7), "COCO 1.0", true, directory.resolve("x.zip")))
                        .hasContent("rq_id=a%3Db");
                Path file = Files.writeString(directory.resolve("a.zip"), "12345");
                assertThat(client.imports().annotations(Target.task(7), "CVAT 1.1", file,
                        TransferOptions.DEFAULT.withPieceSize(3)).getId()).isEqualTo(ID);
                assertThat(client.list(client.tasks().tasksList(o -> o.pageSize(1))).stream()
                        .map(task -> task.getId()).toList()).containsExactly(1, 2);
            }
        }
    }

    @Test
    void addressThatIsNone() {
        try (CvatClient client = settings().build()) {
            assertThatThrownBy(() -> client.exports().download("ftp://h/api/x", directory))
                    .isInstanceOf(CvatException.class).hasMessageEndingWith("its address is no http or https address");
        }
    }
}
