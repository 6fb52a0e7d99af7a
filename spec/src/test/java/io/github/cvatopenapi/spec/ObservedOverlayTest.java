package io.github.cvatopenapi.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cvatopenapi.spec.recorded.RecordedExchange;
import io.github.cvatopenapi.spec.recorded.Recordings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The observed overlay says what the recordings show, no more and no less. */
class ObservedOverlayTest {

    private static final Path SPEC = Path.of("");

    @Test
    void whatIsMadeFromTheRecordingsIsWhatIsKept() throws IOException {
        Recordings.assumeTheyAreOf(Contract.load().version());
        for (Map.Entry<String, String> made : Observe.make(SPEC, Recordings.VERSION, Recordings.byVersion()).entrySet()) {
            assertThat(Files.readString(SPEC.resolve(made.getKey()))).as("run scripts/observe")
                    .isEqualTo(made.getValue());
        }
    }

    @Test
    void addsEveryUndeclaredStatusBelow500AndNoOther() {
        Recordings.assumeTheyAreOf(Contract.load().version());
        Contract pinned = Contract.of(Pinned.read(SPEC, Recordings.VERSION));
        Set<String> seen = Recordings.all().stream().filter(each -> each.operation().isPresent() && each.status() < 500)
                .filter(each -> pinned.operation(each.operation().get()).response(each.status()).isEmpty())
                .map(each -> pair(each.operation().get(), each.status())).collect(Collectors.toSet());
        Set<String> added = Contract.load().operations().stream().flatMap(operation -> operation.responses().stream()
                .filter(response -> !response.declared()).map(response -> pair(operation.id(), response.status())))
                .collect(Collectors.toSet());
        assertThat(added).isEqualTo(seen).hasSize(468);
    }

    @Test
    void everyShapeOfErrorIsSeen() {
        List<ErrorShape> shapes = Recordings.all().stream().filter(each -> each.status() >= 400)
                .map(RecordedExchange::json).flatMap(Optional::stream).map(ErrorShape::of).distinct().toList();
        assertThat(shapes).containsExactlyInAnyOrder(ErrorShape.values());
    }

    private static String pair(String operation, int status) {
        return operation + " " + status;
    }
}
