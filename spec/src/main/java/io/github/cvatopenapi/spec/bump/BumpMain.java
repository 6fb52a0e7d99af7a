package io.github.cvatopenapi.spec.bump;

import io.github.cvatopenapi.spec.SpecException;
import io.github.cvatopenapi.spec.bump.Report.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The command behind scripts/bump-spec, which describes its arguments. Exit codes: 0 done, or the report of a dry run is
 * made; 1 stopped, with the reason; 2 bad input.
 */
public final class BumpMain {

    private static final Set<String> VALUED =
            Set.of("--root", "--from", "--from-server", "--drop-correction", "--report", "--checks");

    private BumpMain() {
    }

    public static void main(String[] args) {
        System.exit(run(args));
    }

    static int run(String[] args) {
        Arguments arguments;
        Bump bump;
        Path log;
        try {
            arguments = new Arguments(args, VALUED, Set.of("--dry-run"));
            if ((arguments.one("--from") == null) == (arguments.one("--from-server") == null)) {
                throw new SpecException("Name the document by --from FILE or by --from-server URL.");
            }
            Source source = arguments.one("--from") != null ? Source.file(Path.of(arguments.one("--from")))
                    : Source.server(arguments.one("--from-server"), System.getenv());
            log = log(arguments.one("--report"));
            Path root = Path.of(arguments.one("--root")).toAbsolutePath().normalize();
            bump = new Bump(new Bump.Order(root, arguments.has("--dry-run"),
                    new LinkedHashSet<>(arguments.all("--drop-correction")), checks(arguments.one("--checks"), root)), source, Workspace::maven, log, step -> System.err.println(step + " ..."));
        } catch (SpecException | IOException e) {
            return complain(e, 2);
        }
        try {
            Report report = bump.run();
            System.out.print(ReportText.of(Style.CONSOLE, report));
            if (arguments.one("--report") != null) {
                Path folder = Path.of(arguments.one("--report"));
                Files.writeString(folder.resolve("report.md"), ReportText.of(Style.MARKDOWN, report), StandardCharsets.UTF_8);
                Files.writeString(folder.resolve("report.json"), ReportJson.of(report), StandardCharsets.UTF_8);
            }
            if (report.outcome() != Outcome.STOPPED) {
                Files.deleteIfExists(log);
                return 0;
            }
            System.err.println("bump-spec: stopped, nothing was changed: " + report.reason());
            return 1;
        } catch (SpecException e) {
            return complain(e, 2);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return complain(e, 1);
        } catch (IOException | RuntimeException e) {
            return complain(e, 1);
        }
    }

    /** The report named, or the one that scripts/conformance left. */
    private static Path checks(String named, Path root) {
        Path left = root.resolve("target/conformance/report.json");
        return named != null ? Path.of(named) : Files.exists(left) ? left : null;
    }

    private static Path log(String reports) throws IOException {
        if (reports == null) {
            return Files.createTempFile("cvat-bump-", ".log");
        }
        return Files.createDirectories(Path.of(reports)).resolve("build.log");
    }

    private static int complain(Exception e, int code) {
        System.err.println("bump-spec: " + (e instanceof SpecException ? e.getMessage()
                : "nothing was changed: " + e + (e.getStackTrace().length == 0 ? "" : " at " + e.getStackTrace()[0])));
        return code;
    }
}
