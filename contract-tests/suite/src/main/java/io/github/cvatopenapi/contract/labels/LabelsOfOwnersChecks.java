package io.github.cvatopenapi.contract.labels;

import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Check;
import io.github.cvatopenapi.contract.harness.run.Run;
import io.github.cvatopenapi.contract.tasks.LabelledTask;
import io.github.cvatopenapi.contract.tasks.TaskFixtures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Labels as bodies of projects and tasks have them: they come with these, are added, changed and removed there. */
final class LabelsOfOwnersChecks {

    private static Answer ofTask(Run run, long task) {
        return run.main().call("labels_list").query("task_id", task).query("page_size", "all").expect(200);
    }

    @Check(operation = "projects_create", rule = Rule.LIFECYCLE_CREATE, caseName = "labels of every kind")
    void aProjectHasTheLabelsThatItWasMadeWith(Run run) {
        LabelsOfEveryKind.areIn(LabelFixtures.ofProject(run, run.get(LabelFixtures.EVERY_KIND)).has("count", 3));
    }

    @Check(operation = "tasks_create", rule = Rule.LIFECYCLE_CREATE, caseName = "labels of every kind")
    void aTaskHasTheLabelsThatItWasMadeWith(Run run) {
        long task = TaskFixtures.make(run, Map.of("labels", LabelledTask.LABELS));
        LabelsOfEveryKind.areIn(ofTask(run, task).has("count", 3));
    }

    @Check(operation = "projects_partial_update", rule = Rule.LIFECYCLE_CHANGE, caseName = "labels")
    void labelsOfAProjectAreChangedRemovedAndAddedAtOnce(Run run) {
        Answer before = LabelFixtures.two(run);
        long project = before.number("results.0.project_id");
        run.main().call("projects_partial_update").path(project).json(change(before)).expect(200);
        changed(LabelFixtures.ofProject(run, project), before);
    }

    @Check(operation = "tasks_partial_update", rule = Rule.LIFECYCLE_CHANGE, caseName = "many labels")
    void labelsOfATaskAreChangedRemovedAndAddedAtOnce(Run run) {
        long task = TaskFixtures.make(run, Map.of("labels", List.of(Map.of("name", "car"), Map.of("name", "bus"))));
        Answer before = ofTask(run, task);
        run.main().call("tasks_partial_update").path(task).json(change(before)).expect(200);
        changed(ofTask(run, task), before);
    }

    /** {@code car} gets another name, color and type, {@code bus} goes, and labels of every kind come. */
    private static Map<String, Object> change(Answer before) {
        List<Object> labels = new ArrayList<>(LabelledTask.LABELS);
        labels.add(Map.of("id", id(before, "car"), "name", "lorry", "color", "#00ff00", "type", "polygon"));
        labels.add(Map.of("id", id(before, "bus"), "name", "bus", "deleted", true));
        return Map.of("labels", labels);
    }

    private static void changed(Answer after, Answer before) {
        String lorry = LabelsOfEveryKind.at(after.has("count", 4), "lorry");
        after.has(lorry + "id", id(before, "car")).has(lorry + "color", "#00ff00").has(lorry + "type", "polygon");
        LabelsOfEveryKind.areIn(after);
    }

    private static Object id(Answer list, String name) {
        return list.at(LabelsOfEveryKind.at(list, name) + "id");
    }
}
