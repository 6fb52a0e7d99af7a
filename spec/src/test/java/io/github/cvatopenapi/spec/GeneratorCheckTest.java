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
                A.x has anyOf, of which it makes a class that holds none of them
            {oneOf: [{type: string}, {type: integer}]}                    | \
                A.x has oneOf, of which it makes a class that holds none of them
            {type: array, items: {oneOf: [{type: string}]}}               | \
                A.x[] has oneOf, of which it makes a class that holds none of them
            {not: {type: string}}                                         | A.x has not, which it leaves out
            {allOf: [{type: object}, {type: object}]}                     | \
                A.x has allOf of several, which no test of the client covers
            {properties: {y: {type: string}}, additionalProperties: true} | \
                A.x has properties and additionalProperties, of which it keeps one
            {type: integer, enum: [1, 2]}                                 | \
                A.x is an enumeration of other values than text, which no test of the client covers
            {type: string, format: date}                                  | \
                A.x has the format date, which the client cannot read or write
            """)
    void formsThatLoseValuesAreNamed(String property, String problem) {
        assertThat(GeneratorCheck.problems(Documents.parse(document(property, "{type: string}"), "document")))
                .containsExactly(problem);
    }

    @Test
    void anObjectInAQueryIsNamed() {
        assertThat(GeneratorCheck.problems(Documents.parse(document("{type: string}", "{type: object}"), "document")))
                .containsExactly("GET /api/a, parameter p is an object, which it cannot put into a path or query");
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
