package io.github.cvatopenapi.spec;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The overlays of the project, in the order in which they apply. */
final class Corrections {

    /** What the document gets wrong; then what a live server adds; then our own prose, which needs the nodes of both. */
    static final List<String> ORDER =
            List.of("corrections.yaml", "observed.yaml", "prose-operations.yaml", "prose-schemas.yaml");

    private final List<Overlay> overlays;

    private Corrections(List<Overlay> overlays) {
        this.overlays = overlays;
    }

    /** Reads the overlays below {@code spec}. */
    static Corrections in(Path spec) {
        return new Corrections(ORDER.stream()
                .map(name -> spec.resolve("overlays").resolve(name))
                .filter(Files::exists)
                .map(Overlay::read)
                .toList());
    }

    List<Overlay> overlays() {
        return overlays;
    }

    /** The corrected copy of a document; the document itself stays as it is. */
    Map<String, Object> correct(Map<String, Object> document) {
        Map<String, Object> corrected = Trees.object(Trees.copy(document));
        overlays.forEach(overlay -> overlay.applyTo(corrected));
        return corrected;
    }
}
