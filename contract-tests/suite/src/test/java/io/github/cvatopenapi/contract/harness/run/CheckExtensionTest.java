package io.github.cvatopenapi.contract.harness.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckExtensionTest {

    @ParameterizedTest
    @CsvSource({
        "aRemovedProjectIsGone, a removed project is gone",
        "aTaskWithoutANameGets400, a task without a name gets 400",
        "aQRCodeIsRead, a qr code is read",
        "base64IsTaken, base64 is taken"
    })
    void behavioursAreTheWordsOfTheName(String method, String behaviour) {
        assertThat(CheckExtension.words(method)).isEqualTo(behaviour);
    }
}
