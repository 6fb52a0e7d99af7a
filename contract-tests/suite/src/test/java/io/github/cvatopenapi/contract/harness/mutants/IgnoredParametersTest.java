package io.github.cvatopenapi.contract.harness.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cvatopenapi.contract.harness.run.NarrowRuns;
import io.github.cvatopenapi.spec.Contract;
import io.github.cvatopenapi.spec.recorded.Recordings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The suite on instances that do not see one parameter, or one property of a body: a check of the operation must
 * notice, or there is a reason why none can. There are some eight hundred of them; {@code -Dignored=REGEX} chooses.
 */
class IgnoredParametersTest {

    private static final int AT_ONCE = 2;

    /** One of each kind, where nothing is chosen. */
    private static final String KINDS = String.join("|",
            "issues_list query (page|page_size|filter|sort|search|resolved|org)",
            "issues_list header X-Organization", "issues_create body assignee",
            "projects_partial_update body labels.deleted");

    private static final String ONLY = System.getProperty("ignored", KINDS);
    private static final Map<String, Object> REASONS = NarrowRuns.unchecked("ignored");
    private static final Map<Ignored, Future<Optional<String>>> RUNS = new LinkedHashMap<>();
    private static ExecutorService executor;

    private static Stream<Ignored> ignored() {
        return Ignored.all(Contract.load()).stream().filter(each -> each.toString().matches(ONLY));
    }

    private static Optional<Object> reason(Ignored ignored) {
        return REASONS.entrySet().stream().filter(each -> ignored.toString().matches(each.getKey()))
                .map(Map.Entry::getValue).findFirst();
    }

    @BeforeAll
    static void begin() {
        executor = Executors.newFixedThreadPool(AT_ONCE);
        ignored().forEach(each -> RUNS.put(each,
                executor.submit(() -> NarrowRuns.failure(each.broken(), each.operation()))));
    }

    @AfterAll
    static void end() {
        executor.shutdownNow();
    }

    @TestFactory
    Stream<DynamicTest> aCheckNoticesWhatIsIgnored() {
        return ignored().map(each -> DynamicTest.dynamicTest(each.toString(), () -> {
            Optional<String> noticed = RUNS.get(each).get();
            Optional<Object> reason = reason(each);
            if (reason.isEmpty()) {
                assertThat(noticed).as("no check notices that " + each
                        + " is ignored; write one, or a reason in unchecked.yaml").isPresent();
            } else {
                assertThat(noticed).as("there is a reason why no check notices: " + reason.get()).isEmpty();
            }
        }));
    }

    @Test
    void everyReasonIsForSomethingThatCanBeSent() {
        Recordings.assumeTheyAreOf(Contract.load().version());
        List<String> all = Ignored.all(Contract.load()).stream().map(Ignored::toString).toList();
        assertThat(REASONS.keySet()).allSatisfy(pattern -> assertThat(all)
                .anyMatch(Pattern.compile(pattern).asMatchPredicate()));
        assertThat(REASONS.values()).allSatisfy(reason -> assertThat(String.valueOf(reason)).isNotBlank());
    }
}
