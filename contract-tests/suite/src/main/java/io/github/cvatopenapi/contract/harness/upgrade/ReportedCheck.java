package io.github.cvatopenapi.contract.harness.upgrade;

import io.github.cvatopenapi.spec.Trees;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a server did in a check, as far as its report tells.
 *
 * @param check the check, as the report has it
 */
record ReportedCheck(Map<String, Object> check) {

    private static final Set<String> SILENT = Set.of("skipped", "error");

    /** Why nothing is told; empty where something is. */
    String silence() {
        return SILENT.contains(String.valueOf(check.get("verdict"))) ? reason() : "";
    }

    String reason() {
        return String.valueOf(check.getOrDefault("reason", ""));
    }

    /** The last exchange that is kept; empty where none is. */
    Map<String, Object> exchange() {
        List<Object> evidence = Trees.list(check.get("evidence"));
        return evidence.isEmpty() ? Map.of() : Trees.object(evidence.get(evidence.size() - 1));
    }

    /** The path and query of the last exchange, out of its command line; empty where none is kept. */
    String target() {
        String line = String.valueOf(exchange().get("request"));
        int server = line.lastIndexOf("://");
        int path = server < 0 ? -1 : line.indexOf('/', server + "://".length());
        return path < 0 || !line.endsWith("'") ? "" : line.substring(path, line.length() - 1).replace("'\\''", "'");
    }

    /** The last status; 0 where none is kept. */
    int status() {
        return exchange().get("status") instanceof Number status ? status.intValue() : 0;
    }

    /** A header of the last answer; empty where it has none or is not kept. */
    String header(String name) {
        return String.valueOf(Trees.object(exchange().get("headers")).getOrDefault(name, ""));
    }

    /** The media type of the last answer, without parameters. */
    String mediaType() {
        return header("content-type").replaceFirst(";.*", "").strip();
    }

    /** In one sentence. */
    String sentence() {
        return !reason().isEmpty() ? reason()
                : status() == 0 ? "as the contract asks" : "answered " + status() + ", as the contract asks";
    }
}
