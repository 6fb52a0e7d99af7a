package io.github.cvatopenapi.spec.bump;

import io.github.cvatopenapi.spec.Printable;
import io.github.cvatopenapi.spec.SpecException;
import io.github.cvatopenapi.spec.bump.Report.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/**
 * The command behind scripts/bump-spec, which describes its arguments. Exit codes: 0 done, or the report of a dry run
 * is made; 1 stopped, with the reason; 2 bad input.
 */
public final class BumpMain {

    private static final Set<String> VALUED =
            Set.of("--root", "--from", "--from-server", "--drop-correction", "--decisions", "--report", "--checks");

    private BumpMain() {
    }

    public static void main(String[] args) {
        System.exit(run(args));
    }

    static int run(String[] args) {
        try {
            Arguments arguments = new Arguments(args, VALUED, Set.of("--dry-run", "--without-suite"));
            if ((arguments.one("--from") == null) == (arguments.one("--from-server") == null)) {
                throw new SpecException("Name the document by --from FILE or by --from-server URL.");
            }
            Source source = arguments.one("--from") != null ? Source.file(Path.of(arguments.one("--from")))
                    : Source.server(arguments.one("--from-server"), System.getenv());
            Path root = Path.of(arguments.one("--root")).toAbsolutePath().normalize();
            Bump.Order order = new Bump.Order(root, arguments.has("--dry-run"),
                    decisions(arguments), checks(arguments.one("--checks"), root),
                    !arguments.has("--without-suite"));
            return finish(new Bump(order, source, Workspace::maven, step -> System.err.println(step + " ...")),
                    arguments.one("--report"));
        } catch (SpecException e) {
            return complain(e, 2);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            System.err.println("bump-spec: interrupted, nothing was changed.");
            return 1;
        } catch (IOException | RuntimeException e) {
            return complain(e, 1);
        }
    }

    private static int finish(Bump bump, String reports) throws IOException, InterruptedException {
        Path folder = reports == null ? null : Files.createDirectories(Path.of(reports));
        Path log = folder == null ? Path.of(System.getProperty("java.io.tmpdir"), "cvat-bump.log")
                : folder.resolve("build.log");
        Files.deleteIfExists(log);
        Report report = bump.run(log);
        System.out.print(Printable.of(ReportText.of(Style.CONSOLE, report)));
        if (folder != null) {
            Files.writeString(folder.resolve("report.md"), ReportText.of(Style.MARKDOWN, report),
                    StandardCharsets.UTF_8);
            Files.writeString(folder.resolve("report.json"), ReportJson.of(report), StandardCharsets.UTF_8);
        }
        if (report.outcome() == Outcome.STOPPED) {
            System.err.println(Printable.of("bump-spec: stopped, nothing was changed: " + report.reason()));
            return 1;
        }
        return 0;
    }

    private static Decisions decisions(Arguments arguments) {
        Decisions decisions = Decisions.drop(arguments.all("--drop-correction"));
        for (String file : arguments.all("--decisions")) {
            decisions = Decisions.read(Path.of(file)).and(decisions);
        }
        return decisions;
    }

    /** The report named, or the one that scripts/conformance left. */
    private static Path checks(String named, Path root) {
        Path left = root.resolve("target/conformance/report.json");
        return named != null ? Path.of(named) : Files.exists(left) ? left : null;
    }

    private static int complain(Exception e, int code) {
        String place = e.getStackTrace().length == 0 ? "" : " at " + e.getStackTrace()[0];
        System.err.println(Printable.of("bump-spec: " + (e instanceof SpecException ? e.getMessage()
                : "nothing was changed: " + e + place)));
        return code;
    }
}
