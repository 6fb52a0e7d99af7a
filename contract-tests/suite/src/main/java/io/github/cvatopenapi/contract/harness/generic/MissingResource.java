package io.github.cvatopenapi.contract.harness.generic;

import io.github.cvatopenapi.contract.harness.http.Call;
import io.github.cvatopenapi.spec.Operation;
import io.github.cvatopenapi.spec.Parameter;
import java.util.Map;

/** Values that name nothing. With them even a call that gets through does no harm. */
final class MissingResource {

    /** Far beyond the ids that any instance has given out, and still one that a server can look up. */
    static final int ID = 2_000_000_001;

    private static final Map<String, Object> TEXTS = Map.of(
            "uuid", "00000000-0000-0000-0000-000000000000", "key", "no-such-key", "func_id", "no-such-function");

    private MissingResource() {
    }

    /** Fills the path with values that name nothing. */
    static Call in(Call call, Operation operation) {
        operation.parameters().stream().filter(each -> each.in().equals("path"))
                .forEach(each -> call.path(value(each)));
        return call;
    }

    /** The path with values that name nothing. */
    static String path(Operation operation) {
        String path = operation.path();
        for (Parameter parameter : operation.parameters()) {
            if (parameter.in().equals("path")) {
                path = path.replace("{" + parameter.name() + "}", String.valueOf(value(parameter)));
            }
        }
        return path;
    }

    private static Object value(Parameter parameter) {
        return "integer".equals(parameter.schema().get("type"))
                ? ID : TEXTS.getOrDefault(parameter.name(), "no-such-id");
    }
}
