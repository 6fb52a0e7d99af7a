package io.github.cvatopenapi.embedded.resources;

import io.github.cvatopenapi.embedded.Client;
import io.github.cvatopenapi.embedded.EmbeddedCvat;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** An instance that works without delay, and two users who know nothing of each other. */
abstract class InstanceFixture {

    EmbeddedCvat cvat;
    Client ann;
    Client bob;

    @BeforeEach
    void start() {
        cvat = EmbeddedCvat.builder().workTime(Duration.ZERO).start();
        ann = Client.user(cvat, "ann");
        bob = Client.user(cvat, "bob");
    }

    @AfterEach
    void stop() {
        cvat.close();
    }
}
