package io.github.cvatopenapi.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Sixteen clients at once lose nothing. */
class TogetherTest {

    private static final int CLIENTS = 16;
    private static final int CALLS = 20;

    @Test
    void everyProjectIsKept() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        try (EmbeddedCvat cvat = EmbeddedCvat.start()) {
            Client admin = Client.admin(cvat);
            Callable<List<Long>> make = () -> {
                List<Long> ids = new ArrayList<>();
                for (int i = 0; i < CALLS; i++) {
                    ids.add(admin.post("/api/projects", "{\"name\": \"p\"}").id());
                    assertThat(admin.get("/api/projects?page_size=5").status()).isEqualTo(200);
                }
                return ids;
            };
            List<Long> ids = new ArrayList<>();
            for (Future<List<Long>> made : threads.invokeAll(Collections.nCopies(CLIENTS, make))) {
                ids.addAll(made.get());
            }

            assertThat(new HashSet<>(ids)).hasSize(CLIENTS * CALLS);
            assertThat(admin.get("/api/projects").count()).isEqualTo(CLIENTS * CALLS);
        } finally {
            threads.shutdownNow();
        }
    }
}
