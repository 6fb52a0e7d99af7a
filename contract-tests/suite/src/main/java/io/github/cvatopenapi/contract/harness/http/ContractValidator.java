package io.github.cvatopenapi.contract.harness.http;

import static io.github.cvatopenapi.contract.harness.rules.Rule.SCHEMA_BODY;
import static io.github.cvatopenapi.contract.harness.rules.Rule.SCHEMA_MEDIA;
import static io.github.cvatopenapi.contract.harness.rules.Rule.SCHEMA_STATUS;

import io.github.cvatopenapi.spec.Contract;
import io.github.cvatopenapi.spec.Media;
import io.github.cvatopenapi.spec.Operation;
import io.github.cvatopenapi.spec.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Holds exchanges against the contract: status, media type, body, generated model. Answers of 500 and above are left to
 * the check that provoked them. Safe for threads.
 */
public final class ContractValidator {

    /**
     * Errors that any operation may answer, as the introduction says, and those that go with refused media types and
     * throttling.
     */
    private static final Set<Integer> COMMON_ERRORS = Set.of(400, 401, 403, 404, 405, 406, 409, 410, 415, 429);

    /** Told what a check asserted about the status of an exchange. */
    public interface Assertions {
        void asserted(Exchange exchange, int[] statuses, boolean fits);
    }

    private final BodySchemas bodies;
    private final BodySchemas pinnedBodies;
    private final ModelRoundTrip models;
    private final AnswerHeaders headers;
    private final Contract pinned;
    private final Set<String> pinnedOperations;
    private final Assertions assertions;

    /**
     * @param pinned           the contract before corrections
     * @param pinnedOperations the operations of which it matters whether they fit that one as well
     */
    public ContractValidator(Contract contract, Contract pinned, Set<String> pinnedOperations, Assertions assertions) {
        this.bodies = BodySchemas.ofAnswers(contract);
        this.pinnedBodies = BodySchemas.strict(pinned);
        this.models = new ModelRoundTrip(contract);
        this.headers = new AnswerHeaders(contract);
        this.pinned = pinned;
        this.pinnedOperations = Set.copyOf(pinnedOperations);
        this.assertions = assertions;
    }

    void asserted(Exchange exchange, int[] statuses, boolean fits) {
        assertions.asserted(exchange, statuses, fits);
    }

    /**
     * @param sent     the JSON body of the request, or null
     * @param anyMedia whether the answer may have any media type
     */
    ContractVerdict validate(Operation operation, Object sent, RawAnswer answer, boolean anyMedia) {
        if (operation == null || answer.status() >= 500) {
            return ContractVerdict.FINE;
        }
        List<Violation> found = validate(operation, bodies, answer, anyMedia);
        if (answer.status() >= 400) {
            ErrorBodies.problem(operation, answer, anyMedia).ifPresent(found::add);
        }
        found.addAll(headers.violations(operation, answer));
        models.violation(operation, answer).ifPresent(found::add);
        RequestEcho.violation(operation, sent, answer).ifPresent(found::add);
        List<Violation> before = List.of();
        if (pinnedOperations.contains(operation.id())) {
            before = validate(pinned.operation(operation.id()), pinnedBodies, answer, anyMedia);
        }
        return new ContractVerdict(List.copyOf(found), List.copyOf(before));
    }

    private static List<Violation> validate(Operation operation, BodySchemas bodies, RawAnswer answer,
                                            boolean anyMedia) {
        List<Violation> found = new ArrayList<>();
        Optional<Response> response = operation.response(answer.status());
        if (response.isEmpty() && !COMMON_ERRORS.contains(answer.status())) {
            found.add(new Violation(SCHEMA_STATUS, operation.id() + " answered " + answer.status()
                    + ", which is neither declared nor known"));
            return found;
        }
        String type = answer.mediaType();
        boolean empty = answer.empty();
        List<Media> content = response.map(Response::content).orElse(List.of());
        // files go out as the web server knows them, some without a type
        boolean untyped = type.isEmpty() && content.stream().noneMatch(each -> each.type().contains("json"));
        if (!empty && !anyMedia && !untyped && !content.isEmpty()
                && content.stream().noneMatch(each -> each.type().equals(type))
                && !(answer.status() >= 400 && ErrorBodies.MEDIA.contains(type))) {
            found.add(new Violation(SCHEMA_MEDIA, operation.id() + " answered " + answer.status() + " with "
                    + (type.isEmpty() ? "no media type" : type) + ", declared: "
                    + String.join(", ", content.stream().map(Media::type).toList())));
        } else if (!empty && response.isPresent() && content.isEmpty() && answer.status() < 300) {
            found.add(new Violation(SCHEMA_MEDIA, operation.id() + " answered " + answer.status() + " with a body of "
                    + (type.isEmpty() ? "no media type" : type) + ", none is declared"));
        } else if (answer.brokenJson()) {
            found.add(new Violation(SCHEMA_BODY,
                    operation.id() + " answered " + answer.status() + " with a body that is not JSON"));
        } else if (!empty && type.contains("json") && answer.status() < 400) {
            // errors are held to what they have in common
            List<BodyProblem> problems = bodies.problems(operation, answer.status(), type, answer.bytes());
            if (!problems.isEmpty()) {
                found.add(new Violation(SCHEMA_BODY, operation.id() + " answered " + answer.status() + ": "
                        + BodyProblem.sentence(problems), BodyProblem.kinds(problems)));
            }
        }
        return found;
    }
}
