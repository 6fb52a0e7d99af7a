package io.github.cvatopenapi.spec.bump;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import io.github.cvatopenapi.spec.Contract;
import io.github.cvatopenapi.spec.Operation;
import io.github.cvatopenapi.spec.Response;
import io.github.cvatopenapi.spec.SpecException;
import io.github.cvatopenapi.spec.Trees;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a contract has and the suite does not check.
 *
 * @param unknown    why it cannot be said; empty where it can
 * @param operations ids of operations without any check
 * @param parameters as {@code id in name}
 * @param statuses   declared ones, as {@code id status}
 */
record Unchecked(String unknown, List<String> operations, List<String> parameters, List<String> statuses) {

    static Unchecked unknown(String reason) {
        return new Unchecked(reason, List.of(), List.of(), List.of());
    }

    /**
     * @param file the suite's list of checks: {@code {"checks": [{"operation": id, "parameters": ["query page"],
     *             "statuses": [200]}]}}
     */
    static Unchecked of(Contract contract, Path file) {
        Object list;
        try {
            list = new Gson().fromJson(Project.read(file), Object.class);
        } catch (JsonParseException e) {
            throw new SpecException(file + " is not the suite's list of checks.", e);
        }
        Set<String> checked = new HashSet<>();
        for (Object node : Trees.list(Trees.at(list, "checks"))) {
            Map<String, Object> check = Trees.object(node);
            String operation = String.valueOf(check.get("operation"));
            checked.add(operation);
            Trees.list(check.get("parameters")).forEach(parameter -> checked.add(operation + " " + parameter));
            Trees.list(check.get("statuses")).forEach(status -> checked.add(operation + " " + ((Number) status).intValue()));
        }
        List<String> operations = new ArrayList<>();
        List<String> parameters = new ArrayList<>();
        List<String> statuses = new ArrayList<>();
        for (Operation operation : contract.operations()) {
            if (!checked.contains(operation.id())) {
                operations.add(operation.id());
                continue;
            }
            operation.parameters().stream().map(each -> operation.id() + " " + each.in() + " " + each.name())
                    .filter(name -> !checked.contains(name)).forEach(parameters::add);
            operation.responses().stream().filter(Response::declared).map(each -> operation.id() + " " + each.status())
                    .filter(name -> !checked.contains(name)).forEach(statuses::add);
        }
        return new Unchecked("", List.copyOf(operations), List.copyOf(parameters), List.copyOf(statuses));
    }
}
