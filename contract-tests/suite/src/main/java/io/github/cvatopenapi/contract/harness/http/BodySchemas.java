package io.github.cvatopenapi.contract.harness.http;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.path.NodePath;
import com.networknt.schema.path.PathType;
import io.github.cvatopenapi.spec.Contract;
import io.github.cvatopenapi.spec.Operation;
import io.github.cvatopenapi.spec.Trees;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The schemas of a document's response bodies, compiled once each when first needed. Safe for threads. */
final class BodySchemas {

    private static final String DOCUMENT = "urn:cvat:document";
    private static final int MOST_PROBLEMS = 3;

    private final Map<String, Optional<Schema>> compiled = new ConcurrentHashMap<>();
    private final Schema document;

    private BodySchemas(Object tree) {
        String text = JsonTrees.write(tree);
        // formats are the business of the generated model, which reads dates; what users wrote may be of any format
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(Dialects.getOpenApi30(), builder -> builder
                .schemas(Map.of(DOCUMENT, text))
                .schemaRegistryConfig(SchemaRegistryConfig.builder().formatAssertionsEnabled(false).build()));
        // asked for a place in the document, the registry would read the whole of it each time
        this.document = registry.getSchema(SchemaLocation.of(DOCUMENT));
    }

    /** The schemas of a document as they stand. */
    static BodySchemas strict(Contract contract) {
        return new BodySchemas(contract.document());
    }

    /**
     * The schemas of a document as answers are held to it. An object of which nothing is said stands for any JSON:
     * servers keep what they are sent there, such as the contact of an organization, and some of it is not the suite's.
     * Members that answers always have are required.
     */
    static BodySchemas ofAnswers(Contract contract) {
        Object document = Trees.copy(contract.document());
        open(document);
        RequiredMembers.require(Trees.object(document));
        return new BodySchemas(document);
    }

    private static void open(Object node) {
        Trees.list(node).forEach(BodySchemas::open);
        Map<String, Object> object = Trees.object(node);
        if ("object".equals(object.get("type")) && !object.containsKey("properties")
                && !object.containsKey("additionalProperties")
                && !object.containsKey("allOf")) {
            object.remove("type");
        }
        object.values().forEach(BodySchemas::open);
    }

    /** What is wrong with a JSON body; empty where it is valid or the document says nothing about it. */
    Optional<String> problem(Operation operation, int status, String mediaType, byte[] body) {
        return compiled.computeIfAbsent(operation.id() + " " + status + " " + mediaType,
                        key -> compile(operation, status, mediaType))
                .map(schema -> schema.validate(new String(body, StandardCharsets.UTF_8), InputFormat.JSON))
                .filter(errors -> !errors.isEmpty())
                .map(BodySchemas::sentence);
    }

    private Optional<Schema> compile(Operation operation, int status, String mediaType) {
        return operation.response(status).flatMap(response -> response.content(mediaType))
                .filter(media -> !media.schema().isEmpty())
                .map(media -> document.getRefSchema(Stream.of("paths", operation.path(),
                                operation.method().toLowerCase(Locale.ROOT), "responses",
                                String.valueOf(status), "content", mediaType, "schema")
                        .reduce(new NodePath(PathType.JSON_POINTER), NodePath::append, (one, two) -> two)));
    }

    private static String sentence(List<Error> errors) {
        String text = String.join("; ", errors.stream().limit(MOST_PROBLEMS)
                .map(error -> error.getInstanceLocation() + " " + error.getMessage()).toList());
        return errors.size() <= MOST_PROBLEMS ? text : text + "; and " + (errors.size() - MOST_PROBLEMS) + " more";
    }
}
