package io.github.cvatopenapi.spec;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.path.NodePath;
import com.networknt.schema.path.PathType;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The schemas of a document's response bodies, each compiled once when it is first asked for. Whoever uses this brings
 * the JSON Schema validator. Safe for threads.
 */
public final class ResponseSchemas {

    private static final Gson GSON = new GsonBuilder().serializeNulls().create();
    private static final String BASE = "urn:cvat:document";

    private final Map<String, Optional<Schema>> compiled = new ConcurrentHashMap<>();
    private final Schema document;

    /**
     * @param document a whole OpenAPI document as a tree
     * @param formats  whether texts must be of the formats that the document states
     */
    public ResponseSchemas(Map<String, Object> document, boolean formats) {
        String text = GSON.toJson(document);
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(Dialects.getOpenApi30(), builder -> builder
                .schemas(Map.of(BASE, text))
                .schemaRegistryConfig(SchemaRegistryConfig.builder().locale(Locale.ROOT)
                        .formatAssertionsEnabled(formats).build()));
        // asked for a place in the document, the registry would read the whole of it each time
        this.document = registry.getSchema(SchemaLocation.of(BASE));
    }

    /** The schema of a body; empty where the operation declares none for that status and media type. */
    public Optional<Schema> find(Operation operation, int status, String mediaType) {
        return compiled.computeIfAbsent(operation.id() + " " + status + " " + mediaType,
                key -> compile(operation, status, mediaType));
    }

    private Optional<Schema> compile(Operation operation, int status, String mediaType) {
        return operation.response(status).flatMap(response -> response.content(mediaType))
                .filter(media -> !media.schema().isEmpty())
                .map(media -> document.getRefSchema(Stream.of("paths", operation.path(),
                                operation.method().toLowerCase(Locale.ROOT), "responses",
                                String.valueOf(status), "content", mediaType, "schema")
                        .reduce(new NodePath(PathType.JSON_POINTER), NodePath::append, (one, two) -> two)));
    }
}
