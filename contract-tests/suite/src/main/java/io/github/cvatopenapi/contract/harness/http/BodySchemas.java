package io.github.cvatopenapi.contract.harness.http;

import com.networknt.schema.InputFormat;
import io.github.cvatopenapi.spec.Contract;
import io.github.cvatopenapi.spec.Operation;
import io.github.cvatopenapi.spec.ResponseSchemas;
import io.github.cvatopenapi.spec.Trees;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The schemas of a document's response bodies, and what answers are held to by them. Safe for threads. */
final class BodySchemas {

    private final ResponseSchemas schemas;

    private BodySchemas(Map<String, Object> document) {
        // formats are the business of the generated model, which reads dates; what users wrote may be of any format
        schemas = new ResponseSchemas(document, false);
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
        Map<String, Object> document = Trees.object(Trees.copy(contract.document()));
        open(document);
        RequiredMembers.require(document, contract.members());
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
    List<BodyProblem> problems(Operation operation, int status, String mediaType, byte[] body) {
        return schemas.find(operation, status, mediaType)
                .map(schema -> schema.validate(new String(body, StandardCharsets.UTF_8), InputFormat.JSON))
                .orElse(List.of()).stream()
                .map(error -> new BodyProblem(String.valueOf(error.getInstanceLocation()), error.getMessage()))
                .toList();
    }
}
