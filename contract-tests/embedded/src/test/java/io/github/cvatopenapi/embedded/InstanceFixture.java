package io.github.cvatopenapi.embedded;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** An instance that works without delay, and two users who know nothing of each other. */
public abstract class InstanceFixture {

    protected EmbeddedCvat cvat;
    protected Client ann;
    protected Client bob;

    @BeforeEach
    protected void start() {
        cvat = configured(EmbeddedCvat.builder().workTime(Duration.ZERO)).start();
        ann = Client.user(cvat, "ann");
        bob = Client.user(cvat, "bob");
    }

    /** What else the instance shall have; nothing unless a test says so. */
    protected EmbeddedCvat.Builder configured(EmbeddedCvat.Builder builder) {
        return builder;
    }

    @AfterEach
    protected void stop() {
        cvat.close();
    }
}
