package io.github.cvatopenapi.contract.tasks;

import io.github.cvatopenapi.contract.cloudstorages.BucketFixtures;
import io.github.cvatopenapi.contract.harness.fixtures.Fixture;
import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.http.Call;
import io.github.cvatopenapi.contract.harness.run.Run;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A task with one rectangle, in a project that has the bucket of the settings as the place of its files, and what is
 * exported of it.
 *
 * @param project its project
 * @param task    with one picture
 * @param job     the only one of the task
 */
public record PlacedTask(long project, long task, long job) {

    /** The shared one, which is only read. */
    public static final Fixture<PlacedTask> SHARED = Fixture.of("a project whose files are in a bucket",
            PlacedTask::make);

    /** A name as people give files, with letters beyond ASCII and signs that addresses use for something else. */
    private static final String ODD = "Straße 1 + 50%/ödd & (näme).zip";

    static final Fixture<Stored> TASK = stored("task.zip", run -> annotations(run, "tasks", run.get(SHARED).task()));
    static final Fixture<Stored> JOB = stored(ODD, run -> annotations(run, "jobs", run.get(SHARED).job()));
    static final Fixture<Stored> BACKUP = stored("task-backup.zip",
            run -> run.main().call("tasks_create_backup_export").path(run.get(SHARED).task()));

    /**
     * An export that went into the bucket.
     *
     * @param finished its request
     * @param key      what it was to be called there
     */
    public record Stored(Answer finished, String key) {

        /** Asserts that it is there. */
        public void isStored(Run run) {
            BucketFixtures.stored(run, finished, key);
        }

        /** An import of it. */
        public Call from(Run run, Call importing) {
            return BucketFixtures.place(run, importing, key);
        }
    }

    /** An export into the bucket under a name of the run's own. */
    private static Fixture<Stored> stored(String name, Function<Run, Call> export) {
        return Fixture.of("an export in a bucket", run -> {
            String key = BucketFixtures.writable(run).key("files/" + name);
            return new Stored(run.awaitFinished(run.main(),
                    BucketFixtures.place(run, export.apply(run), key).expect(202)), key);
        });
    }

    private static Call annotations(Run run, String tag, long target) {
        return run.main().call(tag + "_create_dataset_export").path(target).query("format", ExportChecks.FORMAT)
                .query("save_images", false);
    }

    private static PlacedTask make(Run run) {
        Map<String, Object> place = BucketFixtures.settings(run);
        Answer project = run.main().call("projects_create").json(Map.of("name", run.names().slug(),
                "labels", List.of(Map.of("name", "car")), "target_storage", place, "source_storage", place))
                .expect(201);
        long task = TaskFixtures.withImages(run, 1, Map.of("project_id", project.id()));
        Object label = run.main().call("labels_list").query("project_id", project.id()).expect(200).at("results.0.id");
        run.main().call("tasks_update_annotations").path(task)
                .json(LabelledTask.sheet(List.of(), List.of(LabelledTask.bare(label, 0)), List.of())).expect(200);
        return new PlacedTask(project.id(), task, TaskFixtures.jobs(run, task).get(0));
    }

    /** Asserts that annotations are the rectangle that was exported. */
    public static void comeBack(Answer annotations) {
        Map<String, Object> sent = LabelledTask.bare(0, 0);
        annotations.has("shapes.0.type", sent.get("type")).has("shapes.0.frame", sent.get("frame"))
                .has("shapes.0.points", sent.get("points")).has("shapes.0.occluded", sent.get("occluded"))
                .has("shapes.1", null).has("tracks", List.of()).has("tags", List.of());
    }
}
