package io.github.cvatopenapi.contract.harness.cleanup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cvatopenapi.contract.harness.settings.Settings;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a run wrote into a bucket goes, and nothing else. */
class RunBucketTest {

    private static final String RUN = "ct0k3m9x2a";
    private static final List<String> OTHERS = List.of("ct0k3m9x2b-files/a.zip", "a " + RUN + ".zip", "project_7.zip",
            "b/" + RUN, "project_ct0k3m9x2 b.zip", "pictures/1.png");
    private static final List<String> OWN = List.of(RUN + "-files/Straße 1 + 50%/ödd & (näme).zip",
            RUN + "-files/b.zip", "project_" + RUN + "-00007_backup_2026_11_29.zip", "task_" + RUN + " task 3.zip");

    private S3StandIn store;

    @BeforeEach
    void start() throws IOException {
        store = new S3StandIn();
    }

    @AfterEach
    void stop() {
        store.close();
    }

    private RunBucket bucket() {
        return bucket(store.address(), S3StandIn.SECRET);
    }

    private static RunBucket bucket(String endpoint, String secret) {
        Settings.Bucket bucket = new Settings.Bucket(S3StandIn.BUCKET, endpoint, "eu-north-1", S3StandIn.KEY, secret,
                null, null);
        return new RunBucket(ObjectStore.of(bucket), bucket.name(), RUN);
    }

    private void furnish() {
        OTHERS.forEach(key -> store.objects.put(key, new byte[1]));
        OWN.forEach(key -> store.objects.put(key, new byte[1]));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void afterAKillOnlyTheKeysOfTheRunAreRemoved(boolean careless) {
        furnish();
        store.careless = careless;
        RunBucket bucket = bucket();
        assertThat(bucket.removeAll()).isEmpty();
        assertThat(store.objects.keySet()).containsExactlyInAnyOrderElementsOf(OTHERS);
        assertThat(bucket.removed()).isEqualTo(OWN.size());
        assertThat(store.asked).filteredOn(each -> each.startsWith("DELETE"))
                .allMatch(each -> OWN.contains(each.substring(7)));
    }

    @Test
    void theProbeLeavesNothing() {
        RunBucket bucket = bucket();
        assertThat(bucket.written()).isFalse();
        assertThat(bucket.obstacle()).isEmpty();
        assertThat(store.objects).isEmpty();
        bucket.put(OWN.get(0), "x".getBytes(StandardCharsets.UTF_8));
        assertThat(store.objects.keySet()).containsExactly(OWN.get(0));
        assertThatThrownBy(() -> bucket.put(OTHERS.get(0), new byte[1])).isInstanceOf(IllegalStateException.class);
        assertThat(bucket.removeAll()).isEmpty();
        assertThat(store.objects).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "DELETE", "PUT"})
    void whereTheStoreRefusesNothingIsWrittenAndTheKeyIsNotTold(String method) {
        store.refused.add(method);
        RunBucket bucket = bucket();
        assertThat(bucket.obstacle()).hasValueSatisfying(reason -> assertThat(reason).contains("403 (AccessDenied)")
                .doesNotContain(S3StandIn.KEY, S3StandIn.SECRET));
        assertThat(store.objects).isEmpty();
        assertThatThrownBy(() -> bucket.put(OWN.get(0), new byte[1])).isInstanceOf(IllegalStateException.class);
        int before = store.asked.size();
        bucket.obstacle();
        assertThat(store.asked).as("asked once").hasSize(before);
    }

    @Test
    void whatCannotBeRemovedIsTold() {
        furnish();
        store.refused.add("DELETE");
        assertThat(bucket().removeAll()).hasSize(OWN.size()).allMatch(each -> each.contains(RUN)
                && each.contains("403 (AccessDenied)") && !each.contains(S3StandIn.KEY));
        store.refused.add("GET");
        assertThat(bucket().removeAll()).singleElement().asString().contains("could not be searched");
    }

    @Test
    void aStoreThatIsNotThereIsNamed() {
        store.close();
        assertThat(bucket().obstacle()).hasValueSatisfying(reason ->
                assertThat(reason).contains("cannot be reached").doesNotContain(S3StandIn.KEY));
    }

    @Test
    void nothingGoesToWhereTheStoreSendsOn() throws IOException {
        try (S3StandIn other = new S3StandIn()) {
            store.elsewhere = URI.create(other.address() + "/" + S3StandIn.BUCKET);
            assertThat(bucket().obstacle()).hasValueSatisfying(reason -> assertThat(reason).contains("307"));
            assertThat(other.asked).isEmpty();
        }
    }

    @Test
    void aFolderIsClearedOfTheRunAlone(@TempDir Path temporary) throws IOException {
        Path folder = Files.createDirectory(temporary.resolve("bucket"));
        Path outside = Files.createDirectory(temporary.resolve("outside"));
        Files.createFile(outside.resolve("a.zip"));
        Files.createSymbolicLink(folder.resolve(RUN + "-link"), outside);
        for (String key : List.of(OTHERS.get(0), OTHERS.get(1), OWN.get(0), OWN.get(2))) {
            Files.createDirectories(folder.resolve(key).getParent());
            Files.createFile(folder.resolve(key));
        }
        RunBucket bucket = new RunBucket(new FolderStore(folder), "mine", RUN);
        assertThat(bucket.obstacle()).isEmpty();
        assertThat(bucket.removeAll()).isEmpty();
        assertThat(bucket.removed()).isEqualTo(2);
        assertThat(folder.resolve(RUN + "-files")).doesNotExist();
        assertThat(folder.resolve(OTHERS.get(0))).exists();
        assertThat(folder.resolve(OTHERS.get(1))).exists();
        assertThat(outside.resolve("a.zip")).exists();
        for (String key : List.of("../out", RUN + "-link/a.zip", "", "a/../../out", "/out")) {
            assertThatThrownBy(() -> new FolderStore(folder).put(key, new byte[1])).as(key)
                    .isInstanceOf(StoreException.class);
        }
    }
}
