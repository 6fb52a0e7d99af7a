package io.github.cvatopenapi.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The corrected document, and what the generator gets, are valid OpenAPI 3.0. */
class ValidityTest {

    @ParameterizedTest
    @ValueSource(strings = {"contract.json", "generator-input.json"})
    void aValidatorHasNothingToSay(String resource) throws IOException {
        ParseOptions options = new ParseOptions();
        options.setValidateInternalRefs(true);
        SwaggerParseResult result = new OpenAPIV3Parser().readContents(text(resource), List.of(), options);
        assertThat(result.getMessages()).isEmpty();
        assertThat(result.getOpenAPI().getOpenapi()).startsWith("3.0.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"contract.json", "generator-input.json"})
    void everyReferenceLeadsSomewhere(String resource) throws IOException {
        Map<String, Object> document = Documents.parse(text(resource), resource);
        List<String> lost = new ArrayList<>();
        references(document).forEach(reference -> {
            String[] way = reference.substring(2).split("/");
            if (!reference.startsWith("#/") || Trees.at(document, way) == null) {
                lost.add(reference);
            }
        });
        assertThat(lost).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"contract.json", "generator-input.json"})
    void operationIdsAreUnique(String resource) throws IOException {
        List<String> ids = Index.operations(Documents.parse(text(resource), resource)).stream()
                .map(Operation::id).toList();
        assertThat(ids).isNotEmpty().doesNotHaveDuplicates();
    }

    private static Set<String> references(Object node) {
        Set<String> found = new HashSet<>();
        Trees.object(node).forEach((key, value) -> {
            if (key.equals("$ref") && value instanceof String reference) {
                found.add(reference);
            }
            found.addAll(references(value));
        });
        Trees.list(node).forEach(item -> found.addAll(references(item)));
        return found;
    }

    private static String text(String resource) throws IOException {
        try (InputStream in = Contract.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
