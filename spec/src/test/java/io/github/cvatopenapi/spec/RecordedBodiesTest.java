package io.github.cvatopenapi.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cvatopenapi.spec.recorded.RecordedExchange;
import io.github.cvatopenapi.spec.recorded.Recordings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a real server answered is what the corrected document says. */
class RecordedBodiesTest {

    /**
     * The only bodies that may differ: the server takes a contact that the document forbids (ledger entry
     * organizations_partial_update-body-taken) and gives it back as it was put.
     */
    private static final Pattern FORBIDDEN_CONTACT =
            Pattern.compile("(/results/\\d+)?/contact: (array|string) found, object expected");

    private final Contract contract = Contract.load();
    private final BodyValidator bodies = new BodyValidator(contract);

    @Test
    void everyAnswerBelow500IsAsTheDocumentSays() {
        Recordings.assumeTheyAreOf(contract.version());
        List<String> wrong = new ArrayList<>();
        int judged = 0;
        int excused = 0;
        for (RecordedExchange exchange : Recordings.all()) {
            if (exchange.operation().isEmpty() || exchange.status() >= 500) {
                continue;
            }
            judged++;
            Optional<String> fault = judge(exchange);
            if (fault.isPresent() && FORBIDDEN_CONTACT.matcher(fault.get()).matches()) {
                excused++;
            } else {
                fault.ifPresent(text -> wrong.add(exchange + ": " + text));
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(judged).isEqualTo(5301);
        assertThat(excused).isEqualTo(22);
    }

    @Test
    void aWrongBodyIsFound() {
        Operation about = contract.operation("server_retrieve_about");
        assertThat(bodies.problems(about, 200, "application/vnd.cvat+json", "{\"name\": 7}"))
                .anyMatch(fault -> fault.contains("/name")).anyMatch(fault -> fault.contains("'version'"));
    }

    @Test
    void aTextOfAnotherFormatIsFound() {
        Operation project = contract.operation("projects_retrieve");
        assertThat(bodies.problems(project, 200, "application/vnd.cvat+json", "{\"created_date\": \"yesterday\"}"))
                .anyMatch(fault -> fault.contains("/created_date"));
    }

    @Test
    void problemsAreToldAlikeInEveryLocale() {
        Operation about = contract.operation("server_retrieve_about");
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.ROOT);
            List<String> told = problems(about);
            Locale.setDefault(Locale.GERMANY);
            assertThat(problems(about)).isNotEmpty().isEqualTo(told);
        } finally {
            Locale.setDefault(before);
        }
    }

    private List<String> problems(Operation operation) {
        return new BodyValidator(contract).problems(operation, 200, "application/vnd.cvat+json", "{\"name\": 7}");
    }

    private Optional<String> judge(RecordedExchange exchange) {
        Operation operation = contract.operation(exchange.operation().orElseThrow());
        Optional<Response> response = operation.response(exchange.status());
        if (response.isEmpty()) {
            return Optional.of("status not in the document");
        }
        if (!exchange.hasBody()) {
            return Optional.empty();
        }
        String mediaType = exchange.mediaType().isEmpty() ? "application/octet-stream" : exchange.mediaType();
        if (response.get().content(mediaType).isEmpty()) {
            return Optional.of("media type " + mediaType + " not in the document");
        }
        if (exchange.json().isEmpty()) {
            return Optional.empty();
        }
        List<String> faults = bodies.problems(operation, exchange.status(), mediaType,
                exchange.json().get().toString());
        return faults.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", faults));
    }
}
