package io.github.cvatopenapi.spec.bump;

import io.github.cvatopenapi.spec.SpecException;
import io.github.cvatopenapi.spec.Trial;
import io.github.cvatopenapi.spec.Trial.Line;
import io.github.cvatopenapi.spec.Trial.Result;
import io.github.cvatopenapi.spec.bump.Decisions.Addition;
import io.github.cvatopenapi.spec.bump.Decisions.Replacement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * Fits overlays and ledgers to the new document: decided drops and targets, and prose, which follows by itself. One
 * entry that goes can take away what another is about, so they are tried again until nothing more is to be done.
 *
 * @param lines what became of every entry
 * @param edits the files of overlays and ledgers that are others now
 */
record Settlement(List<Line> lines, Edits edits) {

    private static final int MOST_ROUNDS = 20;

    /**
     * @param leaveOut whether to leave out what nobody has decided on, to see what else there is
     * @throws SpecException where a decision is about no entry, or drops one that fits
     */
    static Settlement of(Project project, Candidate candidate, Decisions decisions, boolean leaveOut)
            throws IOException {
        Path folder = Files.createTempDirectory("cvat-settle-");
        try {
            copy(project.root(), folder);
            return new Work(folder, candidate, decisions, leaveOut).run();
        } finally {
            Workspace.remove(folder);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Path spec = Path.of("spec");
        try (Stream<Path> files = Files.find(from.resolve(spec), 2, (file, attributes) -> attributes.isRegularFile()
                && (file.getParent().endsWith("overlays") || file.getFileName().toString().startsWith("deviations")))) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    /** One fitting, in a folder of its own. */
    private static final class Work {
        private final Path folder;
        private final Candidate candidate;
        private final Decisions decisions;
        private final boolean leaveOut;
        private final Map<String, Line> told = new LinkedHashMap<>();
        private final Set<String> dropped = new HashSet<>();
        private final Edits all = new Edits();

        Work(Path folder, Candidate candidate, Decisions decisions, boolean leaveOut) {
            this.folder = folder;
            this.candidate = candidate;
            this.decisions = decisions;
            this.leaveOut = leaveOut;
        }

        Settlement run() throws IOException {
            replace(trial());
            add();
            for (int round = 0; round < MOST_ROUNDS; round++) {
                List<Line> lines = trial();
                lines.forEach(this::tell);
                List<Line> due = lines.stream().filter(this::isDue).toList();
                if (due.isEmpty()) {
                    requireUseful();
                    return new Settlement(List.copyOf(told.values()), all);
                }
                due.stream().map(Line::id).forEach(dropped::add);
                change(due, Settlement::cut);
            }
            throw new SpecException("The entries that do not fit cannot be settled; " + told.size() + " were tried "
                    + MOST_ROUNDS + " times.");
        }

        private List<Line> trial() {
            return Trial.of(folder.resolve("spec"), candidate.document()).lines();
        }

        /** The first word on an entry stands, but for one that fitted until another went. */
        private void tell(Line line) {
            told.merge(line.file() + " " + line.id() + " " + line.target(), line, (before, now) ->
                    before.result() != Result.NO_MATCH && now.result() == Result.NO_MATCH ? now : before);
        }

        private boolean isDue(Line line) {
            if (decisions.drops().containsKey(line.id())) {
                return line.result() != Result.FITS || !decisions.drops().get(line.id()).isEmpty();
            }
            return line.result() == Result.NO_MATCH && (line.prose() || leaveOut);
        }

        private void requireUseful() {
            Set<String> known = new HashSet<>();
            told.values().forEach(line -> known.add(line.id()));
            for (String id : decisions.drops().keySet()) {
                if (!known.contains(id)) {
                    throw new SpecException("--drop-correction " + id
                            + ": there is no correction or deviation of that id.");
                }
                if (!dropped.contains(id)) {
                    throw new SpecException("--drop-correction " + id + ": it fits, so the bump does not drop it.");
                }
            }
        }

        private void replace(List<Line> lines) throws IOException {
            for (Replacement replacement : decisions.replacements()) {
                Line line = lines.stream().filter(each -> each.id().equals(replacement.id()) && !each.deviation())
                        .findFirst().orElseThrow(() -> new SpecException("The decision to replace the target of "
                                + replacement.id() + ": there is no entry of that id in the overlays."));
                change(List.of(line), (list, each) -> {
                    list.set(each.index(), "target", replacement.target());
                    list.set(each.index(), "x-matches", String.valueOf(replacement.matches()));
                });
            }
        }

        private void add() throws IOException {
            for (Addition addition : decisions.additions()) {
                Path path = Path.of("spec", "overlays", addition.overlay());
                if (!Files.exists(folder.resolve(path))) {
                    throw new SpecException("The decision to add to " + addition.overlay() + ": there is no such file.");
                }
                DumperOptions options = new DumperOptions();
                options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
                options.setWidth(120);
                Edits edits = new Edits();
                edits.write(path, Project.read(folder.resolve(path)).stripTrailing() + "\n"
                        + new Yaml(options).dump(List.of(addition.action())));
                edits.applyTo(folder);
                all.add(edits);
            }
        }

        private void change(List<Line> lines, Change change) throws IOException {
            Map<String, List<Line>> byFile = new LinkedHashMap<>();
            lines.forEach(line -> byFile.computeIfAbsent(line.file(), file -> new ArrayList<>()).add(line));
            Edits edits = new Edits();
            byFile.forEach((file, some) -> {
                boolean ledger = some.get(0).deviation();
                Path path = ledger ? Path.of("spec", file) : Path.of("spec", "overlays", file);
                YamlList list =
                        new YamlList(Project.read(folder.resolve(path)), ledger ? "deviations" : "actions");
                some.forEach(line -> change.of(list, line));
                if (list.isEmpty() && !ledger) {
                    edits.remove(path);
                } else {
                    edits.write(path, list.isEmpty() ? "deviations: []\n" : list.text());
                }
            });
            edits.applyTo(folder);
            all.add(edits);
        }
    }

    /** A change of one entry in the list it stands in. */
    private interface Change {
        void of(YamlList list, Line line);
    }

    /** Takes out of an entry what does not fit: a part, some of its nodes, or all of it. */
    private static void cut(YamlList list, Line line) {
        boolean gone = line.found() == 0 || !line.prose() && line.found() > line.expected();
        boolean counted = line.result() == Result.NO_MATCH && !line.deviation() && line.found() != line.expected();
        if (gone || line.absent().isEmpty() && !counted) {
            list.removeItem(line.index());
            return;
        }
        if (counted) {
            list.set(line.index(), "x-matches", String.valueOf(line.found()));
        }
        if (!line.absent().isEmpty()) {
            list.removeParts(line.index(), line.absent());
        }
    }
}
