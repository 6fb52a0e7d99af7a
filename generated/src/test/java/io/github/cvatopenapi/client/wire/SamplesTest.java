package io.github.cvatopenapi.client.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cvatopenapi.spec.Contract;
import io.github.cvatopenapi.spec.Documents;
import org.junit.jupiter.api.Test;

class SamplesTest {

    @Test
    void aSchemaThatRefersToItselfEnds() {
        Contract contract = Contract.of(Documents.parse("""
                components:
                  schemas:
                    Folder:
                      properties:
                        id: {type: boolean}
                        parent: {allOf: [{$ref: '#/components/schemas/Folder'}]}
                        folders: {type: array, items: {$ref: '#/components/schemas/Folder'}}
                """, "folders"));

        assertThat(Samples.ofAnswers(contract).of(contract.schema("Folder"))).hasToString(
                "{\"id\":true,\"parent\":{\"id\":true,\"parent\":{},\"folders\":[]},"
                        + "\"folders\":[{\"id\":true,\"parent\":{},\"folders\":[]},"
                        + "{\"id\":true,\"parent\":{},\"folders\":[]}]}");
    }
}
