package io.github.cvatopenapi.embedded.formats;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** All formats the interface names, of which some are written and read here. Thread-safe. */
public final class Formats {

    private static final DatasetFormat CVAT = new CvatImages();
    private static final DatasetFormat COCO = new Coco();
    private static final Map<String, DatasetFormat> EXPORTERS = Map.of("CVAT for images 1.1", CVAT,
            "CVAT for video 1.1", new CvatVideo(), "COCO 1.0", COCO);
    private static final Map<String, DatasetFormat> IMPORTERS = Map.of("CVAT 1.1", CVAT, "COCO 1.0", COCO);
    private static final JsonObject LIST = load();

    private Formats() {
    }

    /** What GET server/annotation/formats answers: exporters and importers. Do not change it. */
    public static JsonObject list() {
        return LIST;
    }

    /** Whether there is an exporter of that name, written here or not. */
    public static boolean isExporter(String name) {
        return isListed("exporters", name);
    }

    /** Whether there is an importer of that name, written here or not. */
    public static boolean isImporter(String name) {
        return isListed("importers", name);
    }

    /** @throws FormatException if the format is known by name only */
    public static DatasetFormat exporter(String name) {
        return found(EXPORTERS, name, "written");
    }

    /** @throws FormatException if the format is known by name only */
    public static DatasetFormat importer(String name) {
        return found(IMPORTERS, name, "read");
    }

    private static DatasetFormat found(Map<String, DatasetFormat> formats, String name, String done) {
        DatasetFormat format = formats.get(name);
        if (format == null) {
            throw new FormatException("The format '" + name + "' is not " + done
                    + " by this embedded instance; use one of "
                    + formats.keySet().stream().sorted().toList());
        }
        return format;
    }

    private static boolean isListed(String kind, String name) {
        return AnnotationJson.objects(LIST, kind).stream()
                .anyMatch(each -> each.get("name").getAsString().equals(name));
    }

    private static JsonObject load() {
        try (Reader reader = new InputStreamReader(Formats.class.getResourceAsStream("formats.json"),
                StandardCharsets.UTF_8)) {
            return JsonParser.parseReader(reader).getAsJsonObject();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
