package io.github.cvatopenapi.embedded.resources;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cvatopenapi.embedded.resources.instance.Instance;
import io.github.cvatopenapi.embedded.resources.instance.InstanceSettings;
import io.github.cvatopenapi.spec.Operation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who knows the tag of an operation knows where it is answered. */
class OperationRoomsTest {

    @Test
    void everyOperationIsAnsweredInTheRoomOfItsTag(@TempDir Path directory) {
        Map<String, String> rooms = new TreeMap<>();
        Map<String, String> tags = new TreeMap<>();
        InstanceSettings settings = new InstanceSettings(directory, Duration.ZERO, null, false, false, false,
                Map.of());
        try (Instance instance = new Instance(settings)) {
            Resources.make(instance);
            for (Operation operation : instance.operations.contract().operations()) {
                // a lambda or method reference is a class in the package in which it is written
                String room = instance.operations.handler(operation).getClass().getPackageName();
                rooms.put(operation.id(), room.substring(room.lastIndexOf('.') + 1));
                tags.put(operation.id(), operation.tag());
            }
        }
        assertThat(rooms).isEqualTo(tags);
    }
}
