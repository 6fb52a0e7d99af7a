package io.github.cvatopenapi.embedded.resources.annotations;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.cvatopenapi.embedded.engine.Json;
import io.github.cvatopenapi.spec.Trees;
import java.util.Map;

/** Carries JSON between the trees of the engine and the objects that formats work with. */
public final class GsonTrees {

    private GsonTrees() {
    }

    public static JsonObject object(Map<String, Object> tree) {
        return JsonParser.parseString(Json.write(tree)).getAsJsonObject();
    }

    public static Map<String, Object> tree(JsonObject object) {
        return Trees.object(Json.read(object.toString()));
    }
}
