package io.github.cvatopenapi.spec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeneratorCheckTest {

    private static String document(String property, String parameter) {
        return """
                paths:
                  /api/a:
                    get:
                      parameters:
                      - {in: query, name: p, schema: %s}
                components:
                  schemas:
                    A: {type: object, properties: {x: %s}}
                    B: {type: string}
                """.formatted(parameter, property);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {anyOf: [{type: string}, {type: integer}]}                    | \
                A.x has anyOf, of which it makes a class that holds none of them | .anyOf
            {oneOf: [{type: string}, {type: integer}]}                    | \
                A.x has oneOf, of which it makes a class that holds none of them | .oneOf
            {type: array, items: {oneOf: [{type: string}]}}               | \
                A.x[] has oneOf, of which it makes a class that holds none of them | .items.oneOf
            {not: {type: string}}                                         | A.x has not, which it leaves out | .not
            {allOf: [{type: object}, {type: object}]}                     | \
                A.x has allOf of several, which no test of the client covers | .allOf
            {properties: {y: {type: string}}, additionalProperties: true} | \
                A.x has properties and additionalProperties, of which it keeps one | .additionalProperties
            {type: integer, enum: [1, 2]}                                 | \
                A.x is an enumeration of other values than text, which no test of the client covers | .enum
            {type: string, format: date}                                  | \
                A.x has the format date, which the client cannot read or write | .format
            """)
    void formsThatLoseValuesAreNamedWithTheirPlace(String property, String problem, String place) {
        assertThat(GeneratorCheck.problems(Documents.parse(document(property, "{type: string}"), "document")))
                .singleElement().asString().startsWith(
                        problem + "; target $.components.schemas.A.properties.x" + place + ", remove: true");
    }

    @Test
    void anObjectInAQueryIsNamed() {
        assertThat(GeneratorCheck.problems(Documents.parse(document("{type: string}", "{type: object}"), "document")))
                .containsExactly("GET /api/a, parameter p is an object, which it cannot put into a path or query; "
                        + "target $.paths['/api/a'].get.parameters[?@.name=='p'].schema, update: {type: string}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            responses: {'200': {content: {text/csv: {schema: {type: string}}}}} | \
                GET /api/a, response 200 is text of the type text/csv, which the client would read as JSON | \
                responses['200'].content['text/csv'].schema, update: {format: binary}
            responses: {'200': {content: &a {application/json: {schema: {$ref: '#/components/schemas/A'}}}}, \
                '202': {content: {application/json: {schema: {$ref: '#/components/schemas/B'}}}}} | \
                GET /api/a answers A and B, of which one method returns the first only | \
                responses['202'], remove: true
            requestBody: {content: {application/octet-stream: {schema: {type: string, format: binary}}}} | \
                GET /api/a takes application/octet-stream, which the client does not send | \
                requestBody.content['application/octet-stream'], remove: true
            parameters: [{in: cookie, name: c, schema: {type: string}}] | \
                GET /api/a, parameter c is a cookie, which it does not send | \
                parameters[?@.name=='c'], remove: true
            """)
    void formsOfOperationsAreNamedWithTheirPlace(String part, String problem, String place) {
        String text = """
                paths: {/api/a: {get: {%s}}}
                components: {schemas: {A: {type: object, properties: {x: {type: string}}}, B: {type: string}}}
                """.formatted(part);
        assertThat(GeneratorCheck.problems(Documents.parse(text, "document"))).singleElement().asString()
                .startsWith(problem + "; target $.paths['/api/a'].get." + place);
    }

    @Test
    void aFileInsideJsonIsNamedOnce() {
        String text = """
                paths:
                  /api/a:
                    post: {requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}}
                    put: {requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}}
                components: {schemas: {A: {type: object, properties: {x: {type: string, format: binary}}}}}
                """;
        assertThat(GeneratorCheck.problems(Documents.parse(text, "document")))
                .containsExactly("x of A is a file inside JSON, which cannot be sent; "
                        + "target $.components.schemas.A.properties['x'], remove: true");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {allOf: [{$ref: '#/components/schemas/B'}], nullable: true}
            {type: object, additionalProperties: {}}
            {type: array, items: {}}
            {type: string, format: date-time, nullable: true}
            {type: string, enum: [a, null]}
            """)
    void formsOfThePinnedDocumentPass(String property) {
        assertThat(GeneratorCheck.problems(Documents.parse(document(property, "{type: string}"), "document")))
                .isEmpty();
    }
}
