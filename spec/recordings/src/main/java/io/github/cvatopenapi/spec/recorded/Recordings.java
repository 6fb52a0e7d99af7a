package io.github.cvatopenapi.spec.recorded;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;

/** Reads what a real server answered: gzipped files of one exchange a line. */
public final class Recordings {

    /** Mail, a function service and a validation pool; of {@link #VERSION} only. */
    private static final String MORE = "observed-more";

    /** Videos, archives, documents and point clouds. */
    public static final String MEDIA = "observed-media";

    /** Parameters that the others do not use, and a bucket as the place of exports, imports and data. */
    public static final String PARAMS = "observed-params";

    /**
     * The default instance; the one with mail, a function service and a validation pool; values beyond their limits;
     * media; places and parameters.
     */
    public static final List<String> NAMES = List.of("observed", MORE, "observed-bounds", MEDIA, PARAMS);

    /** The version of the server that answered. */
    public static final String VERSION = "2.58.1";

    /** A newer server that was recorded as well. */
    public static final String NEWER = "2.73.0";

    private Recordings() {
    }

    /** Skips a test that goes by what a server of this version answered where the contract is of another. */
    public static void assumeTheyAreOf(String version) {
        Assumptions.assumeTrue(VERSION.equals(version),
                () -> "the recordings are of " + VERSION + ", not of " + version);
    }

    /** Every exchange of the recordings {@link #NAMES}, in the order in which they were made. */
    public static List<RecordedExchange> all() {
        return NAMES.stream().flatMap(name -> read(name).stream()).toList();
    }

    /** The exchanges of the recording of that name that a server of {@link #VERSION} made. */
    public static List<RecordedExchange> read(String name) {
        return read(VERSION, name);
    }

    /**
     * The exchanges of one recording.
     *
     * @param version of the server: {@link #VERSION} or {@link #NEWER}
     * @param name    one of {@link #NAMES}
     */
    public static List<RecordedExchange> read(String version, String name) {
        String resource = "/recordings/" + file(version, name);
        try (InputStream in = Objects.requireNonNull(Recordings.class.getResourceAsStream(resource), resource)) {
            return read(in, name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Every exchange of the recordings {@link #NAMES} that are kept, by the version of the server, oldest first.
     */
    public static Map<String, List<RecordedExchange>> byVersion() {
        Map<String, List<RecordedExchange>> exchanges = new LinkedHashMap<>();
        exchanges.put(VERSION, all());
        exchanges.put(NEWER, NAMES.stream().filter(name -> !name.equals(MORE))
                .flatMap(name -> read(NEWER, name).stream()).toList());
        return exchanges;
    }

    /**
     * The same of another folder, whose recordings have the names of the kept ones; what there is not of {@link #NEWER}
     * is left out.
     */
    public static Map<String, List<RecordedExchange>> byVersion(Path folder) throws IOException {
        Map<String, List<RecordedExchange>> exchanges = new LinkedHashMap<>();
        for (String version : List.of(VERSION, NEWER)) {
            for (String name : NAMES) {
                Path file = folder.resolve(file(version, name));
                if (version.equals(VERSION) || Files.exists(file)) {
                    try (InputStream in = Files.newInputStream(file)) {
                        exchanges.computeIfAbsent(version, key -> new ArrayList<>()).addAll(read(in, name));
                    }
                }
            }
        }
        return exchanges;
    }

    private static String file(String version, String name) {
        return "cvat-" + version + "-" + name + ".jsonl.gz";
    }

    private static List<RecordedExchange> read(InputStream in, String recording) throws IOException {
        List<RecordedExchange> exchanges = new ArrayList<>();
        BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            exchanges.add(exchange(JsonParser.parseString(line).getAsJsonObject(), recording));
        }
        return List.copyOf(exchanges);
    }

    private static RecordedExchange exchange(JsonObject line, String recording) {
        Map<String, String> headers = new TreeMap<>();
        line.getAsJsonObject("headers").entrySet()
                .forEach(each -> headers.put(each.getKey(), each.getValue().getAsString()));
        return new RecordedExchange(recording, text(line, "case").orElse(""), text(line, "note").orElse(""),
                text(line, "op"), line.get("method").getAsString(), line.get("path").getAsString(),
                text(line, "template").orElse(""),
                line.getAsJsonObject("auth"), line.getAsJsonObject("request"), line.get("status").getAsInt(),
                Map.copyOf(headers), line.getAsJsonObject("body"));
    }

    private static Optional<String> text(JsonObject line, String key) {
        JsonElement value = line.get(key);
        return value == null || value.isJsonNull() ? Optional.empty() : Optional.of(value.getAsString());
    }
}
