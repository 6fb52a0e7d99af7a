package io.github.cvatopenapi.embedded.media;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The list of images that lies beside them in a cloud storage: one JSON object a line, two lines of heading. */
public final class Manifest {

    private static final int MAX_LINES = 1_000_000;

    /**
     * One image.
     *
     * @param name   relative to the manifest, with its ending
     * @param width  in pixels
     * @param height in pixels
     */
    public record Entry(String name, int width, int height) {
    }

    private Manifest() {
    }

    /**
     * Reads a manifest of images.
     *
     * @throws MediaException if it is not one
     */
    public static List<Entry> read(Path file) {
        List<Entry> entries = new ArrayList<>();
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            require(object(reader.readLine()).has("version"), "its first line has no version");
            JsonElement type = object(reader.readLine()).get("type");
            require(type != null && type.isJsonPrimitive() && type.getAsString().equals("images"),
                    "it does not list images");
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                require(entries.size() < MAX_LINES, "it has more than " + MAX_LINES + " lines");
                if (!line.isBlank()) {
                    entries.add(entry(object(line)));
                }
            }
            return entries;
        } catch (IOException broken) {
            throw new MediaException("Invalid manifest: it cannot be read as text", broken);
        } catch (JsonParseException | IllegalStateException | NumberFormatException
                | UnsupportedOperationException bad) {
            throw new MediaException("Invalid manifest: a line is not the JSON object of an image", bad);
        }
    }

    /** The text of a manifest of these images. */
    public static String text(List<Entry> entries) {
        StringBuilder text = new StringBuilder("{\"version\":\"1.1\"}\n{\"type\":\"images\"}\n");
        for (Entry entry : entries) {
            int dot = entry.name().lastIndexOf('.');
            JsonObject line = new JsonObject();
            line.addProperty("name", dot < 0 ? entry.name() : entry.name().substring(0, dot));
            line.addProperty("extension", dot < 0 ? "" : entry.name().substring(dot));
            line.addProperty("width", entry.width());
            line.addProperty("height", entry.height());
            line.add("meta", new JsonObject());
            text.append(line).append('\n');
        }
        return text.toString();
    }

    private static Entry entry(JsonObject line) {
        require(line.has("name") && line.has("extension"), "an image has no name or extension");
        return new Entry(line.get("name").getAsString() + line.get("extension").getAsString(),
                line.has("width") ? line.get("width").getAsInt() : 0,
                line.has("height") ? line.get("height").getAsInt() : 0);
    }

    private static JsonObject object(String line) {
        require(line != null, "it ends too early");
        return JsonParser.parseString(line).getAsJsonObject();
    }

    private static void require(boolean good, String what) {
        if (!good) {
            throw new MediaException("Invalid manifest: " + what);
        }
    }
}
