package io.github.cvatopenapi.client.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's code compiles as printed, in a method that declares no exception. */
class ReadmeTest {

    private static final Pattern JAVA = Pattern.compile("```java\\R(.*?)```", Pattern.DOTALL);

    @TempDir
    Path classes;

    @Test
    void codeCompilesAsPrinted() throws IOException {
        List<String> blocks = JAVA.matcher(Files.readString(Path.of("../README.md"))).results()
                .map(block -> block.group(1)).toList();
        assertThat(blocks).as("code in README.md").isNotEmpty()
                .allSatisfy(code -> assertThat(problems(code)).isEmpty());
    }

    private List<String> problems(String code) {
        String source = """
                import io.github.cvatopenapi.client.*;
                import io.github.cvatopenapi.client.model.*;
                import java.nio.file.Path;
                class Printed { void run() { %s } }""".formatted(code);
        JavaFileObject file = new SimpleJavaFileObject(URI.create("string:///Printed.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> options = List.of("-proc:none", "-d", classes.toString(),
                "-classpath", System.getProperty("java.class.path"));
        compiler.getTask(null, null, problems, options, null, List.of(file)).call();
        return problems.getDiagnostics().stream().map((Diagnostic<?> problem) -> problem.toString()).toList();
    }
}
