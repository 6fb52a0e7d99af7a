package io.github.cvatopenapi.client.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QuickStartTest {

    private static final Pattern JAVA = Pattern.compile("```java\\R(.*?)```", Pattern.DOTALL);

    @Test
    void readmeShowsWhatCompiles() throws IOException {
        String sample = words(Files.readString(Path.of(
                "src/test/java/io/github/cvatopenapi/client/samples/QuickStart.java")));
        String readme = Files.readString(Path.of("../README.md"));
        assertThat(JAVA.matcher(readme).results().map((MatchResult block) -> words(block.group(1)))
                .filter(code -> code.contains("CvatClient")))
                .as("code in README.md; put it into QuickStart.java too").isNotEmpty()
                .allSatisfy(code -> assertThat(sample).contains(code));
    }

    private static String words(String code) {
        return code.strip().replaceAll("\\s+", " ");
    }
}
