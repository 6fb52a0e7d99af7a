package io.github.cvatopenapi.spec;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The build step: pinned document, checked against its SHA-256, to corrected document and index of operations.
 * Arguments: the folder of the pinned document and overlays, the API version, the folder to write to.
 * Files that would not change are left alone, so that what depends on them is not built again.
 */
public final class BuildContract {

    private BuildContract() {
    }

    public static void main(String[] args) throws IOException {
        try {
            build(args);
        } catch (SpecException e) {
            throw withoutTrace(e);
        }
    }

    /** The message says it all; the build prints what it gets. */
    private static SpecException withoutTrace(SpecException e) {
        SpecException bare = new SpecException(e.getMessage());
        bare.setStackTrace(new StackTraceElement[0]);
        return bare;
    }

    private static void build(String[] args) throws IOException {
        Path spec = Path.of(args[0]);
        Corrections corrections = Corrections.in(spec);
        Map<String, Object> pinned = Pinned.read(spec, args[1]);
        Map<String, Object> corrected = corrections.correct(pinned);
        Contract contract = Contract.of(corrected);
        Path out = Path.of(args[2], BuildContract.class.getPackageName().replace('.', '/'));
        Gson gson = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().serializeNulls().create();
        write(out.resolve(Contract.PINNED_RESOURCE), gson.toJson(pinned));
        write(out.resolve(Contract.RESOURCE), gson.toJson(contract.document()));
        write(out.resolve("generator-input.json"), gson.toJson(corrections.fitForGenerator(corrected)));
        write(out.resolve("operations.json"),
                gson.toJson(index(contract)));
    }

    /** In an order that is always the same, so that two builds are. */
    private static Map<String, Object> index(Contract contract) {
        Map<String, Object> index = new LinkedHashMap<>();
        index.put("version", contract.version());
        index.put("operations", contract.operations());
        return index;
    }

    private static void write(Path file, String text) throws IOException {
        String whole = text + "\n";
        if (Files.exists(file) && Files.readString(file, StandardCharsets.UTF_8).equals(whole)) {
            return;
        }
        Files.createDirectories(file.getParent());
        Files.writeString(file, whole, StandardCharsets.UTF_8);
    }
}
