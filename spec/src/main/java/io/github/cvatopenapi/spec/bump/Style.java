package io.github.cvatopenapi.spec.bump;

import java.util.List;
import java.util.stream.Collectors;

/** How a report is laid out: for a pull request, or for a terminal, where a long list is cut. */
enum Style {
    MARKDOWN, CONSOLE;

    private static final int SHOWN = 25;

    String heading(int level, String text) {
        return this == MARKDOWN ? "#".repeat(level) + " " + text + "\n\n"
                : (level < 3 ? "\n" + text + "\n" : "  " + text + "\n");
    }

    String paragraph(String text) {
        return text + (this == MARKDOWN ? "\n\n" : "\n");
    }

    String code(String text) {
        return this == MARKDOWN ? "`" + text.replace('`', '\'') + "`" : text;
    }

    String list(List<String> items) {
        if (items.isEmpty()) {
            return "";
        }
        if (this == MARKDOWN) {
            return items.stream().map(item -> "- " + item + "\n").collect(Collectors.joining()) + "\n";
        }
        String shown = items.stream().limit(SHOWN).map(item -> "  - " + item + "\n").collect(Collectors.joining());
        return items.size() > SHOWN ? shown
                + "  and %d more; --report DIR writes them all%n".formatted(items.size() - SHOWN) : shown;
    }

    /** @param rows the first is the head */
    String table(List<List<String>> rows) {
        if (this == MARKDOWN) {
            String rule = "|" + " --- |".repeat(rows.get(0).size()) + "\n";
            return row(rows.get(0)) + rule + rows.stream().skip(1).map(Style::row).collect(Collectors.joining()) + "\n";
        }
        return rows.stream().map(row -> {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                int at = column;
                int width = rows.stream().mapToInt(each -> each.get(at).length()).max().orElse(0);
                line.append("  ").append(row.get(column)).append(" ".repeat(width - row.get(column).length()));
            }
            return line.toString().stripTrailing() + "\n";
        }).collect(Collectors.joining());
    }

    private static String row(List<String> cells) {
        return cells.stream().map(cell -> " " + cell.replace("|", "\\|") + " ")
                .collect(Collectors.joining("|", "|", "|\n"));
    }
}
