package io.github.cvatopenapi.contract.harness.http;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import io.github.cvatopenapi.spec.Contract;
import io.github.cvatopenapi.spec.Operation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The schemas of a document's response bodies, compiled once each when first needed. Safe for threads. */
final class BodySchemas {

    private static final String DOCUMENT = "urn:cvat:document";
    private static final int MOST_PROBLEMS = 3;

    private final Map<String, Optional<Schema>> compiled = new ConcurrentHashMap<>();
    private final SchemaRegistry registry;

    BodySchemas(Contract contract) {
        String document = Json.write(contract.document());
        registry = SchemaRegistry.withDefaultDialect(Dialects.getOpenApi30(), builder ->
                builder.schemas(Map.of(DOCUMENT, document)));
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
                .map(media -> registry.getSchema(SchemaLocation.of(DOCUMENT + "#/paths/" + escape(operation.path()) + "/"
                        + operation.method().toLowerCase(java.util.Locale.ROOT) + "/responses/" + status + "/content/"
                        + escape(mediaType) + "/schema")));
    }

    private static String escape(String key) {
        return key.replace("~", "~0").replace("/", "~1").replace("{", "%7B").replace("}", "%7D");
    }

    private static String sentence(List<Error> errors) {
        String text = String.join("; ", errors.stream().limit(MOST_PROBLEMS)
                .map(error -> error.getInstanceLocation() + " " + error.getMessage()).toList());
        return errors.size() <= MOST_PROBLEMS ? text : text + "; and " + (errors.size() - MOST_PROBLEMS) + " more";
    }
}
