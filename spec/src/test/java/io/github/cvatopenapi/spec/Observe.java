package io.github.cvatopenapi.spec;

import io.github.cvatopenapi.spec.recorded.RecordedExchange;
import io.github.cvatopenapi.spec.recorded.Recordings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * Makes what is made from the recordings: the observed overlay and the part of the ledger about values beyond their
 * limits. Arguments: the folder of the pinned document and overlays, and that of the recordings.
 */
final class Observe {

    private static final String HEAD = "# Made from the recordings by scripts/observe. Not to be edited by hand.\n";

    private Observe() {
    }

    public static void main(String[] args) throws IOException {
        Path spec = Path.of(args[0]);
        for (Map.Entry<String, String> made : make(spec, Recordings.byVersion(Path.of(args[1]))).entrySet()) {
            Files.writeString(spec.resolve(made.getKey()), made.getValue(), StandardCharsets.UTF_8);
        }
    }

    /** The texts to be written, by the names of the files; the exchanges are given by the version of the server. */
    static Map<String, String> make(Path spec, Map<String, List<RecordedExchange>> exchanges) {
        Map<String, Object> document = Pinned.read(spec, Recordings.VERSION);
        Overlay.read(spec.resolve("overlays/corrections.yaml")).applyTo(document);
        Contract corrected = Contract.of(document);
        return Map.of("overlays/observed.yaml",
                text(ObservedOverlay.make(corrected, Recordings.VERSION, exchanges.get(Recordings.VERSION))),
                "deviations-bounds.yaml", text(BoundsLedger.make(corrected, exchanges)));
    }

    private static String text(Map<String, Object> tree) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setWidth(120);
        return HEAD + new Yaml(options).dump(tree);
    }
}
