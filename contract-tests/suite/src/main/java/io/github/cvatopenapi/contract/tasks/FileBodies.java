package io.github.cvatopenapi.contract.tasks;

import io.github.cvatopenapi.contract.harness.generic.CheckPlan;
import io.github.cvatopenapi.contract.harness.http.Call;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import java.util.Map;
import java.util.function.Supplier;

/** Bodies that should bring a file and bring none. The document allows to name it in JSON, which no server takes. */
public final class FileBodies {

    private FileBodies() {
    }

    /**
     * The checks for an operation that takes a file.
     *
     * @param file the property that holds it
     * @param call a call that only lacks its body
     */
    public static void add(CheckPlan plan, String operation, String file, Supplier<Call> call) {
        plan.add(operation, Rule.ERROR_TYPE, "array", "a body that is no object is refused",
                () -> call.get().body("application/json", "[]").send().readableError());
        plan.add(operation, Rule.ERROR_INPUT, "text or number for a file", "what is no file is refused", () -> {
            call.get().json(Map.of(file, "archive.zip")).send().readableError();
            call.get().json(Map.of(file, 7)).send().readableError();
        });
        plan.add(operation, Rule.ERROR_INPUT, "form without its file", "a form without its file is refused",
                () -> call.get().field("comment", "no file").send().readableError());
    }
}
