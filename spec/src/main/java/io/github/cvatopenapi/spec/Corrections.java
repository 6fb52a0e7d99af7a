package io.github.cvatopenapi.spec;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The overlays of the project, in the order in which they apply. */
final class Corrections {

    /**
     * What the document gets wrong; then what a live server adds; then our own prose, which needs the nodes of both.
     */
    private static final List<String> CONTRACT =
            List.of("corrections.yaml", "observed.yaml", "prose-operations.yaml", "prose-schemas.yaml");

    /** What only the generator needs. It goes on top and into no other reader's document. */
    private static final List<String> GENERATOR = List.of("generator.yaml");

    private final List<Overlay> contract;
    private final List<Overlay> generator;

    private Corrections(List<Overlay> contract, List<Overlay> generator) {
        this.contract = contract;
        this.generator = generator;
    }

    /** Reads the overlays below {@code spec}. */
    static Corrections in(Path spec) {
        return new Corrections(read(spec, CONTRACT), read(spec, GENERATOR));
    }

    private static List<Overlay> read(Path spec, List<String> names) {
        return names.stream()
                .map(name -> spec.resolve("overlays").resolve(name))
                .filter(Files::exists)
                .map(Overlay::read)
                .toList();
    }

    List<Overlay> contract() {
        return contract;
    }

    List<Overlay> generator() {
        return generator;
    }

    /** The corrected document: what suite and embedded instance go by. The argument stays as it is. */
    Map<String, Object> correct(Map<String, Object> document) {
        return apply(contract, document);
    }

    /** The corrected document made fit for the generator. The argument, a corrected document, stays as it is. */
    Map<String, Object> fitForGenerator(Map<String, Object> corrected) {
        Map<String, Object> fit = apply(generator, corrected);
        GeneratorHints.addTo(fit);
        GeneratorCheck.problems(fit).stream().findFirst().ifPresent(problem -> {
            throw new SpecException("The generator cannot do this right: " + problem
                    + ". Say in overlays/generator.yaml what the client shall have instead.");
        });
        return fit;
    }

    private static Map<String, Object> apply(List<Overlay> overlays, Map<String, Object> document) {
        Map<String, Object> changed = Trees.object(Trees.copy(document));
        overlays.forEach(overlay -> overlay.applyTo(changed));
        return changed;
    }
}
