package io.github.cvatopenapi.contract.tasks;

import io.github.cvatopenapi.contract.harness.fixtures.Fixture;
import io.github.cvatopenapi.contract.harness.fixtures.SamplePictures;
import io.github.cvatopenapi.contract.harness.generic.Sample;
import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.http.Call;
import io.github.cvatopenapi.contract.harness.http.Caller;
import io.github.cvatopenapi.contract.harness.run.Run;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tasks that checks share. */
public final class TaskFixtures {

    /** How many pictures are in a shared task. */
    public static final int PICTURES = 4;
    /** How many pictures each of its jobs has. */
    public static final int SEGMENT = 2;

    private static final Map<String, Object> TWO_JOBS = Map.of("segment_size", SEGMENT);

    /** A task of two jobs with two frames each, and one label, {@code car}. */
    public static final Fixture<Long> WITH_IMAGES = Fixture.of("a task with images",
            run -> withImages(run, PICTURES, TWO_JOBS));

    /** The same for what reads a task with data and says nothing of what is in it. */
    public static final Fixture<Long> ANY = Fixture.of("a task with data", run -> run.get(WITH_IMAGES))
            .orExisting(TaskFixtures::filled);

    /**
     * A task without data, which is not even asked how data could be sent to it: from then on a server takes it to have
     * some.
     */
    public static final Fixture<Long> EMPTY = Fixture.of("a task without data", run -> make(run, Map.of()));

    /** A project that checks make tasks in, with one label, {@code car}. */
    static final Fixture<Long> PROJECT = Fixture.of("a project for tasks", run -> run.main().call("projects_create")
            .json(Map.of("name", run.name("project"), "labels", List.of(Map.of("name", "car")))).expect(201).id());

    /** Four tasks without data, found by a word that no other task has; their subsets are {@code a} to {@code d}. */
    static final Fixture<Sample.Items> SEVERAL = Fixture.of("several tasks", run -> {
        String word = run.names().slug();
        List<Object> ids = new ArrayList<>();
        for (String suffix : List.of("a", "b", "c", "d")) {
            ids.add(run.main().call("tasks_create")
                    .json(Map.of("name", word + " " + suffix, "labels", List.of(Map.of("name", "car")),
                            "subset", subset(run, suffix), "bug_tracker", tracker(run, suffix))).expect(201).id());
        }
        run.main().call("tasks_partial_update").path(ids.get(1)).json(Map.of("assignee_id", run.main().id()))
                .expect(200);
        return new Sample.Items(ids, Map.of("search", word));
    });

    /** Two tasks in an organization of their own, and one beside it. */
    static final Fixture<Sample.InOrganization> IN_ORGANIZATION = Fixture.of("tasks in an organization", run -> {
        Answer organization = run.main().call("organizations_create").json(Map.of("slug", run.names().slug()))
                .expect(201);
        String slug = String.valueOf(organization.at("slug"));
        List<Object> inside = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            inside.add(run.main().call("tasks_create").inOrganization(slug)
                    .json(Map.of("name", run.name("task"), "labels", List.of(Map.of("name", "car")))).expect(201).id());
        }
        return new Sample.InOrganization(slug, organization.id(), inside, run.get(EMPTY));
    });

    /** A task that the checks of bounds change as they like. */
    static final Fixture<Long> TO_CHANGE = Fixture.of("a task to change", run -> withImages(run, PICTURES, TWO_JOBS));

    /** A task whose annotations and frames the checks of bounds change as they like. */
    static final Fixture<Long> TO_ANNOTATE = Fixture.of("a task to annotate",
            run -> withImages(run, PICTURES, TWO_JOBS));

    /** A task without data that checks try to fill in vain. */
    static final Fixture<Long> TO_FILL = Fixture.of("a task to fill", run -> make(run, Map.of()));

    /** A task with ground truth on its frames 0 and 2. */
    public static final Fixture<Long> WITH_GROUND_TRUTH = Fixture.of("a task with ground truth",
            TaskFixtures::withGroundTruth);

    private TaskFixtures() {
    }

    /** The first task that has data, among the newest. */
    private static Optional<Long> filled(Run run) {
        return run.main().call("tasks_list").query("page_size", 50).expect(200).results().stream()
                .filter(task -> task.get("size") instanceof Number size && size.longValue() > 0)
                .map(task -> ((Number) task.get("id")).longValue()).findFirst();
    }

    static String subset(Run run, String suffix) {
        return run.names().runId() + suffix;
    }

    static String tracker(Run run, String suffix) {
        return "https://bugs.contract.example/" + run.names().runId() + "/" + suffix;
    }

    /** A task without data, of the main account. */
    public static long make(Run run, Map<String, ?> more) {
        Map<String, Object> body = new LinkedHashMap<>(more);
        body.put("name", run.name("task"));
        if (!more.containsKey("project_id")) {
            body.putIfAbsent("labels", List.of(Map.of("name", "car")));
        }
        return run.main().call("tasks_create").json(body).expect(201).id();
    }

    /** A task of the main account with that many pictures in it. */
    public static long withImages(Run run, int pictures, Map<String, ?> more) {
        long id = make(run, more);
        upload(run, run.main(), id, pictures);
        return id;
    }

    /** A new task like {@link #WITH_GROUND_TRUTH}. */
    static long withGroundTruth(Run run) {
        long task = withImages(run, PICTURES, TWO_JOBS);
        run.main().call("jobs_create")
                .json(Map.of("task_id", task, "type", "ground_truth", "frame_selection_method", "manual",
                        "frames", List.of(0, 2))).expect(201);
        return task;
    }

    /** Uploads pictures into a task and waits until they are in it. */
    public static void upload(Run run, Caller caller, long task, int pictures) {
        run.awaitFinished(caller, sending(caller, task, pictures).expect(202));
    }

    /** A call that uploads pictures into a task at once. */
    public static Call sending(Caller caller, long task, int pictures) {
        return adding(caller.call("tasks_create_data").path(task).field("image_quality", 70), pictures);
    }

    /** The call with pictures as the files of its body. */
    static Call adding(Call call, int pictures) {
        for (int i = 0; i < pictures; i++) {
            call.file("client_files[" + i + "]", fileName(i), SamplePictures.png(i + 1), "image/png");
        }
        return call;
    }

    /** What the picture of a frame is called. */
    public static String fileName(int frame) {
        return "picture-" + frame + ".png";
    }

    /** What was uploaded as a frame. */
    public static byte[] uploaded(int frame) {
        return SamplePictures.png(frame + 1);
    }

    /** The jobs of a task in the order of their frames: one for each part of it. */
    public static List<Long> jobs(Run run, long task) {
        return run.main().call("jobs_list").query("task_id", task).query("sort", "id").query("type", "annotation")
                .query("page_size", "all").expect(200)
                .results().stream().sorted(Comparator.comparing(job -> ((Number) job.get("start_frame")).longValue()))
                .map(job -> ((Number) job.get("id")).longValue()).toList();
    }
}
