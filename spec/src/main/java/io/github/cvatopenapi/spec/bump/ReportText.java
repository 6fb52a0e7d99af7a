package io.github.cvatopenapi.spec.bump;

import io.github.cvatopenapi.spec.Trial.Line;
import io.github.cvatopenapi.spec.Trial.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Lays out the account of a bump. */
final class ReportText {

    private final Style style;
    private final Report report;

    private ReportText(Style style, Report report) {
        this.style = style;
        this.report = report;
    }

    static String of(Style style, Report report) {
        ReportText text = new ReportText(style, report);
        return text.head() + ChangesText.of(style, report.changes()) + text.entries() + text.generator() + text.api()
                + text.following()
                + text.unchecked() + text.steps();
    }

    private String head() {
        String ending = switch (report.outcome()) {
            case UNCHANGED -> "This is the pinned document; nothing was changed.";
            case DRY_RUN -> "A dry run; nothing was changed. " + (report.reason().isEmpty()
                    ? "Nothing stops the bump." : "The bump would stop: " + report.reason());
            case STOPPED -> "Stopped, nothing was changed: " + report.reason();
            case DONE -> "Done: the artifacts are " + report.next() + " now.";
        };
        return style.heading(1, "CVAT %s -> %s".formatted(report.from(), report.to())).stripLeading()
                + style.paragraph(ending);
    }

    private String entries() {
        if (report.entries().isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder(style.heading(2, "Corrections and deviations"));
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("", "fit", "no longer needed", "no longer match"));
        for (String file : report.entries().stream().map(Line::file).distinct().toList()) {
            rows.add(List.of(file, count(file, Result.FITS), count(file, Result.NOT_NEEDED),
                    count(file, Result.NO_MATCH)));
        }
        text.append(style.table(rows));
        text.append(section("To be decided: no longer match", report.open()::contains));
        text.append(section("Dropped", line -> report.decisions().drops().containsKey(line.id())));
        text.append(replaced());
        text.append(section("Prose that goes with what it describes",
                line -> proseThatDoesNotFit(line) && (line.found() == 0 || line.found() == line.expected())));
        text.append(section("Prose that is for more or fewer places now; read whether it is right in each",
                line -> proseThatDoesNotFit(line) && line.found() > 0 && line.found() != line.expected()));
        text.append(section("No longer needed", line -> line.result() == Result.NOT_NEEDED && !line.deviation()
                && !report.decisions().drops().containsKey(line.id())));
        text.append(section("Deviations that the new version was seen without", line -> line.deviation()
                && line.result() == Result.NOT_NEEDED && !report.decisions().drops().containsKey(line.id())));
        if (!report.open().isEmpty()) {
            text.append(style.paragraph(
                    "For each of the first: correct its target, or drop it with --drop-correction ID; or say so in a "
                            + "file for --decisions."));
        }
        return text.toString();
    }

    private String count(String file, Result result) {
        return String.valueOf(report.entries().stream()
                .filter(line -> line.file().equals(file) && line.result() == result).count());
    }

    private String section(String heading, Predicate<Line> which) {
        List<String> items = report.entries().stream().filter(which)
                .map(line -> "%s (%s): target %s %s%s".formatted(style.code(line.id()), line.file(),
                        style.code(line.target()), line.detail(), reason(line)))
                .toList();
        return items.isEmpty() ? "" : style.heading(3, heading) + style.list(items);
    }

    private String reason(Line line) {
        String reason = report.decisions().drops().getOrDefault(line.id(), "");
        return reason.isEmpty() ? "" : "; " + reason;
    }

    private static boolean proseThatDoesNotFit(Line line) {
        return line.prose() && line.result() == Result.NO_MATCH;
    }

    private String replaced() {
        List<String> items = report.decisions().replacements().stream().map(each -> "%s: target %s, %d nodes; %s"
                .formatted(style.code(each.id()), style.code(each.target()), each.matches(), each.reason())).toList();
        return items.isEmpty() ? "" : style.heading(3, "About another place now") + style.list(items);
    }

    private String generator() {
        return report.generator().isEmpty() ? "" : style.heading(2, "Forms that the generator gets wrong")
                + style.list(report.generator());
    }

    private String api() {
        if (report.api() == null) {
            return report.outcome() == Report.Outcome.DONE ? style.heading(2, "Java API of the client")
                    + style.paragraph("Not compared: there was no jar of before, and it could not be built.") : "";
        }
        List<String> items = report.api().stream().map(change -> change.turn() + " " + style.code(change.type()
                + (change.member().isEmpty() ? "" : " " + change.member())) + compatibility(change)).toList();
        return style.heading(2, "Java API of the client")
                + (items.isEmpty() ? style.paragraph("No change.") : style.list(items));
    }

    private String following() {
        if (report.following() == null) {
            return "";
        }
        return style.heading(2, "What the embedded instance and the checks do not follow yet")
                + (report.following().isEmpty() ? style.paragraph("Nothing.") : style.list(report.following()));
    }

    private static String compatibility(ApiChange change) {
        return change.breaking() ? "; breaks "
                + (change.source() ? "compiled code" : change.binary() ? "source" : "source and compiled code")
                : "";
    }

    private String unchecked() {
        Unchecked unchecked = report.unchecked();
        if (!unchecked.unknown().isEmpty()) {
            return style.heading(2, "Without checks") + style.paragraph("Not known: " + unchecked.unknown() + ".");
        }
        return style.heading(2, "Without checks") + unchecked("operations", unchecked.operations())
                + unchecked("parameters", unchecked.parameters())
                + unchecked("declared statuses", unchecked.statuses());
    }

    private String unchecked(String what, List<String> names) {
        return names.isEmpty() ? style.paragraph("No " + what + ".")
                : style.heading(3, names.size() + " " + what) + style.list(names.stream().map(style::code).toList());
    }

    private String steps() {
        List<String> items = report.steps().stream()
                .map(step -> String.format(Locale.ROOT, "%s, %.1f s", step.name(), step.millis() / 1000.0)).toList();
        return items.isEmpty() ? "" : style.heading(2, "Steps") + style.list(items);
    }
}
