package io.github.cvatopenapi.contract.tasks;

import io.github.cvatopenapi.contract.harness.Fixture;
import io.github.cvatopenapi.contract.harness.Pictures;
import io.github.cvatopenapi.contract.harness.Run;
import io.github.cvatopenapi.contract.harness.http.Call;
import io.github.cvatopenapi.contract.harness.http.Caller;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tasks that checks share. */
public final class TaskFixtures {

    /** A task of two jobs with two frames each, and one label, {@code car}. */
    public static final Fixture<Long> WITH_IMAGES = Fixture.of("a task with images", run -> withImages(run, 4, Map.of("segment_size", 2)))
            .orExisting(Fixture.firstOf("tasks_list"));

    private TaskFixtures() {
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

    /** Uploads pictures into a task and waits until they are in it. */
    public static void upload(Run run, Caller caller, long task, int pictures) {
        Call call = caller.call("tasks_create_data").path(task).field("image_quality", 70);
        for (int i = 0; i < pictures; i++) {
            call.file("client_files[" + i + "]", "picture-" + i + ".png", Pictures.png(i + 1), "image/png");
        }
        run.awaitFinished(caller, call.expect(202));
    }
}
