package io.github.cvatopenapi.spec.bump;

import io.github.cvatopenapi.spec.Printable;
import io.github.cvatopenapi.spec.SpecException;
import java.util.Set;

/**
 * The command behind scripts/drift, which describes its arguments. Exit codes: 0 the documents say the same, 1 they
 * differ, 2 could not compare.
 */
public final class DriftMain {

    private DriftMain() {
    }

    public static void main(String[] args) {
        System.exit(run(args));
    }

    static int run(String[] args) {
        try {
            Arguments arguments = new Arguments(args, Set.of("--url", "--format"), Set.of());
            if (arguments.one("--url") == null) {
                throw new SpecException("Name the server by --url URL.");
            }
            String format = arguments.one("--format") == null ? "text" : arguments.one("--format");
            if (!Set.of("text", "markdown", "json").contains(format)) {
                throw new SpecException("--format is text, markdown or json.");
            }
            Source source = Source.server(arguments.one("--url"), System.getenv());
            Drift drift = Drift.compare(source.text(), source.name());
            System.out.print(Printable.of(format.equals("json") ? ReportJson.of(drift)
                    : text(format.equals("text") ? Style.CONSOLE : Style.MARKDOWN, drift)));
            return drift.changes().isEmpty() && drift.pinned().equals(drift.served()) ? 0 : 1;
        } catch (SpecException e) {
            System.err.println(Printable.of("drift: " + e.getMessage()));
            return 2;
        }
    }

    private static String text(Style style, Drift drift) {
        return style.heading(1, "CVAT %s pinned, %s served".formatted(drift.pinned(), drift.served())).stripLeading()
                + ChangesText.of(style, drift.changes());
    }
}
