package io.github.cvatopenapi.contract.labels;

import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Check;
import io.github.cvatopenapi.contract.harness.run.Run;
import java.util.List;
import java.util.Map;

/** Labels are part of their project or task: it is dated when one of them changes or goes. */
final class LabelsDatesChecks {

    private static final List<Map<String, Object>> LABELS = List.of(Map.of("name", "car"), Map.of("name", "bus"));

    @Check(operation = "labels_destroy", rule = Rule.LIFECYCLE_DATE, caseName = "project")
    void aProjectIsDatedWhenOneOfItsLabelsGoes(Run run) {
        Answer before = project(run);
        run.main().call("labels_destroy").path(label(run, "project_id", before)).expect(204);
        run.main().call("projects_retrieve").path(before.id()).expect(200).updatedSince(before);
    }

    @Check(operation = "labels_destroy", rule = Rule.LIFECYCLE_DATE, caseName = "task")
    void aTaskIsDatedWhenOneOfItsLabelsGoes(Run run) {
        Answer before = run.main().call("tasks_create").json(Map.of("name", run.name("task"), "labels", LABELS))
                .expect(201);
        run.main().call("labels_destroy").path(label(run, "task_id", before)).expect(204);
        run.main().call("tasks_retrieve").path(before.id()).expect(200).updatedSince(before);
    }

    @Check(operation = "labels_partial_update", rule = Rule.LIFECYCLE_DATE)
    void aProjectIsDatedWhenOneOfItsLabelsChanges(Run run) {
        Answer before = project(run);
        run.main().call("labels_partial_update").path(label(run, "project_id", before)).json(Map.of("name", "lorry"))
                .expect(200);
        run.main().call("projects_retrieve").path(before.id()).expect(200).updatedSince(before);
    }

    private static Answer project(Run run) {
        return run.main().call("projects_create").json(Map.of("name", run.name("project"), "labels", LABELS))
                .expect(201);
    }

    private static Object label(Run run, String holder, Answer made) {
        return run.main().call("labels_list").query(holder, made.id()).expect(200).has("results.0.id")
                .at("results.0.id");
    }
}
