package io.github.cvatopenapi.embedded.resources.schema;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import io.github.cvatopenapi.embedded.engine.Answer;
import io.github.cvatopenapi.embedded.engine.Call;
import io.github.cvatopenapi.embedded.resources.instance.Instance;
import io.github.cvatopenapi.spec.Contract;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * The document of the API, as YAML or JSON: the pinned one, as a server of its version publishes it, not our
 * corrections.
 */
public final class Schema {

    private static final String YAML = "application/vnd.oai.openapi";
    private static final String JSON = "application/vnd.oai.openapi+json";
    /** Media types by the parameter, which wins over Accept. */
    private static final Map<String, String> BY_SCHEME = Map.of("yaml", YAML, "json", JSON);
    private static final List<String> TYPES = List.of(YAML, "application/yaml", JSON, "application/json");

    private final Map<String, Object> document;

    /** What it takes long to write and never changes. */
    private final Map<String, String> written = new ConcurrentHashMap<>();

    public Schema(Instance instance) {
        this.document = Contract.pinned().document();
        instance.operations.open("schema_retrieve", this::retrieve);
        instance.operations.ignoreCredentials("schema_retrieve");
        instance.operations.negotiating("schema_retrieve", accept -> type(accept) != null ? null
                : new Answer(406, YAML + "; charset=utf-8",
                        "detail:\n  string: Could not satisfy the request Accept header.\n  code: not_acceptable\n",
                        Map.of()));
    }

    private Answer retrieve(Call call) {
        String scheme = call.query().text("scheme");
        if (scheme != null && !BY_SCHEME.containsKey(scheme)) {
            return new Answer(404, YAML + "; charset=utf-8", "detail:\n  string: Not found.\n  code: not_found\n",
                    Map.of());
        }
        String type = scheme == null ? type(call.header("accept")) : BY_SCHEME.get(scheme);
        boolean json = type.endsWith("json");
        String text = written.computeIfAbsent(json ? JSON : YAML, any -> json ? json() : yaml());
        String name = "CVAT REST API (2.0)." + (json ? "json" : "yaml");
        return new Answer(200, json ? type : type + "; charset=utf-8", text, Map.of())
                .with("Content-Disposition", "inline; filename=\"" + name + '"');
    }

    private static String type(String accept) {
        for (String entry : accept == null ? new String[] {"*/*"} : accept.split(",")) {
            String type = entry.split(";")[0].strip();
            if (TYPES.contains(type)) {
                return type;
            }
            if (type.equals("*/*") || type.equals("application/*")) {
                return YAML;
            }
        }
        return null;
    }

    private String json() {
        Gson gson = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().serializeNulls().create();
        return gson.toJson(document);
    }

    private String yaml() {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        return new Yaml(options).dump(document);
    }
}
