package io.github.cvatopenapi.contract.labels;

import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.http.JsonTrees;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Check;
import io.github.cvatopenapi.contract.harness.run.Run;
import io.github.cvatopenapi.contract.jobs.JobFixtures;
import io.github.cvatopenapi.contract.projects.ProjectFixtures;
import io.github.cvatopenapi.contract.tasks.TaskFixtures;
import io.github.cvatopenapi.spec.Trees;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The life of a label: it comes with its project or task, and is changed and removed by itself. */
final class LabelsLifecycleChecks {

    private static Map<String, Object> named(Answer list, String name) {
        return list.results().stream().filter(label -> name.equals(label.get("name"))).findFirst()
                .orElseThrow(() -> list.fail("there is no label " + name));
    }

    @Check(operation = "labels_retrieve", rule = Rule.LIFECYCLE_READ, caseName = "attributes")
    void theAttributesOfALabelAreToldAsTheyWereSent(Run run) {
        LabelsOfEveryKind.areAttributes(read(run, "cat").has("name", "cat").has("color", "#ff0000")
                .has("type", "any").has("project_id", run.get(LabelFixtures.EVERY_KIND)).has("parent_id", null)
                .has("has_parent", false).has("sublabels", List.of()), "");
    }

    @Check(operation = "labels_retrieve", rule = Rule.LIFECYCLE_READ, caseName = "skeleton")
    void aSkeletonHasItsPointsAsSublabels(Run run) {
        LabelsOfEveryKind.isSkeleton(read(run, "person"), "");
    }

    private static Answer read(Run run, String name) {
        Answer list = LabelFixtures.ofProject(run, run.get(LabelFixtures.EVERY_KIND));
        return run.main().call("labels_retrieve").path(named(list, name).get("id")).expect(200);
    }

    @Check(operation = "labels_list", rule = Rule.LIFECYCLE_READ, caseName = "color")
    void aLabelWithoutAColorGetsOne(Run run) {
        Answer list = LabelFixtures.ofProject(run, run.get(LabelFixtures.EVERY_KIND));
        Object color = named(list, "dog").get("color");
        if (!String.valueOf(color).matches("#[0-9a-f]{6}")) {
            throw list.fail("the color of dog is " + color);
        }
    }

    @Check(operation = "labels_list", rule = Rule.LIFECYCLE_READ, caseName = "sublabels")
    void sublabelsAreNotListedByThemselves(Run run) {
        LabelFixtures.ofProject(run, run.get(LabelFixtures.EVERY_KIND)).has("count", 3);
    }

    @Check(operation = "labels_list", rule = Rule.FILTER_SIMPLE, caseName = "task_id and job_id")
    void theLabelsOfAJobAreThoseOfItsTask(Run run) {
        Answer ofTask = run.main().call("labels_list").query("task_id", run.get(TaskFixtures.WITH_IMAGES)).expect(200)
                .has("count", 1)
                .has("results.0.name", "car").has("results.0.task_id", run.get(TaskFixtures.WITH_IMAGES));
        run.main().call("labels_list").query("job_id", run.get(JobFixtures.JOB)).expect(200).has("count", 1)
                .has("results.0.id", ofTask.at("results.0.id"));
    }

    @Check(operation = "labels_list", rule = Rule.ERROR_MISSING, caseName = "project_id")
    void theLabelsOfAProjectThatIsNotThereAreRefused(Run run) {
        run.main().call("labels_list").query("project_id", 987654321).send().readableError();
    }

    @Check(operation = "labels_partial_update", rule = Rule.LIFECYCLE_CHANGE, caseName = "name")
    void aNewNameIsReadBackAndNothingElseChanges(Run run) {
        Answer before = LabelFixtures.two(run);
        Object id = named(before, "car").get("id");
        change(run, id, Map.of("name", "lorry"));
        run.main().call("labels_retrieve").path(id).expect(200).has("name", "lorry").has("type", "any")
                .has("attributes", List.of()).has("project_id", named(before, "car").get("project_id"));
        run.main().call("labels_retrieve").path(named(before, "bus").get("id")).expect(200).has("name", "bus")
                .has("color", "#332211");
    }

    @Check(operation = "labels_partial_update", rule = Rule.LIFECYCLE_CHANGE, caseName = "color")
    void aNewColorIsReadBack(Run run) {
        Object id = LabelFixtures.one(run).at("results.0.id");
        Answer before = run.main().call("labels_retrieve").path(id).expect(200);
        change(run, id, Map.of("color", "#00ff00"));
        run.main().call("labels_retrieve").path(id).expect(200).has("color", "#00ff00").sameAs(before, "color");
    }

    @Check(operation = "labels_partial_update", rule = Rule.LIFECYCLE_CHANGE, caseName = "type")
    void aNewTypeIsReadBack(Run run) {
        Object id = LabelFixtures.one(run).at("results.0.id");
        Answer before = run.main().call("labels_retrieve").path(id).expect(200);
        change(run, id, Map.of("type", "rectangle"));
        run.main().call("labels_retrieve").path(id).expect(200).has("type", "rectangle")
                .sameAs(before, "type", "color"); // a color that is not sent is chosen anew
    }

    @Check(operation = "labels_partial_update", rule = Rule.LIFECYCLE_CHANGE, caseName = "attributes")
    void anAttributeIsAdded(Run run) {
        Object id = LabelFixtures.one(run).at("results.0.id");
        Map<String, Object> size = Map.of("name", "size", "mutable", true, "input_type", "radio", "default_value", "s",
                "values", List.of("s", "m"));
        change(run, id, Map.of("attributes", List.of(size)));
        Answer label = run.main().call("labels_retrieve").path(id).expect(200).has("attributes.0.id")
                .has("attributes.1", null);
        size.forEach((name, value) -> label.has("attributes.0." + name, value));
    }

    @Check(operation = "labels_partial_update", rule = Rule.LIFECYCLE_CHANGE, caseName = "id of an attribute")
    void anAttributeThatIsNamedByItsIdIsChanged(Run run) {
        Object id = LabelFixtures.one(run).at("results.0.id");
        Map<String, Object> size = new LinkedHashMap<>(Map.of("name", "size", "mutable", true, "input_type", "radio",
                "default_value", "s", "values", List.of("s", "m")));
        change(run, id, Map.of("attributes", List.of(size)));
        Object attribute = run.main().call("labels_retrieve").path(id).expect(200).at("attributes.0.id");
        size.put("id", attribute);
        size.put("name", "width");
        change(run, id, Map.of("attributes", List.of(size)));
        run.main().call("labels_retrieve").path(id).expect(200).has("attributes.0.id", attribute)
                .has("attributes.0.name", "width").has("attributes.1", null);
    }

    private static void change(Run run, Object label, Map<String, Object> change) {
        Answer changed = run.main().call("labels_partial_update").path(label).json(change).expect(200).has("id", label);
        change.forEach((name, value) -> {
            if (!name.equals("attributes")) {
                changed.has(name, value);
            }
        });
    }

    @Check(operation = "labels_partial_update", rule = Rule.ERROR_INPUT, caseName = "name of another label")
    void twoLabelsOfOneNameGet400(Run run) {
        Object id = named(LabelFixtures.two(run), "car").get("id");
        run.main().call("labels_partial_update").path(id).json(Map.of("name", "bus")).expect(400).readableError();
        run.main().call("labels_retrieve").path(id).expect(200).has("name", "car");
    }

    @Check(operation = "labels_destroy", rule = Rule.LIFECYCLE_REMOVE)
    void aRemovedLabelIsGoneFromItsListAndTheOtherStays(Run run) {
        Answer before = LabelFixtures.two(run);
        Object id = named(before, "car").get("id");
        run.main().call("labels_destroy").path(id).expect(204);
        run.main().call("labels_retrieve").path(id).expect(404).readableError();
        LabelFixtures.ofProject(run, ((Number) named(before, "car").get("project_id")).longValue()).has("count", 1)
                .has("results.0.name", "bus");
    }

    @Check(operation = "labels_destroy", rule = Rule.ERROR_INPUT, caseName = "sublabel")
    void aPointOfASkeletonIsNotRemovedByItself(Run run) {
        Map<String, Object> person = named(LabelFixtures.ofProject(run, run.get(LabelFixtures.EVERY_KIND)), "person");
        run.main().call("labels_destroy").path(JsonTrees.at(person, "sublabels.0.id")).expect(400).readableError();
    }

    @Check(operation = "labels_retrieve", rule = Rule.AUTH_FOREIGN)
    void somebodyElseCannotReadALabel(Run run) {
        run.second().call("labels_retrieve").path(run.get(LabelFixtures.LABEL)).expect(403).readableError();
    }

    @Check(operation = "labels_partial_update", rule = Rule.AUTH_FOREIGN)
    void somebodyElseCannotChangeALabel(Run run) {
        run.second().call("labels_partial_update").path(run.get(LabelFixtures.LABEL)).json(Map.of("name", "mine"))
                .expect(403).readableError();
    }

    @Check(operation = "labels_destroy", rule = Rule.AUTH_FOREIGN)
    void somebodyElseCannotRemoveALabel(Run run) {
        run.second().call("labels_destroy").path(run.get(LabelFixtures.LABEL)).expect(403).readableError();
        run.main().call("labels_list").query("project_id", run.get(ProjectFixtures.PROJECT)).expect(200)
                .has("count", 1);
    }
}
