package io.github.cvatopenapi.contract.harness.generic;

import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.http.Call;
import io.github.cvatopenapi.contract.harness.http.Caller;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Run;
import io.github.cvatopenapi.spec.Contract;
import io.github.cvatopenapi.spec.Operation;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/** Path parameters with values that do not fit: many of them where an object is read, one everywhere else. */
final class PathBoundsChecks implements GenericChecks.Generator {

    private static final String PARENT = "%2e%2e";
    private static final List<String> VALUES = List.of("0", "-1", "1.5", ParameterBoundsChecks.BEYOND_64_BITS, "%00",
            PARENT, "x".repeat(600), "%F0%9F%98%80", "None", "1%20");
    private static final String LENIENT = "1%20";
    private static final String NO_NUMBER = "not-a-number";
    private static final String NO_WORD = "~";

    @Override
    public void generate(Operation operation, Samples samples, CheckPlan plan) {
        Run run = plan.run();
        if (operation.method().equals("GET") && operation.path().matches("/api/(\\w+|quality/reports)/\\{\\w+}")
                && operation.response(404).isPresent() && operation.response(400).isPresent()) {
            for (String value : VALUES) {
                plan.add(operation, Rule.ERROR_PATH_BOUNDS, "path: " + ParameterBoundsChecks.name(value),
                        "a path that fits nothing is refused", () -> refused(operation, samples, run, value));
            }
        } else if (isLookedUp(run.contract(), operation)) {
            Stream.of(NO_NUMBER, NO_WORD).filter(value -> operation.parameters().stream()
                    .anyMatch(parameter -> parameter.in().equals("path") && !fits(parameter.schema(), value)))
                    .findFirst().ifPresent(value -> plan.add(operation, Rule.ERROR_PATH_BOUNDS, "path: " + value,
                            "a path that fits nothing is refused", () -> unfit(operation,
                                    caller(operation, samples, run, value).call(operation.id()), value)));
        }
    }

    /** Who calls; what is no word is no path, so that what the operation needs besides does not matter. */
    private static Caller caller(Operation operation, Samples samples, Run run, String value) {
        return value.equals(NO_WORD) ? run.main() : samples.caller(operation.id(), run);
    }

    /** Whether what the path begins with is looked up by its id: that it can be missing was seen. */
    private static boolean isLookedUp(Contract contract, Operation operation) {
        String object = operation.path().replaceFirst("(/\\{\\w+}).*", "$1");
        return contract.operations().stream().anyMatch(each -> each.response(404).isPresent()
                && (each.path().equals(object) || each.equals(operation)));
    }

    private static void refused(Operation operation, Samples samples, Run run, String value) {
        Answer answer = samples.caller(operation.id(), run).call(operation.id()).rawPath(value).send();
        if (value.equals(PARENT) && (answer.status() < 400 || answer.status() >= 500)) {
            throw new TestAbortedException(
                    "something on the way to the server resolves the path, and another answered");
        }
        answer.notBroken();
        if (answer.status() < 400 && !value.equals(LENIENT)) {
            throw answer.fail("expected 4xx");
        }
    }

    /** Whether a parameter can have that value, which is neither a number nor of any format. */
    private static boolean fits(Map<String, Object> schema, String value) {
        return !"integer".equals(schema.get("type")) && !schema.containsKey("format")
                && !(schema.get("pattern") instanceof String pattern && !value.matches(pattern));
    }

    private static void unfit(Operation operation, Call call, String value) {
        operation.parameters().stream().filter(each -> each.in().equals("path")).forEach(each -> call.path(value));
        Answer answer = (operation.requestBodies().isEmpty() ? call : call.json(Map.of())).send();
        answer.notBroken();
        if (answer.status() < 400) {
            throw answer.fail("expected 4xx");
        }
    }
}
