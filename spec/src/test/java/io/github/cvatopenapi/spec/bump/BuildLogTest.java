package io.github.cvatopenapi.spec.bump;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildLogTest {

    private static final String ADVICE = """
            [ERROR]\s
            [ERROR] To see the full stack trace of the errors, re-run Maven with the -e switch.
            [ERROR] Re-run Maven using the -X switch to enable full debug logging.
            [ERROR] [Help 1] http://cwiki.apache.org/confluence/display/MAVEN/MojoExecutionException
            """;

    @TempDir
    private Path folder;

    private String firstError(String log) throws IOException {
        Path file = Files.writeString(folder.resolve("log"), log);
        return BuildLog.firstError(file, Path.of("/tmp/copy")).replaceFirst(" \\(all of it: .*", "");
    }

    @Test
    void isTheErrorAndNotMavensAdvice() throws IOException {
        assertThat(firstError("\u001b[0m\u001b[0m[ERROR] Failed to execute goal org.codehaus.mojo:exec-maven-plugin:"
                + "3.6.4:java (build-contract) on project cvat-spec: An exception occurred while executing the Java "
                + "class. prose.yaml: target $.a matches 2 nodes, 1 expected (Prose.) -> [Help 1]\n" + ADVICE))
                .isEqualTo("prose.yaml: target $.a matches 2 nodes, 1 expected (Prose.)");
    }

    @Test
    void isTheSymbolThatCannotBeFound() throws IOException {
        assertThat(firstError("""
                [ERROR] COMPILATION ERROR :\s
                [ERROR] /tmp/copy/generated/src/main/java/Exports.java:[12,5] cannot find symbol
                [ERROR]   symbol:   class RqId
                [ERROR] Failed to execute goal org.apache.maven.plugins:maven-compiler-plugin:3.14.0:compile \
                (default-compile) on project cvat-client: Compilation failure -> [Help 1]
                """ + ADVICE)).isEqualTo("generated/src/main/java/Exports.java:[12,5] cannot find symbol, "
                + "symbol: class RqId");
    }

    @Test
    void isTheExceptionWhereTheGoalNamesNoCause() throws IOException {
        assertThat(firstError("""
                java.lang.RuntimeException: Could not process model 'Odd'
                [ERROR] Failed to execute goal org.openapitools:openapi-generator-maven-plugin:7.25.0:generate (client) \
                on project cvat-client: Code generation failed. See above for the full exception. -> [Help 1]
                """ + ADVICE)).isEqualTo("RuntimeException: Could not process model 'Odd'");
    }
}
