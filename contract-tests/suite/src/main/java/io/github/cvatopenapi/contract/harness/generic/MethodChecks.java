package io.github.cvatopenapi.contract.harness.generic;

import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.http.Call;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Run;
import io.github.cvatopenapi.spec.Operation;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.opentest4j.TestAbortedException;

/** Methods that a path does not declare. Each is the business of the first operation of the path. */
final class MethodChecks implements GenericChecks.Generator {

    /** Lists of which it is not known what OPTIONS and HEAD do. */
    private static final Set<String> UNKNOWN = Set.of("quality_list_conflicts", "requests_list");

    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");

    @Override
    public void generate(Operation operation, Samples samples, CheckPlan plan) {
        List<Operation> path = plan.run().contract().find(MissingResource.path(operation));
        if (!path.get(0).equals(operation)) {
            return;
        }
        Set<String> declared = path.stream().map(Operation::method).collect(Collectors.toCollection(TreeSet::new));
        for (String method : METHODS) {
            if (!declared.contains(method)) {
                plan.add(operation, Rule.ERROR_METHOD, method, method + " is not allowed",
                        () -> notAllowed(plan.run(), samples, operation, method, declared));
            }
        }
        if (operation.paged() && !operation.path().contains("{") && !UNKNOWN.contains(operation.id())) {
            plan.add(operation, Rule.HEADER_ALLOW, "OPTIONS", "OPTIONS tells the methods of the path",
                    () -> allows(samples.caller(operation.id(), plan.run()).call("OPTIONS", operation.path()).send()
                            .notBroken(), declared));
            plan.add(operation, Rule.ERROR_METHOD, "HEAD", "HEAD does not break",
                    () -> samples.caller(operation.id(), plan.run()).call("HEAD", operation.path()).send().notBroken());
        }
    }

    private static void notAllowed(Run run, Samples samples, Operation operation, String method, Set<String> declared) {
        boolean collection = !operation.path().contains("{");
        if (collection && method.equals("DELETE") && !run.serverVersion().equals(run.contract().version())) {
            throw new TestAbortedException("a server of another version might delete a whole collection");
        }
        Call call = collection ? samples.caller(operation.id(), run).call(method, operation.path())
                : run.administrator().call(method, samples.find(operation.id()).map(sample -> sample.target(run))
                        .orElseGet(() -> MissingResource.path(operation)));
        Answer answer = (method.equals("GET") || method.equals("DELETE") ? call : call.json(Map.of())).expect(405);
        allows(answer, declared);
    }

    private static void allows(Answer answer, Set<String> declared) {
        String allow = answer.header("Allow");
        if (allow == null || !Arrays.stream(allow.split(",")).map(String::strip).collect(Collectors.toSet())
                .containsAll(declared)) {
            throw answer.fail("Allow is " + allow + ", expected at least " + String.join(", ", declared));
        }
    }
}
