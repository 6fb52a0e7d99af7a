package io.github.cvatopenapi.spec.bump;

import io.github.cvatopenapi.spec.bump.Change.Effect;
import io.github.cvatopenapi.spec.bump.Change.Kind;
import io.github.cvatopenapi.spec.bump.Change.Turn;
import io.github.cvatopenapi.spec.bump.Change.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;

/** Lays out what the comparison found. */
final class ChangesText {

    private static final int OPERATIONS_NAMED = 6;

    private final Style style;
    private final List<Change> changes;

    private ChangesText(Style style, List<Change> changes) {
        this.style = style;
        this.changes = changes;
    }

    static String of(Style style, List<Change> changes) {
        ChangesText text = new ChangesText(style, changes);
        return changes.isEmpty() ? style.paragraph("The documents say the same.") : text.summary() + text.breaking()
                + text.all();
    }

    static String word(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private String summary() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("", "added", "removed", "changed", "breaks senders", "breaks readers"));
        for (Kind kind : Kind.values()) {
            if (count(change -> change.kind() == kind) > 0) {
                rows.add(row(word(kind), change -> change.kind() == kind));
            }
        }
        rows.add(row("all", change -> true));
        return style.heading(2, "Changes on the wire") + style.table(rows);
    }

    private List<String> row(String name, Predicate<Change> which) {
        List<String> row = new ArrayList<>(List.of(name));
        for (Turn turn : Turn.values()) {
            row.add(String.valueOf(count(which.and(change -> change.turn() == turn))));
        }
        row.add(String.valueOf(count(which.and(change -> change.senders().isBreaking()))));
        row.add(String.valueOf(count(which.and(change -> change.readers().isBreaking()))));
        return row;
    }

    private long count(Predicate<Change> which) {
        return changes.stream().filter(which).count();
    }

    private String breaking() {
        return breaking("Breaks those who send", Change::senders) + breaking("Breaks those who read", Change::readers);
    }

    private String breaking(String heading, Function<Change, Verdict> side) {
        List<String> items = changes.stream().filter(change -> side.apply(change).isBreaking())
                .map(change -> name(change) + ": " + side.apply(change).reason() + operations(change)).toList();
        return items.isEmpty() ? "" : style.heading(2, heading) + style.list(items);
    }

    private String all() {
        StringBuilder text = new StringBuilder(style.heading(2, "All changes"));
        for (Kind kind : Kind.values()) {
            List<String> items = changes.stream().filter(change -> change.kind() == kind).map(change -> name(change)
                    + side("senders", change.senders()) + side("readers", change.readers()) + operations(change))
                    .toList();
            if (!items.isEmpty()) {
                text.append(style.heading(3, word(kind))).append(style.list(items));
            }
        }
        return text.toString();
    }

    private String name(Change change) {
        return word(change.turn()) + " " + style.code(change.where())
                + (change.detail().isEmpty() ? "" : " " + change.detail());
    }

    private static String side(String who, Verdict verdict) {
        return verdict.effect() == Effect.NOT_CONCERNED ? ""
                : "; " + who + ": " + (verdict.isBreaking() ? "breaking, " : "safe, ") + verdict.reason();
    }

    private static String operations(Change change) {
        List<String> ids = change.operations();
        if (ids.isEmpty() || ids.size() == 1 && change.where().startsWith(ids.get(0))) {
            return "";
        }
        String named = String.join(", ", ids.subList(0, Math.min(ids.size(), OPERATIONS_NAMED)));
        return " (" + named + (ids.size() > OPERATIONS_NAMED ? " and " + (ids.size() - OPERATIONS_NAMED) + " more" : "")
                + ")";
    }
}
