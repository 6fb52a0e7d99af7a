package io.github.cvatopenapi.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cvatopenapi.spec.recorded.RecordedExchange;
import io.github.cvatopenapi.spec.recorded.Recordings;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A correction says what it rests on, and that is in the recordings. */
class CorrectionsTest {

    private static final Pattern CASES = Pattern.compile("\\bcases? (.*?), (?:GET|POST|PUT|PATCH|DELETE)\\b");

    private final List<Action> corrections = Overlay.read(Path.of("overlays/corrections.yaml")).actions();

    @Test
    void everyIdIsItsOwn() {
        assertThat(corrections).extracting(Action::id).doesNotContainNull().doesNotHaveDuplicates();
    }

    @Test
    void everyCorrectionNamesRecordedCases() {
        Set<String> recorded = Stream.concat(Recordings.all().stream(), Recordings.read(Recordings.PARAMS).stream())
                .map(RecordedExchange::caseName).collect(Collectors.toSet());
        assertThat(corrections).allSatisfy(correction -> {
            Matcher named = CASES.matcher(correction.description());
            assertThat(named.find()).as(correction.id() + " names a case, a method and a path").isTrue();
            do {
                assertThat(recorded).as(correction.id()).containsAll(List.of(named.group(1).split(", | and ")));
            } while (named.find());
        });
    }

    @Test
    void everyCorrectionIsInTheLedger() {
        Set<String> entries = Deviations.packaged().entries().stream()
                .filter(each -> each.kind() == Deviation.Kind.DOCUMENT)
                .map(Deviation::id).collect(Collectors.toSet());
        assertThat(corrections).allSatisfy(correction ->
                assertThat(correction.deviation()).as(correction.id()).isIn(entries));
    }
}
