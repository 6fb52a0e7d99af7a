package io.github.cvatopenapi.contract.harness.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cvatopenapi.contract.harness.http.JsonTrees;
import io.github.cvatopenapi.contract.harness.report.ReportFiles;
import io.github.cvatopenapi.contract.harness.run.Experiment;
import io.github.cvatopenapi.embedded.Interceptor;
import io.github.cvatopenapi.spec.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the suite says of answers is told by cause, in the forms that it says it in today: what it says in another form
 * would come out as a sentence of its own here.
 */
class CausesOfMutantsTest {

    private static final Interceptor OTHER_MEMBERS = Break.body("comments_retrieve", comment -> {
        comment.put("message", null);
        comment.put("issue", "one");
        List.of("id", "created_date", "updated_date", "owner").forEach(comment::remove);
    });

    private static final Interceptor FORBIDDEN = Break.answers("labels_retrieve", 404, response -> Break.json(
            Break.status(response, 403), Map.of("detail", "You do not have permission to perform this action.")));

    @Test
    void aReportTellsWhatCausesItsFailures(@TempDir Path directory) throws IOException {
        Interceptor both = (request, chain) -> OTHER_MEMBERS.intercept(request,
                passed -> FORBIDDEN.intercept(passed, chain));
        ReportFiles.write(Experiment.run(both, List.of("comments_retrieve", "labels_retrieve"),
                Duration.ofSeconds(60)), directory);
        Object report = JsonTrees.read(Files.readString(directory.resolve("report.json")));
        assertThat(Trees.list(Trees.object(report).get("causes")).stream().map(each -> Trees.object(each).get("title")))
                .containsExactly("CommentRead.message may be null, and created_date, id, owner and updated_date may be "
                        + "missing, and issue holds a string where an integer is right",
                        "labels_retrieve answers 403 where 404 is right");
    }
}
