package io.github.cvatopenapi.contract.harness.settings;

import io.github.cvatopenapi.embedded.EmbeddedCvat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Stream;

/** Where a run is made: an instance somewhere, or an embedded one that lives as long as the run. */
public final class TargetInstance implements AutoCloseable {

    /** What the bucket of an embedded instance is called. */
    private static final String BUCKET = "contract-suite";

    /**
     * How long work of the embedded instance takes at least: its states can still be seen, and a run, which waits for
     * two hundred such works, does not wait long.
     */
    private static final Duration WORK_TIME = Duration.ofMillis(80);

    private final Settings settings;
    private final EmbeddedCvat embedded;
    private final Path bucket;

    private TargetInstance(Settings settings, EmbeddedCvat embedded, Path bucket) {
        this.settings = settings;
        this.embedded = embedded;
        this.bucket = bucket;
    }

    /** Opens the target; an embedded one is started and given accounts. */
    public static TargetInstance open(Settings settings) {
        if (!settings.onEmbedded()) {
            return new TargetInstance(settings, null, null);
        }
        return on(EmbeddedCvat.builder().delay(settings.slowness().call())
                .hashTime(settings.slowness().password()), settings);
    }

    /** An embedded instance that is started with a bucket and accounts, and closed with the target. */
    public static TargetInstance on(EmbeddedCvat.Builder builder, Settings settings) {
        Path bucket = temporary();
        try {
            EmbeddedCvat cvat = builder.workTime(WORK_TIME).bucket(BUCKET, bucket)
                    .throttling(settings.provokeThrottle()).start();
            Settings people = settings.people(account(cvat, "contract-main"), account(cvat, "contract-second"),
                    new Settings.Account(cvat.adminName(), cvat.adminPassword(), null));
            return new TargetInstance(people.bucket(Settings.Bucket.of(BUCKET, bucket)), cvat, bucket);
        } catch (RuntimeException e) {
            delete(bucket);
            throw e;
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("cvat-contract-bucket-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Settings.Account account(EmbeddedCvat cvat, String name) {
        String password = "Pw-" + UUID.randomUUID();
        cvat.addUser(name, password);
        return new Settings.Account(name, password, null);
    }

    public URI url() {
        return embedded == null ? settings.url() : embedded.baseUrl();
    }

    public boolean embedded() {
        return embedded != null;
    }

    /** Whether calls without credentials may be limited; an instance of the run's own limits them only to show it. */
    public boolean throttling() {
        return embedded == null || settings.provokeThrottle();
    }

    /** The settings with the accounts that the target brings. */
    public Settings settings() {
        return settings;
    }

    @Override
    public void close() {
        if (embedded != null) {
            embedded.close();
            delete(bucket);
        }
    }
}
