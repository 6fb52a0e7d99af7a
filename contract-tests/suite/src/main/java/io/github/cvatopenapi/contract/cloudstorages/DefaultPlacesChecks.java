package io.github.cvatopenapi.contract.cloudstorages;

import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Check;
import io.github.cvatopenapi.contract.harness.run.Run;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Cloud storages as the places in which projects and tasks look for files by default, and put them. */
final class DefaultPlacesChecks {

    private static final String PLACES = "places in a bucket";

    private static Map<String, Object> places(Run run) {
        return both(CloudstorageFixtures.place(run));
    }

    private static Map<String, Object> both(Map<String, Object> place) {
        return Map.of("source_storage", place, "target_storage", place);
    }

    private static Answer told(Answer answer, Run run) {
        CloudstorageFixtures.place(run).forEach((name, value) ->
                answer.has("source_storage." + name, value).has("target_storage." + name, value));
        return answer;
    }

    private static Answer make(Run run, String tag, Map<String, Object> more) {
        Map<String, Object> body = new LinkedHashMap<>(more);
        body.put("name", run.name("placed"));
        body.put("labels", List.of(Map.of("name", "car")));
        return run.main().call(tag + "_create").json(body).expect(201);
    }

    private static void made(Run run, String tag) {
        Answer made = told(make(run, tag, places(run)), run);
        told(run.main().call(tag + "_retrieve").path(made.id()).expect(200), run);
    }

    /** What has places gets others; where there were none, CVAT's source answers new ones and does not keep them. */
    private static void changed(Run run, String tag) {
        Map<String, Object> places = places(run);
        long id = make(run, tag, both(Map.of("location", "local"))).id();
        told(run.main().call(tag + "_partial_update").path(id).json(places).expect(200), run);
        told(run.main().call(tag + "_retrieve").path(id).expect(200), run);
    }

    @Check(operation = "projects_create", rule = Rule.LIFECYCLE_CREATE, caseName = PLACES)
    void aProjectIsMadeWithItsPlacesInABucket(Run run) {
        made(run, "projects");
    }

    @Check(operation = "tasks_create", rule = Rule.LIFECYCLE_CREATE, caseName = PLACES)
    void aTaskIsMadeWithItsPlacesInABucket(Run run) {
        made(run, "tasks");
    }

    @Check(operation = "projects_partial_update", rule = Rule.LIFECYCLE_CHANGE, caseName = PLACES)
    void aProjectGetsItsPlacesInABucket(Run run) {
        changed(run, "projects");
    }

    @Check(operation = "tasks_partial_update", rule = Rule.LIFECYCLE_CHANGE, caseName = PLACES)
    void aTaskGetsItsPlacesInABucket(Run run) {
        changed(run, "tasks");
    }
}
