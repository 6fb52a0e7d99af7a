package io.github.cvatopenapi.spec;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tries every overlay and every entry of the ledger on a document other than the one they were written for. */
public final class Trial {

    /** How an entry stands to the document. */
    public enum Result {
        /** It still says something true and new. */
        FITS,
        /** The document says by itself what the entry makes it say, or its version was looked at and has it no more. */
        NOT_NEEDED,
        /** What it is about is not there any more, or not as often as stated. */
        NO_MATCH
    }

    /**
     * What became of one entry.
     *
     * @param file   the overlay or ledger it stands in
     * @param index  its place in the list of that file
     * @param id     names it
     * @param target what it is about
     * @param result how it stands to the document
     * @param detail why it does not fit, as a clause; empty where it fits
     * @param absent the parts of the entry that are to blame, as ways into it; empty where it is the whole
     * @param found  how many nodes its target selects, or operations it names that are there
     * @param expected how many it should
     */
    public record Line(String file, int index, String id, String target, Result result, String detail,
                       Set<List<String>> absent, int found, int expected) {

        /** Whether it only describes, so that nothing is lost with it when its node is gone. */
        public boolean prose() {
            return file.startsWith("prose-");
        }

        /** Whether it stands in a ledger of deviations. */
        public boolean deviation() {
            return file.startsWith("deviations");
        }
    }

    private final List<Line> lines = new ArrayList<>();
    private final Map<String, Object> corrected;
    private final Map<String, Object> generatorInput;

    private Trial(Path spec, Map<String, Object> document) {
        corrected = Trees.object(Trees.copy(document));
        Corrections corrections = Corrections.in(spec);
        corrections.contract().forEach(overlay -> apply(overlay, corrected, document));
        generatorInput = Trees.object(Trees.copy(corrected));
        corrections.generator().forEach(overlay -> apply(overlay, generatorInput, document));
        for (String ledger : LedgerFile.DEVIATIONS) {
            if (Files.exists(spec.resolve(ledger))) {
                apply(ledger, Documents.read(spec.resolve(ledger)), Contract.of(document));
            }
        }
    }

    /**
     * @param spec     the folder of the overlays and ledgers
     * @param document a reduced document; stays as it is
     */
    public static Trial of(Path spec, Map<String, Object> document) {
        return new Trial(spec, document);
    }

    /** Every entry, in the order in which it applies. */
    public List<Line> lines() {
        return List.copyOf(lines);
    }

    /** The document as far as the overlays could correct it. */
    public Map<String, Object> corrected() {
        return corrected;
    }

    /** What the generator would get wrong in silence, a clause each. To be asked when every correction fits. */
    public List<String> generatorProblems() {
        Map<String, Object> input = Trees.object(Trees.copy(generatorInput));
        try {
            GeneratorHints.addTo(input);
        } catch (SpecException e) {
            return List.of(e.getMessage());
        }
        return GeneratorCheck.problems(input);
    }

    private void apply(Overlay overlay, Map<String, Object> onto, Map<String, Object> published) {
        List<Overlay.Outcome> outcomes = overlay.tryOn(onto);
        for (int index = 0; index < outcomes.size(); index++) {
            lines.add(line(overlay, index, outcomes.get(index), published));
        }
    }

    private static Line line(Overlay overlay, int index, Overlay.Outcome outcome, Map<String, Object> published) {
        Action action = outcome.action();
        String target = action.target().toString();
        String id = action.id() == null ? overlay.name().replace(".yaml", "") + ":" + target : action.id();
        List<String> declared = overlay.observed() ? declared(action, published) : List.of();
        Result result = Result.FITS;
        String detail = "";
        if (!outcome.fits()) {
            result = Result.NO_MATCH;
            detail = outcome.problem();
        } else if (!declared.isEmpty()) {
            result = Result.NOT_NEEDED;
            detail = "the document declares " + String.join(", ", declared) + " by itself";
        } else if (!overlay.prose() && !outcome.changed()) {
            result = Result.NOT_NEEDED;
            detail = "the document says so by itself";
        }
        Set<List<String>> absent = new LinkedHashSet<>();
        outcome.absent().forEach(way -> absent.add(below("update", way)));
        declared.forEach(status -> absent.add(List.of("update", status)));
        return new Line(overlay.name(), index, id, target, result, detail, absent,
                outcome.plain() > 0 ? 0 : outcome.found(), action.matches());
    }

    private void apply(String file, Map<String, Object> ledger, Contract contract) {
        Set<String> known = new LinkedHashSet<>();
        contract.operations().forEach(operation -> known.add(operation.id()));
        List<Object> entries = Trees.list(ledger.get("deviations"));
        for (int index = 0; index < entries.size(); index++) {
            Map<String, Object> entry = Trees.object(entries.get(index));
            // What the document never had is named METHOD /path there.
            List<String> gone = Trees.list(entry.get("operations")).stream().map(String::valueOf)
                    .filter(operation -> !operation.contains(" ") && !known.contains(operation)).toList();
            boolean ended = Trees.list(entry.get("not-seen")).stream()
                    .anyMatch(each -> Versions.compare(String.valueOf(each), contract.version()) == 0);
            Set<List<String>> absent = new LinkedHashSet<>();
            gone.forEach(operation -> absent.add(List.of("operations", operation)));
            lines.add(new Line(file, index, String.valueOf(entry.get("id")), String.valueOf(entry.get("operations")),
                    ended ? Result.NOT_NEEDED : gone.isEmpty() ? Result.FITS : Result.NO_MATCH,
                    ended ? "was looked for on " + contract.version() + " and not seen"
                            : gone.isEmpty() ? "" : "names " + String.join(", ", gone) + ", not there",
                    absent, Trees.list(entry.get("operations")).size() - gone.size(),
                    Trees.list(entry.get("operations")).size()));
        }
    }

    private static List<String> below(String key, List<String> way) {
        List<String> longer = new ArrayList<>(List.of(key));
        longer.addAll(way);
        return longer;
    }

    /** The responses of an observed action that the published document has: as seen, but no longer undeclared. */
    private static List<String> declared(Action action, Map<String, Object> published) {
        List<String> declared = new ArrayList<>();
        for (Target.Found found : action.target().in(published)) {
            Trees.object(action.update()).forEach((key, value) -> {
                if (Trees.object(value).containsKey(Index.OBSERVED) && Trees.object(found.node()).containsKey(key)) {
                    declared.add(key);
                }
            });
        }
        return declared;
    }
}
