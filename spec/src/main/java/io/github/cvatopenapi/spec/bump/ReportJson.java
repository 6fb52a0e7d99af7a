package io.github.cvatopenapi.spec.bump;

import com.google.gson.GsonBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The account of a bump, or of drift, for programs. The form is described in spec/examples/README.md. */
final class ReportJson {

    private static final int FORM = 1;

    private ReportJson() {
    }

    static String of(Report report) {
        Map<String, Object> json = head(report.from(), report.to());
        json.put("version", report.version());
        json.put("next", report.next());
        json.put("outcome", word(report.outcome()));
        json.put("reason", report.reason());
        json.put("changes", report.changes().stream().map(ReportJson::change).toList());
        json.put("entries", report.entries().stream().map(line -> {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("file", line.file());
            entry.put("id", line.id());
            entry.put("target", line.target());
            entry.put("result", word(line.result()));
            entry.put("detail", line.detail());
            entry.put("dropped", report.decisions().drops().containsKey(line.id()));
            return entry;
        }).toList());
        json.put("generator", report.generator());
        json.put("api", report.api());
        json.put("following", report.following());
        json.put("unchecked", report.unchecked());
        json.put("steps", report.steps());
        return text(json);
    }

    static String of(Drift drift) {
        Map<String, Object> json = head(drift.pinned(), drift.served());
        json.put("changes", drift.changes().stream().map(ReportJson::change).toList());
        return text(json);
    }

    private static Map<String, Object> head(String from, String to) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("form", FORM);
        json.put("from", from);
        json.put("to", to);
        return json;
    }

    private static Map<String, Object> change(Change change) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", word(change.kind()));
        json.put("turn", word(change.turn()));
        json.put("where", change.where());
        json.put("detail", change.detail());
        json.put("senders", verdict(change.senders()));
        json.put("readers", verdict(change.readers()));
        json.put("operations", List.copyOf(change.operations()));
        return json;
    }

    private static Map<String, Object> verdict(Change.Verdict verdict) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("effect", word(verdict.effect()));
        json.put("reason", verdict.reason());
        return json;
    }

    private static String word(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String text(Object json) {
        return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().serializeNulls().create().toJson(json)
                + "\n";
    }
}
