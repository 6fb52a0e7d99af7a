package io.github.cvatopenapi.spec.bump;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UncheckedTest {

    @TempDir
    private Path folder;

    @Test
    void namesWhatNoCheckIsAbout() throws IOException {
        Path checks = Files.writeString(folder.resolve("checks.json"), """
                {"checks": [
                  {"operation": "things_list", "parameters": ["query page"], "statuses": [200]},
                  {"operation": "things_list", "statuses": [401]},
                  {"operation": "things_create"}
                ]}
                """);
        Unchecked unchecked = Unchecked.of(Small.contract(Small.text()), checks);

        assertThat(unchecked.unknown()).isEmpty();
        assertThat(unchecked.operations()).containsExactly("things_destroy");
        assertThat(unchecked.parameters()).containsExactly("things_list query state");
        assertThat(unchecked.statuses()).containsExactly("things_list 404", "things_create 201");
    }
}
