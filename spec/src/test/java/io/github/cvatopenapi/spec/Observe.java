package io.github.cvatopenapi.spec;

import io.github.cvatopenapi.spec.recorded.RecordedExchange;
import io.github.cvatopenapi.spec.recorded.Recordings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
        for (Map.Entry<String, String> made : make(spec, args[2], Recordings.byVersion(Path.of(args[1]))).entrySet()) {
            Files.writeString(spec.resolve(made.getKey()), made.getValue(), StandardCharsets.UTF_8);
        }
    }

    /**
     * The texts to be written, by the names of the files.
     *
     * @param version   of the document
     * @param exchanges by the version of the server
     */
    static Map<String, String> make(Path spec, String version, Map<String, List<RecordedExchange>> exchanges) {
        if (!exchanges.containsKey(version)) {
            throw new SpecException("There are no recordings of CVAT " + version + ".");
        }
        Map<String, Object> document = Pinned.read(spec, version);
        Overlay.read(spec.resolve("overlays/corrections.yaml")).applyTo(document);
        Contract corrected = Contract.of(document);
        return Map.of("overlays/observed.yaml",
                text(ObservedOverlay.make(corrected, version, observed(version, exchanges))),
                "deviations-bounds.yaml", text(BoundsLedger.make(corrected, exchanges)));
    }

    /** Of a newer server, what it was not recorded with (mail, functions) is taken from the older one. */
    private static List<RecordedExchange> observed(String version, Map<String, List<RecordedExchange>> exchanges) {
        List<RecordedExchange> observed = new ArrayList<>(exchanges.get(version));
        Set<String> names = observed.stream().map(RecordedExchange::recording).collect(Collectors.toSet());
        exchanges.get(Recordings.VERSION).stream().filter(each -> !names.contains(each.recording()))
                .forEach(observed::add);
        return observed;
    }

    private static String text(Map<String, Object> tree) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setWidth(120);
        return HEAD + new Yaml(options).dump(tree);
    }
}
