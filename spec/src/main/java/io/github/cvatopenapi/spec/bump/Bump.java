package io.github.cvatopenapi.spec.bump;

import io.github.cvatopenapi.spec.Contract;
import io.github.cvatopenapi.spec.SpecException;
import io.github.cvatopenapi.spec.Trial;
import io.github.cvatopenapi.spec.Trial.Line;
import io.github.cvatopenapi.spec.bump.Report.Outcome;
import io.github.cvatopenapi.spec.bump.Report.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Takes the project from its pinned document to another one. Everything is done in a copy; the project is touched at
 * the very end, when nothing can fail any more.
 */
final class Bump {

    /**
     * @param root      the folder of the project
     * @param dryRun    whether to leave the project as it is
     * @param decisions which corrections and the like are to go or to be about another place
     * @param checks    the report.json of a run of the suite, or null
     * @param suite     whether to run the suite of the copy on the embedded instance of the copy
     */
    record Order(Path root, boolean dryRun, Decisions decisions, Path checks, boolean suite) {
    }

    /** Runs the build in the copy; returns whether it succeeded. */
    @FunctionalInterface
    interface Build {
        boolean run(Workspace workspace, String... arguments) throws IOException, InterruptedException;
    }

    private final Order order;
    private final Build build;
    private final Project project;
    private final Candidate candidate;
    private final Consumer<String> progress;
    private final List<Step> steps = new ArrayList<>();

    /**
     * @param build    how to build
     * @param progress is told each step as it begins
     * @throws SpecException where the document cannot be used
     */
    Bump(Order order, Source source, Build build, Consumer<String> progress) {
        this.order = order;
        this.build = build;
        this.progress = progress;
        this.project = Project.at(order.root());
        this.candidate = Candidate.read(source.text(), source.name());
        if (candidate.version().compareTo(project.apiVersion()) < 0) {
            throw new SpecException("%s is CVAT %s, older than the pinned %s."
                    .formatted(source.name(), candidate.version().text(), project.apiVersion().text()));
        }
    }

    /**
     * @param log where to keep what a build printed that failed
     * @throws SpecException where an id of an entry to drop is not one that may go
     */
    Report run(Path log) throws IOException, InterruptedException {
        List<Change> changes = Comparer.compare(Contract.of(project.pinned()), candidate.contract());
        boolean sameVersion = candidate.version().compareTo(project.apiVersion()) == 0;
        boolean unchanged = sameVersion && (changes.isEmpty() || candidate.text().equals(project.pinnedText()));
        Report report = new Report(project.apiVersion().text(), candidate.version().text(), project.version(),
                unchanged ? project.version() : project.versionFor(candidate), Outcome.DRY_RUN, "", changes,
                List.of(), order.decisions(), List.of(), null, null, unchecked(), steps);
        if (unchanged) {
            return report.settled(Trial.of(project.spec(), candidate.document()).lines()).ended(Outcome.UNCHANGED, "");
        }
        Settlement settlement = Settlement.of(project, candidate, order.decisions(), order.dryRun());
        report = report.settled(settlement.lines());
        if (!report.open().isEmpty()) {
            report = stops(report, report.open().stream().map(Line::id).collect(Collectors.joining(", ", "",
                    " no longer match; for each, correct the target or say --drop-correction.")));
        }
        return report.outcome() == Outcome.STOPPED ? report : build(report, settlement, log);
    }

    private Unchecked unchecked() {
        return order.checks() == null ? Unchecked.unknown("there is no report of scripts/conformance yet")
                : Unchecked.of(candidate.contract(), order.checks());
    }

    private Report build(Report settled, Settlement settlement, Path log) throws IOException, InterruptedException {
        Report report = settled;
        Edits edits = Plan.of(project, candidate);
        edits.add(settlement.edits());
        try (Workspace workspace = step("copy the project", () -> Workspace.copyOf(project.root()))) {
            Optional<Path> old = OldJar.find(project, workspace, build, this::step);
            edits.applyTo(workspace.root());
            List<String> problems = new ArrayList<>(Trial
                    .of(workspace.root().resolve("spec"), candidate.document()).generatorProblems());
            problems.addAll(Accessors.problems(workspace.root(), candidate));
            if (!problems.isEmpty()) {
                return stops(report.wrong(problems),
                        "the generator gets %d forms wrong; the report says what to write.".formatted(problems.size()));
            }
            boolean built = step("generate, compile and test", () -> build.run(workspace, "-pl", "spec,generated", "-am",
                    "package", "-Dapi.listing=write", "-Dmaven.javadoc.skip=true", "-Dmaven.source.skip=true",
                    "-Dmaven.test.failure.ignore=true"));
            if (!built || !failed(workspace).isEmpty()) {
                Files.copy(workspace.log(), log, StandardCopyOption.REPLACE_EXISTING);
                return stops(report, "the build failed: " + BuildLog.firstError(log, workspace.root()));
            }
            Project copy = Project.at(workspace.root());
            List<ApiChange> api = old.isEmpty() ? null : step("compare the jars",
                    () -> ApiChange.between(old.get(), project.version(), copy.jar(), copy.version()));
            if (order.suite() && Suite.isIn(workspace.root())) {
                List<Change> changes = report.changes();
                report = report.following(step("run the suite on the embedded instance",
                        () -> Suite.run(workspace, build, changes)));
            }
            if (!order.dryRun()) {
                step("put everything in place", () -> Swap.of(project, copy, edits));
                return report.built(api).ended(Outcome.DONE, "");
            }
            return report.built(api);
        }
    }

    /** The tests that failed and need not pass by no decision. */
    private List<String> failed(Workspace workspace) throws IOException {
        return !Files.exists(workspace.log()) ? List.of() : BuildLog.failedTests(workspace.log()).stream()
                .filter(test -> !order.decisions().accepted().containsKey(test)).toList();
    }

    /** A dry run goes on to see what else there is, and says what would have stopped it. */
    private Report stops(Report report, String reason) {
        String all = report.reason().isEmpty() ? reason : report.reason() + " Then " + reason;
        return report.ended(order.dryRun() ? Outcome.DRY_RUN : Outcome.STOPPED, all);
    }

    @FunctionalInterface
    interface Work<T> {
        T run() throws IOException, InterruptedException;
    }

    private <T> T step(String name, Work<T> work) throws IOException, InterruptedException {
        progress.accept(name);
        long start = System.nanoTime();
        T result = work.run();
        steps.add(new Step(name, (System.nanoTime() - start) / 1_000_000));
        return result;
    }
}
