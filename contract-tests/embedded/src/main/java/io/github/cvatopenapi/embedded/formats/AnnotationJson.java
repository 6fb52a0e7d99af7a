package io.github.cvatopenapi.embedded.formats;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Short ways to read the JSON of annotations, with the defaults that the interface fills in. */
final class AnnotationJson {

    private AnnotationJson() {
    }

    static List<JsonObject> objects(JsonObject holder, String name) {
        List<JsonObject> list = new ArrayList<>();
        JsonElement all = holder.get(name);
        if (all != null && all.isJsonArray()) {
            all.getAsJsonArray().forEach(each -> list.add(each.getAsJsonObject()));
        }
        return list;
    }

    static JsonArray array(JsonObject holder, String name) {
        JsonElement value = holder.get(name);
        return value != null && value.isJsonArray() ? value.getAsJsonArray() : new JsonArray();
    }

    static double[] points(JsonObject shape) {
        JsonArray values = array(shape, "points");
        double[] points = new double[values.size()];
        for (int each = 0; each < points.length; each++) {
            points[each] = values.get(each).getAsDouble();
        }
        return points;
    }

    static JsonArray points(double... values) {
        JsonArray points = new JsonArray();
        for (double value : values) {
            points.add(value);
        }
        return points;
    }

    static int integer(JsonObject holder, String name) {
        return present(holder, name) ? holder.get(name).getAsInt() : 0;
    }

    static double number(JsonObject holder, String name) {
        return present(holder, name) ? holder.get(name).getAsDouble() : 0;
    }

    static boolean flag(JsonObject holder, String name) {
        return present(holder, name) && holder.get(name).getAsBoolean();
    }

    static String text(JsonObject holder, String name, String otherwise) {
        return present(holder, name) ? holder.get(name).getAsString() : otherwise;
    }

    private static boolean present(JsonObject holder, String name) {
        return holder.has(name) && !holder.get(name).isJsonNull();
    }

    /** Reads from JSON that others wrote; what is missing or of another type is refused in the words given. */
    static <T> T orRefuse(Supplier<T> reading, String refusal) {
        try {
            return reading.get();
        } catch (IllegalStateException | NumberFormatException | UnsupportedOperationException
                | NullPointerException | ClassCastException bad) {
            throw new FormatException(refusal, bad);
        }
    }

    /** Empty tags, shapes and tracks. */
    static JsonObject noAnnotations() {
        JsonObject none = new JsonObject();
        none.addProperty("version", 0);
        none.add("tags", new JsonArray());
        none.add("shapes", new JsonArray());
        none.add("tracks", new JsonArray());
        return none;
    }
}
