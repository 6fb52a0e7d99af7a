package io.github.cvatopenapi.contract.tasks;

import io.github.cvatopenapi.client.Target;
import io.github.cvatopenapi.client.TransferOptions;
import io.github.cvatopenapi.contract.harness.fixtures.Fixture;
import io.github.cvatopenapi.contract.harness.fixtures.LocalFiles;
import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.http.Call;
import io.github.cvatopenapi.contract.harness.run.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Jobs of the client that projects, tasks and jobs have alike. */
public final class ClientJobs {

    /** The format in which what was exported is imported again. */
    public static final String IMPORT_FORMAT = "CVAT 1.1";

    /** A task that only the client exports: who exports the same meanwhile would be refused. */
    public static final Fixture<Long> TO_EXPORT = Fixture.of("a task that the client exports", run ->
            TaskFixtures.withImages(run, TaskFixtures.PICTURES, Map.of("segment_size", TaskFixtures.SEGMENT)));

    private ClientJobs() {
    }

    /** Within the time that a piece of work may take. */
    public static TransferOptions options(Run run) {
        return TransferOptions.DEFAULT.withTimeout(run.settings().timeout());
    }

    /** The same for sending a file, in one go or in two pieces. */
    public static TransferOptions sending(Run run, Path file, boolean inPieces) throws IOException {
        TransferOptions options = options(run);
        return inPieces ? options.withPieceSize(Math.toIntExact(Files.size(file) / 2 + 1)) : options;
    }

    /** Asserts that the client exports a dataset into a file, an archive with that many pictures and annotations. */
    public static void exported(Run run, Target target, int pictures) {
        Set<String> names = run.main().byJar((cvat, directory) -> LocalFiles.archived(
                cvat.exports().dataset(target, ExportChecks.FORMAT, true, directory, options(run))));
        long there = names.stream().filter(each -> each.endsWith(".png")).count();
        if (there != pictures || !names.contains("annotations.xml")) {
            throw new AssertionError("The client exported " + target + " with the files " + names + ", expected "
                    + pictures + " pictures and annotations.xml.");
        }
    }

    /** Asserts that annotations that the client exported come back by its import, once they are gone. */
    public static void imported(Run run, String tag, boolean inPieces) {
        LabelledTask labelled = LabelledTask.make(run, 1);
        Map<String, Object> rectangle = labelled.rectangle(0);
        run.main().call("tasks_update_annotations").path(labelled.task())
                .json(LabelledTask.sheet(List.of(), List.of(rectangle), List.of())).expect(200);
        Target target = tag.equals("tasks") ? Target.task(Math.toIntExact(labelled.task()))
                : Target.job(Math.toIntExact(TaskFixtures.jobs(run, labelled.task()).get(0)));
        run.main().byJar((cvat, directory) -> {
            Path file = cvat.exports().dataset(target, ExportChecks.FORMAT, false, directory, options(run));
            run.main().call("tasks_destroy_annotations").path(labelled.task()).expect(204);
            return cvat.imports().annotations(target, IMPORT_FORMAT, file, sending(run, file, inPieces));
        });
        run.main().call("tasks_retrieve_annotations").path(labelled.task()).expect(200)
                .has("shapes.0.points", rectangle.get("points")).has("shapes.1", null);
    }

    /** Asserts that these are the ids of all items of a list, each once; the client walks in an order of its own. */
    public static void walked(Call list, List<Integer> ids) {
        Answer whole = list.query("page_size", "all").expect(200);
        List<Long> there = whole.resultIds().stream().map(each -> ((Number) each).longValue()).sorted().toList();
        if (!there.equals(ids.stream().map(Integer::longValue).sorted().toList())) {
            throw whole.fail("the client gave " + ids + ", there are " + there);
        }
    }
}
