package io.github.cvatopenapi.contract.harness.upgrade;

import com.google.gson.JsonParseException;
import io.github.cvatopenapi.contract.harness.http.JsonTrees;
import io.github.cvatopenapi.contract.harness.report.ReportFiles;
import io.github.cvatopenapi.contract.harness.settings.CouldNotRun;
import io.github.cvatopenapi.spec.Trees;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** A report that a run has written, read again. */
final class SavedReport {

    private final Map<String, Object> tree;
    private final Map<String, Map<String, Object>> checks = new LinkedHashMap<>();

    private SavedReport(Map<String, Object> tree) {
        this.tree = tree;
        Trees.list(tree.get("checks")).stream().map(Trees::object).forEach(check -> checks.put(key(check), check));
    }

    /**
     * Reads {@code report.json}, compressed by gzip or not.
     *
     * @throws CouldNotRun where it is no report
     */
    static SavedReport read(Path file) {
        try (InputStream in = open(file)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Map<String, Object> tree = Trees.object(JsonTrees.read(text));
            if (!Long.valueOf(ReportFiles.FORMAT).equals(tree.get("format"))) {
                throw new CouldNotRun(file + " is no report.json of this suite, or of another version of it.");
            }
            return new SavedReport(tree);
        } catch (IOException | JsonParseException e) {
            throw new CouldNotRun("The report " + file
                    + " cannot be read; give a report.json that a run has written, as it is or compressed by gzip.", e);
        }
    }

    private static InputStream open(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file));
        in.mark(2);
        boolean compressed = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        return compressed ? new GZIPInputStream(in) : in;
    }

    /** What makes a check the same one in two reports. */
    static String key(Map<String, Object> check) {
        return check.get("operation") + " " + check.get("rule")
                + (check.containsKey("case") ? " [" + check.get("case") + "]" : "") + ", " + check.get("behaviour");
    }

    /** The checks by their keys. */
    Map<String, Map<String, Object>> checks() {
        return checks;
    }

    /** The version of the server. */
    String version() {
        return String.valueOf(Trees.at(tree, "server", "version"));
    }

    /** Such as {@code CVAT 2.58.1}. */
    String name() {
        return "CVAT " + version();
    }

    /** The version of the contract that the server was held to, which the client's jar is made from. */
    String contract() {
        return String.valueOf(tree.get("contract"));
    }

    /** Who ran where and when, in one line. */
    String title() {
        return name() + " at " + Trees.at(tree, "server", "url") + ", run " + tree.get("run") + " of "
                + tree.get("started");
    }

    /** Where it is from, as data. */
    Map<String, Object> head() {
        Map<String, Object> head = new LinkedHashMap<>();
        List.of("server", "contract", "run", "started", "sentence").forEach(name -> head.put(name, tree.get(name)));
        return head;
    }
}
