package io.github.cvatopenapi.embedded.http;

import io.github.cvatopenapi.spec.Operation;
import java.util.ArrayList;
import java.util.List;

/** The methods of a path, in the order in which the server names them. */
final class AllowedMethods {

    private static final List<String> USUAL = List.of("GET", "POST", "PUT", "PATCH", "DELETE");
    private static final List<String> WEBHOOKS = List.of("GET", "POST", "DELETE", "PATCH", "PUT");

    private AllowedMethods() {
    }

    /** The value of the header Allow for the operations of one path. */
    static String header(List<Operation> operations) {
        return String.join(", ", methods(operations));
    }

    static List<String> methods(List<Operation> operations) {
        boolean webhooks = operations.get(0).tag().equals("webhooks");
        List<String> methods = new ArrayList<>();
        (webhooks ? WEBHOOKS : USUAL).stream().filter(method -> has(operations, method)).forEach(methods::add);
        if (has(operations, "logout")) {
            methods.add(0, "GET");
        }
        if (!webhooks) {
            if (methods.contains("GET")) {
                methods.add("HEAD");
            }
            methods.add("OPTIONS");
        }
        return methods;
    }

    private static boolean has(List<Operation> operations, String method) {
        // the server names GET for logout, and answers it with 405
        return method.equals("logout") ? operations.get(0).id().equals("auth_create_logout")
                : operations.stream().anyMatch(operation -> operation.method().equals(method));
    }
}
