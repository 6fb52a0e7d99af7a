package io.github.cvatopenapi.spec.bump;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cvatopenapi.spec.bump.Change.Kind;
import io.github.cvatopenapi.spec.bump.Change.Turn;
import io.github.cvatopenapi.spec.bump.Change.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FollowingTest {

    private static final String EMBEDDED =
            "contract-tests/embedded/src/main/java/io/github/cvatopenapi/embedded/resources/";
    private static final String CHECKS = "contract-tests/suite/src/main/java/io/github/cvatopenapi/contract/things/";

    @TempDir
    private Path root;

    private void write(String file, String text) throws IOException {
        Files.createDirectories(root.resolve(file).getParent());
        Files.writeString(root.resolve(file), text);
    }

    private static Change change(Kind kind, Turn turn, String where, String... operations) {
        return new Change(kind, turn, where, "", Verdict.NOT_CONCERNED, Verdict.safe("why"), List.of(operations));
    }

    @Test
    void namesThePlacesToChange() throws IOException {
        write(EMBEDDED + "Things.java", "class Things {\n    on(\"things_old\");\n    on(\"things_list\");\n}\n");
        write(EMBEDDED + "NewerMembers.java", "class NewerMembers {\n    static void declare() {\n"
                + "        form.member(\"Thing\", \"known\", thing -> 1);\n    }\n}\n");
        write(CHECKS + "ThingsChecks.java", "\n    @Check(operation = \"things_list\", rule = Rule.SCHEMA_BODY)\n");

        assertThat(Following.of(root, List.of(change(Kind.OPERATION, Turn.REMOVED, "things_old", "things_old"),
                change(Kind.OPERATION, Turn.ADDED, "things_new", "things_new"),
                change(Kind.PROPERTY, Turn.ADDED, "Thing.known"), change(Kind.PROPERTY, Turn.ADDED, "Thing.size")),
                List.of("ThingsChecks.java:3: cannot find symbol"), null)).containsExactly(
                "ThingsChecks.java:3: cannot find symbol",
                EMBEDDED + "Things.java:2 names things_old, which is gone; it is left out",
                EMBEDDED + "things: nothing answers things_new yet, so it is answered by 501",
                CHECKS.substring(0, CHECKS.length() - 1) + ": no check and no sample is for things_new",
                EMBEDDED + "NewerMembers.java:2: Thing.size comes as the document allows; declare it here where servers "
                        + "answer something else");
    }

    @Test
    void namesTheChecksThatFail() throws IOException {
        write(CHECKS + "ThingsChecks.java", "\n    @Check(operation = \"things_list\", rule = Rule.LIFECYCLE_READ)\n");
        write(CHECKS + "ThingsGenericChecks.java", "        samples.of(\"things_list\");\n");
        write("report.json", """
                {"checks": [
                  {"operation": "things_list", "rule": "lifecycle-read", "case": "all", "verdict": "fail", "reason": "x"},
                  {"operation": "things_list", "rule": "error-type", "case": "", "verdict": "gone", "reason": "y"},
                  {"operation": "things_list", "rule": "error-type", "case": "", "verdict": "known"}]}
                """);

        assertThat(Following.of(root, List.of(), List.of(), root.resolve("report.json"))).containsExactly(
                CHECKS + "ThingsChecks.java:2: things_list lifecycle-read [all]: x",
                CHECKS + "ThingsGenericChecks.java:1: things_list error-type: the known deviation no longer shows");
    }
}
