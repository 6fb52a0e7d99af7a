package io.github.cvatopenapi.contract.tasks;

import io.github.cvatopenapi.client.CvatException;
import io.github.cvatopenapi.client.RequestFailedException;
import io.github.cvatopenapi.client.Target;
import io.github.cvatopenapi.client.TransferOptions;
import io.github.cvatopenapi.client.model.DataRequest;
import io.github.cvatopenapi.client.model.PatchedLabelRequest;
import io.github.cvatopenapi.client.model.TaskRead;
import io.github.cvatopenapi.client.model.TaskWriteRequest;
import io.github.cvatopenapi.contract.harness.fixtures.LocalFiles;
import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Check;
import io.github.cvatopenapi.contract.harness.run.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Whole jobs of the client on tasks. */
final class TasksClientChecks {

    /** Some 12 MB, in pieces of which each is larger than what servers take along by the way. */
    private static final int LARGE_SIDE = 2048;
    private static final int LARGE_PIECE = 5 * 1024 * 1024;
    private static final int MANY = 40;

    /** Each has what a form, an address or an archive writes otherwise. */
    private static final List<String> ODD_NAMES = List.of("a\"b.png", "two words.png", "a+b&c=d.png", "50%.png",
            "it's (1) #2.png", "straße.png", "図 1.png");

    private interface Sending {
        List<Path> in(Path directory) throws IOException;
    }

    private static TaskWriteRequest spec(String name) {
        return new TaskWriteRequest().name(name).labels(List.of(new PatchedLabelRequest().name("car")));
    }

    /** Makes a task of files with the jar and asserts that it has a frame of each. */
    private static long made(Run run, Sending files, TransferOptions options) {
        List<String> names = new ArrayList<>();
        TaskRead task = run.main().byJar((cvat, directory) -> {
            List<Path> paths = files.in(directory);
            paths.forEach(each -> names.add(each.getFileName().toString()));
            return cvat.createTask(spec(run.name("task")), new DataRequest().imageQuality(70), paths, options);
        });
        Answer meta = run.main().call("tasks_retrieve_data_meta").path(task.getId()).expect(200)
                .has("size", names.size());
        List<String> there = IntStream.range(0, names.size())
                .mapToObj(frame -> String.valueOf(meta.at("frames." + frame + ".name"))).toList();
        if (!new TreeSet<>(there).equals(new TreeSet<>(names))) {
            throw meta.fail("the frames are of " + there + ", sent were " + names);
        }
        return task.getId();
    }

    @Check(operation = "tasks_create_data", rule = Rule.CLIENT_TASK)
    void smallFilesBecomeATask(Run run) {
        List<String> names = IntStream.range(0, 2).mapToObj(TaskFixtures::fileName).toList();
        long task = made(run, directory -> LocalFiles.pictures(directory, names), ClientJobs.options(run));
        TasksUploadChecks.comeBack(run, task, 2);
    }

    @Check(operation = "tasks_create_data", rule = Rule.CLIENT_TASK, caseName = "odd names")
    void filesWithOddNamesBecomeATask(Run run) {
        List<String> names = LocalFiles.possible(ODD_NAMES);
        made(run, directory -> LocalFiles.pictures(directory, names), ClientJobs.options(run));
    }

    @Check(operation = "tasks_create_data", rule = Rule.CLIENT_TASK, caseName = "large file")
    void aLargeFileSentInPiecesBecomesATask(Run run) {
        long task = made(run, directory -> List.of(LocalFiles.bitmap(directory.resolve("large.bmp"), LARGE_SIDE)),
                ClientJobs.options(run).withPieceSize(LARGE_PIECE));
        run.main().call("tasks_retrieve_data_meta").path(task).expect(200).has("frames.0.width", LARGE_SIDE)
                .has("frames.0.height", LARGE_SIDE);
    }

    @Check(operation = "tasks_create_data", rule = Rule.CLIENT_TASK, caseName = "many files")
    void manyFilesBecomeATask(Run run) {
        List<String> names = IntStream.range(0, MANY).mapToObj(TaskFixtures::fileName).toList();
        made(run, directory -> LocalFiles.pictures(directory, names), ClientJobs.options(run));
    }

    @Check(operation = "tasks_create_data", rule = Rule.CLIENT_FAILURE)
    void whatIsNoPictureFailsAndLeavesNoTask(Run run) {
        String name = run.name("task");
        RequestFailedException failed = run.main().byJar((cvat, directory) -> {
            Path file = Files.writeString(directory.resolve("a.png"), "this is no picture!!");
            try {
                cvat.createTask(spec(name), new DataRequest().imageQuality(70), List.of(file), ClientJobs.options(run));
            } catch (RequestFailedException e) {
                return e;
            }
            throw new AssertionError("The client made a task of what is no picture.");
        });
        Answer left = run.main().call("tasks_list").query("name", name).expect(200);
        if (failed.serverMessage().isBlank()) {
            throw left.fail("the client had no message of the server");
        }
        left.has("count", 0);
    }

    @Check(operation = "tasks_create", rule = Rule.CLIENT_FAILURE)
    void aNameThatIsTooLongFailsWithTheServersSentence(Run run) {
        String name = "x".repeat(300);
        CvatException failed = run.main().byJar((cvat, directory) -> {
            try {
                cvat.execute(cvat.tasks().tasksCreate(spec(name)));
            } catch (CvatException e) {
                return e;
            }
            throw new AssertionError("The client made a task whose name is too long.");
        });
        Answer refused = run.main().call("tasks_create").json(Map.of("name", name, "labels", List.of())).expect(400);
        if (failed.status() != 400 || !List.of(String.valueOf(refused.at("name.0")))
                .equals(failed.fieldErrors().get("name"))) {
            throw refused.fail("the client said: " + failed.getMessage());
        }
    }

    @Check(operation = "tasks_create_dataset_export", rule = Rule.CLIENT_EXPORT)
    void aDatasetIsOnTheDisk(Run run) {
        long task = run.get(ClientJobs.TO_EXPORT);
        ClientJobs.exported(run, Target.task(Math.toIntExact(task)), TaskFixtures.PICTURES);
    }

    @Check(operation = "tasks_create_annotations", rule = Rule.CLIENT_IMPORT)
    void annotationsComeBackFromAFile(Run run) {
        ClientJobs.imported(run, "tasks", false);
    }

    @Check(operation = "tasks_create_annotations", rule = Rule.CLIENT_IMPORT, caseName = "in pieces")
    void annotationsComeBackFromAFileSentInPieces(Run run) {
        ClientJobs.imported(run, "tasks", true);
    }

    @Check(operation = "tasks_create_annotations", rule = Rule.CLIENT_FAILURE)
    void whatIsNoArchiveFailsWithTheServersMessage(Run run) {
        int task = Math.toIntExact(run.get(TaskFixtures.WITH_GROUND_TRUTH));
        RequestFailedException failed = run.main().byJar((cvat, directory) -> {
            Path file = Files.writeString(directory.resolve("annotations.zip"), "no archive");
            try {
                cvat.imports().annotations(Target.task(task), "CVAT 1.1", file, ClientJobs.options(run));
            } catch (RequestFailedException e) {
                return e;
            }
            throw new AssertionError("The client imported what is no archive.");
        });
        Answer request = run.main().call("requests_retrieve").path(failed.requestId().orElse("none")).expect(200)
                .has("status", "failed");
        String message = String.valueOf(request.at("message")).strip();
        if (message.isEmpty() || !message.equals(failed.serverMessage())) {
            throw request.fail("the client said: " + failed.serverMessage());
        }
    }

    @Check(operation = "tasks_create_backup", rule = Rule.CLIENT_BACKUP)
    void aTaskComesBackFromItsBackup(Run run) {
        restored(run, false);
    }

    @Check(operation = "tasks_create_backup", rule = Rule.CLIENT_BACKUP, caseName = "in pieces")
    void aTaskComesBackFromItsBackupSentInPieces(Run run) {
        restored(run, true);
    }

    private static void restored(Run run, boolean inPieces) {
        long task = TaskFixtures.withImages(run, 2, Map.of());
        Target target = Target.task(Math.toIntExact(task));
        int id = run.main().byJar((cvat, directory) -> {
            Path backup = cvat.exports().backup(target, directory, ClientJobs.options(run));
            int made = cvat.imports().taskBackup(backup, ClientJobs.sending(run, backup, inPieces));
            run.resources().add("tasks_destroy", made, run.main());
            return made;
        });
        Answer before = run.main().call("tasks_retrieve").path(task).expect(200);
        run.main().call("tasks_retrieve").path(id).expect(200).has("name", before.at("name")).has("size", 2)
                .has("owner.id", run.main().id());
        TasksUploadChecks.comeBack(run, id, 2);
    }

    @Check(operation = "tasks_list", rule = Rule.CLIENT_LIST)
    void everyTaskOfAListIsGivenOnce(Run run) {
        Object word = run.get(TaskFixtures.SEVERAL).scope().get("search");
        ClientJobs.walked(run.main().call("tasks_list").query("search", word), run.main().byJar((cvat, directory) ->
                cvat.list(cvat.tasks().tasksList(o -> o.search(String.valueOf(word)))).pageSize(1).stream()
                        .map(TaskRead::getId).toList()));
    }
}
