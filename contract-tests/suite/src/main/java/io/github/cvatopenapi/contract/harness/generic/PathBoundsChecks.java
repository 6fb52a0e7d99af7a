package io.github.cvatopenapi.contract.harness.generic;

import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.http.Call;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Run;
import io.github.cvatopenapi.spec.Contract;
import io.github.cvatopenapi.spec.Operation;
import io.github.cvatopenapi.spec.Parameter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.opentest4j.TestAbortedException;

/** Path parameters with values that do not fit: many of them where an object is read, one everywhere else. */
final class PathBoundsChecks implements GenericChecks.Generator {

    private static final String PARENT = "%2e%2e";
    private static final List<String> VALUES = List.of("0", "-1", "1.5", ParameterBoundsChecks.BEYOND_64_BITS, "%00",
            PARENT, "x".repeat(600), "%F0%9F%98%80", "None", "1%20");
    private static final String LENIENT = "1%20";
    private static final String NO_NUMBER = "not-a-number";

    /** What does not exist is an internal error to them, or everything is, whatever the path says. */
    private static final Set<String> BROKEN_BY_MISSING =
            Set.of("assets_destroy", "cloudstorages_retrieve_content_v2", "cloudstorages_retrieve_preview");

    @Override
    public void generate(Operation operation, Samples samples, CheckPlan plan) {
        Run run = plan.run();
        if (operation.method().equals("GET") && operation.path().matches("/api/(\\w+|quality/reports)/\\{\\w+}")
                && operation.response(404).isPresent() && operation.response(400).isPresent()) {
            for (String value : VALUES) {
                plan.add(operation, Rule.ERROR_PATH_BOUNDS, "path: " + ParameterBoundsChecks.name(value),
                        "a path that fits nothing is refused", () -> refused(operation, samples, run, value));
            }
        } else if (isLookedUp(run.contract(), operation) && !BROKEN_BY_MISSING.contains(operation.id())
                && operation.parameters().stream().anyMatch(PathBoundsChecks::isNarrow)) {
            plan.add(operation, Rule.ERROR_PATH_BOUNDS, "path: " + NO_NUMBER, "a path that fits nothing is refused",
                    () -> unfit(operation, samples.caller(operation.id(), run).call(operation.id())));
        }
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

    /** Whether not every text fits: numbers, UUIDs, and what has a pattern. */
    private static boolean isNarrow(Parameter parameter) {
        Map<String, Object> schema = parameter.schema();
        return parameter.in().equals("path")
                && ("integer".equals(schema.get("type")) || schema.containsKey("format")
                        || schema.get("pattern") instanceof String pattern && !NO_NUMBER.matches(pattern));
    }

    private static void unfit(Operation operation, Call call) {
        operation.parameters().stream().filter(each -> each.in().equals("path")).forEach(each -> call.path(NO_NUMBER));
        Answer answer = (operation.requestBodies().isEmpty() ? call : call.json(Map.of())).send();
        answer.notBroken();
        if (answer.status() < 400) {
            throw answer.fail("expected 4xx");
        }
    }
}
