package io.github.cvatopenapi.spec.bump;

import io.github.cvatopenapi.spec.Contract;
import io.github.cvatopenapi.spec.SpecException;
import io.github.cvatopenapi.spec.Trial;
import io.github.cvatopenapi.spec.Trial.Line;
import io.github.cvatopenapi.spec.Trial.Result;
import io.github.cvatopenapi.spec.bump.Report.Outcome;
import io.github.cvatopenapi.spec.bump.Report.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Takes the project from its pinned document to another one. Everything is done in a copy; the project is touched at
 * the very end, when nothing can fail any more.
 */
final class Bump {

    /**
     * @param root   the folder of the project
     * @param dryRun whether to leave the project as it is
     * @param drops  ids of corrections and the like that are to go
     * @param checks the report.json of a run of the suite, or null
     */
    record Order(Path root, boolean dryRun, Set<String> drops, Path checks) {
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
        Trial trial = Trial.of(project.spec(), candidate.document());
        Report report = new Report(project.apiVersion().text(), candidate.version().text(), project.version(),
                unchanged ? project.version() : project.versionFor(candidate), Outcome.DRY_RUN, "", changes,
                trial.lines(),
                order.drops(), List.of(), null, unchecked(), steps);
        if (unchanged) {
            return report.ended(Outcome.UNCHANGED, "");
        }
        requireDroppable(trial);
        if (!report.open().isEmpty()) {
            return order.dryRun() ? report : report.ended(Outcome.STOPPED, report.open().stream().map(Line::id)
                    .collect(Collectors.joining(", ", "",
                            " no longer match; for each, correct the target or say --drop-correction.")));
        }
        return build(report, trial, log);
    }

    private Unchecked unchecked() {
        return order.checks() == null ? Unchecked.unknown("there is no report of scripts/conformance yet")
                : Unchecked.of(candidate.contract(), order.checks());
    }

    private void requireDroppable(Trial trial) {
        for (String id : order.drops()) {
            List<Line> named = trial.lines().stream().filter(line -> line.id().equals(id)).toList();
            if (named.isEmpty()) {
                throw new SpecException("--drop-correction " + id
                        + ": there is no correction or deviation of that id.");
            }
            if (named.stream().allMatch(line -> line.result() == Result.FITS)) {
                throw new SpecException("--drop-correction " + id + ": it fits, so the bump does not drop it.");
            }
        }
    }

    private Report build(Report report, Trial trial, Path log) throws IOException, InterruptedException {
        Edits edits = Plan.of(project, candidate, trial, order.drops());
        try (Workspace workspace = step("copy the project", () -> Workspace.copyOf(project.root()))) {
            Optional<Path> old = OldJar.find(project, workspace, build, this::step);
            edits.applyTo(workspace.root());
            List<String> problems = Trial.of(workspace.root().resolve("spec"), candidate.document())
                    .generatorProblems();
            if (!problems.isEmpty()) {
                return stopped(report, problems);
            }
            if (!step("generate, compile and test", () -> build.run(workspace, "-pl", "spec,generated", "-am", "package",
                    "-Dapi.listing=write", "-Dmaven.javadoc.skip=true", "-Dmaven.source.skip=true"))) {
                Files.copy(workspace.log(), log, StandardCopyOption.REPLACE_EXISTING);
                return report.ended(Outcome.STOPPED, "the build failed: " + BuildLog.firstError(log, workspace.root()));
            }
            Project built = Project.at(workspace.root());
            List<ApiChange> api = old.isEmpty() ? null : step("compare the jars",
                    () -> ApiChange.between(old.get(), project.version(), built.jar(), built.version()));
            if (!order.dryRun()) {
                step("put everything in place", () -> Swap.of(project, built, edits));
            }
            return report.built(api).ended(order.dryRun() ? Outcome.DRY_RUN : Outcome.DONE, "");
        }
    }

    private Report stopped(Report report, List<String> problems) {
        Report told = new Report(report.from(), report.to(), report.version(), report.next(), Outcome.DRY_RUN, "",
                report.changes(), report.entries(), report.drops(), problems, null, report.unchecked(), steps);
        return order.dryRun() ? told : told.ended(Outcome.STOPPED,
                "the generator would get %d forms wrong in silence; say in spec/overlays/generator.yaml "
                        + "what the client shall have instead."
                        .formatted(problems.size()));
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
