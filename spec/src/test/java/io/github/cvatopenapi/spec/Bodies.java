package io.github.cvatopenapi.spec;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.path.NodePath;
import com.networknt.schema.path.PathType;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Judges bodies by the schemas of a document. */
final class Bodies {

    private static final String BASE = "urn:cvat:document";

    private final Map<List<String>, Schema> byPlace = new HashMap<>();
    private final Schema whole;

    Bodies(Contract contract) {
        Gson gson = new GsonBuilder().serializeNulls().create();
        String document = gson.toJson(contract.document());
        // asked for a place in the document, the registry would read the whole of it each time
        this.whole = SchemaRegistry.withDialect(Dialects.getOpenApi30(),
                builder -> builder.schemas(Map.of(BASE, document))).getSchema(SchemaLocation.of(BASE));
    }

    /** What is wrong with a JSON body of that response; empty when it is right. */
    List<String> judge(Operation operation, int status, String mediaType, String json) {
        List<String> place = List.of("paths", operation.path(), operation.method().toLowerCase(Locale.ROOT),
                "responses", String.valueOf(status), "content", mediaType, "schema");
        Schema schema = byPlace.computeIfAbsent(place, names -> whole.getRefSchema(names.stream()
                .reduce(new NodePath(PathType.JSON_POINTER), NodePath::append, (one, two) -> two)));
        return schema.validate(json, InputFormat.JSON,
                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream().filter(error -> !reservedAddress(error)).map(Object::toString).toList();
    }

    /**
     * The validator wants a registered top-level domain in a mail address; those of the recordings end in one reserved
     * for examples.
     */
    private static boolean reservedAddress(Error error) {
        return error.getKeyword().equals("format") && error.getInstanceNode().asString().matches("\\S+@\\S+\\.example");
    }
}
