package io.github.cvatopenapi.spec;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import java.util.List;

/** Validates recorded bodies against the schemas of a document, formats included. */
final class BodyValidator {

    private final ResponseSchemas schemas;

    BodyValidator(Contract contract) {
        schemas = new ResponseSchemas(contract.document(), true);
    }

    /** What is wrong with a JSON body of that response, which the document declares; empty when it is right. */
    List<String> problems(Operation operation, int status, String mediaType, String json) {
        return schemas.find(operation, status, mediaType).orElseThrow().validate(json, InputFormat.JSON).stream()
                .filter(error -> !reservedAddress(error)).map(Object::toString).toList();
    }

    /**
     * The validator wants a registered top-level domain in a mail address; those of the recordings end in one reserved
     * for examples.
     */
    private static boolean reservedAddress(Error error) {
        return error.getKeyword().equals("format") && error.getInstanceNode().asString().matches("\\S+@\\S+\\.example");
    }
}
