package io.github.cvatopenapi.contract.projects;

import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.http.JsonTrees;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Check;
import io.github.cvatopenapi.contract.harness.run.Run;
import io.github.cvatopenapi.contract.tasks.TaskFixtures;
import io.github.cvatopenapi.contract.tasks.WrongPartsChecks;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** The life of a project. */
final class ProjectsLifecycleChecks {

    private static final Map<String, Object> HERE = Map.of("location", "local");

    @Check(operation = "projects_create", rule = Rule.LIFECYCLE_CREATE)
    void aProjectIsReadBackAsItWasSentAndListed(Run run) {
        String name = run.name("project");
        long id = run.main().call("projects_create")
                .json(Map.of("name", name, "bug_tracker", "https://bugs.contract.example/1",
                        "labels", List.of(Map.of("name", "tram", "color", "#0a141e"))))
                .expect(201).has("name", name).id();
        run.main().call("projects_retrieve").path(id).expect(200)
                .has("name", name).has("bug_tracker", "https://bugs.contract.example/1")
                .has("owner.username", run.main().username()).has("assignee", null);
        run.main().call("projects_list").query("name", name).expect(200).has("count", 1).has("results.0.id", id);
        run.main().call("labels_list").query("project_id", id).expect(200).has("count", 1)
                .has("results.0.name", "tram").has("results.0.color", "#0a141e");
    }

    @Check(operation = "projects_create", rule = Rule.LIFECYCLE_CREATE, caseName = "assignee and places")
    void aProjectIsAssignedAndHasItsPlacesFromTheBeginning(Run run) {
        Answer made = run.main().call("projects_create").json(Map.of("name", run.name("project"), "labels", List.of(),
                        "assignee_id", run.main().id(), "source_storage", HERE, "target_storage", HERE)).expect(201)
                .has("assignee.id", run.main().id()).has("source_storage.location", "local")
                .has("target_storage.location", "local");
        run.main().call("projects_retrieve").path(made.id()).expect(200).sameAs(made);
    }

    @Check(operation = "projects_partial_update", rule = Rule.LIFECYCLE_CHANGE, caseName = "many at once")
    void theTrackerOfAProjectIsReadBackAndItsPlacesAreAnswered(Run run) {
        long id = ProjectFixtures.make(run, run.name("project"));
        String tracker = "https://bugs.contract.example/3";
        // CVAT's source does not keep places where there were none, so that only the answer is sure to have them
        run.main().call("projects_partial_update").path(id).json(Map.of("bug_tracker", tracker, "source_storage", HERE,
                        "target_storage", HERE)).expect(200)
                .has("bug_tracker", tracker).has("source_storage.location", "local")
                .has("target_storage.location", "local");
        run.main().call("projects_retrieve").path(id).expect(200).has("bug_tracker", tracker);
    }

    @Check(operation = "projects_retrieve", rule = Rule.LIFECYCLE_READ)
    void aProjectSaysWhoseItIs(Run run) {
        long id = run.get(ProjectFixtures.PROJECT);
        run.main().call("projects_retrieve").path(id).expect(200).has("id", id).has("name");
    }

    @Check(operation = "projects_partial_update", rule = Rule.LIFECYCLE_CHANGE)
    void aChangedNameIsReadBackAndNothingElseChanges(Run run) {
        long id = ProjectFixtures.make(run, run.name("project"));
        Answer before = run.main().call("projects_retrieve").path(id).expect(200);
        String name = run.name("renamed project");
        run.main().call("projects_partial_update").path(id).json(Map.of("name", name)).expect(200).has("name", name);
        run.main().call("projects_retrieve").path(id).expect(200).has("name", name)
                .sameAs(before, "name", "updated_date").updatedSince(before);
    }

    @Check(operation = "projects_destroy", rule = Rule.LIFECYCLE_REMOVE)
    void aRemovedProjectIsGoneFromItsList(Run run) {
        String name = run.name("project");
        long id = ProjectFixtures.make(run, name);
        run.main().call("projects_destroy").path(id).expect(204);
        run.main().call("projects_retrieve").path(id).expect(404);
        run.main().call("projects_list").query("name", name).expect(200).has("count", 0);
    }

    @Check(operation = "projects_destroy", rule = Rule.LIFECYCLE_CASCADE)
    void theLabelsOfARemovedProjectAreGone(Run run) {
        long id = ProjectFixtures.make(run, run.name("project"));
        Object label = run.main().call("labels_list").query("project_id", id).expect(200).at("results.0.id");
        run.main().call("projects_destroy").path(id).expect(204);
        run.main().call("labels_retrieve").path(label).expect(404);
    }

    @Check(operation = "projects_destroy", rule = Rule.LIFECYCLE_CASCADE, caseName = "tasks")
    void theTasksOfARemovedProjectAreGone(Run run) {
        long id = ProjectFixtures.make(run, run.name("project"));
        long task = TaskFixtures.make(run, Map.of("project_id", id));
        run.main().call("projects_destroy").path(id).expect(204);
        run.main().call("tasks_retrieve").path(task).expect(404).readableError();
    }

    @Check(operation = "projects_destroy", rule = Rule.AUTH_FOREIGN)
    void somebodyElseCannotRemoveAProject(Run run) {
        long id = run.get(ProjectFixtures.PROJECT);
        run.second().call("projects_destroy").path(id).expect(403);
        run.main().call("projects_retrieve").path(id).expect(200);
    }

    @Check(operation = "projects_partial_update", rule = Rule.AUTH_FOREIGN)
    void somebodyElseCannotChangeAProject(Run run) {
        run.second().call("projects_partial_update").path(run.get(ProjectFixtures.PROJECT)).json(Map.of()).expect(403);
    }

    @Check(operation = "projects_retrieve", rule = Rule.AUTH_FOREIGN)
    void somebodyElseCannotReadAProject(Run run) {
        run.second().call("projects_retrieve").path(run.get(ProjectFixtures.PROJECT)).expect(403);
    }

    @Check(operation = "projects_partial_update", rule = Rule.LIFECYCLE_CHANGE, caseName = "assignee")
    void anAssigneeIsSetAndTakenAway(Run run) {
        long id = ProjectFixtures.make(run, run.name("project"));
        Answer before = run.main().call("projects_retrieve").path(id).expect(200);
        run.main().call("projects_partial_update").path(id).json(Map.of("assignee_id", run.main().id())).expect(200)
                .has("assignee.id", run.main().id()).has("assignee_updated_date")
                .sameAs(before, "assignee", "assignee_updated_date", "updated_date").updatedSince(before);
        run.main().call("projects_partial_update").path(id).json(Collections.singletonMap("assignee_id", null))
                .expect(200).has("assignee", null);
    }

    @Check(operation = "projects_partial_update", rule = Rule.ERROR_INPUT, caseName = "empty name")
    void anEmptyNameGets400(Run run) {
        run.main().call("projects_partial_update").path(run.get(ProjectFixtures.PROJECT)).json(Map.of("name", ""))
                .expect(400).readableError();
    }

    @Check(operation = "projects_create", rule = Rule.ERROR_INPUT, caseName = "same label twice")
    void twoLabelsOfOneNameGet400(Run run) {
        run.main().call("projects_create").json(Map.of("name", run.name("project"),
                "labels", List.of(Map.of("name", "a"), Map.of("name", "a")))).expect(400).readableError();
    }

    @Check(operation = "projects_create", rule = Rule.ERROR_INPUT, caseName = "unknown label type")
    void aLabelOfAnUnknownTypeGets400(Run run) {
        run.main().call("projects_create").json(Map.of("name", run.name("project"),
                "labels", List.of(Map.of("name", "a", "type", "no-such")))).expect(400).readableError();
    }

    @Check(operation = "projects_create", rule = Rule.MEDIA_REFUSE, caseName = "application/xml")
    void whoeverTakesOnlyXmlGets406(Run run) {
        run.main().call("projects_create").accept("application/xml").json(Map.of("name", run.name("project")))
                .expect(406).readableError();
    }

    @Check(operation = "projects_retrieve_preview", rule = Rule.LIFECYCLE_READ)
    void aProjectWithPicturesHasAPreview(Run run) {
        run.main().call("projects_retrieve_preview").path(run.get(ProjectFixtures.WITH_TASK)).accept("*/*").expect(200)
                .mediaType("image/jpeg");
    }

    @Check(operation = "projects_retrieve_preview", rule = Rule.ERROR_MISSING, caseName = "no pictures")
    void aProjectWithoutPicturesHasNoPreview(Run run) {
        run.main().call("projects_retrieve_preview").path(ProjectFixtures.make(run, run.name("project"))).accept("*/*")
                .expect(404).readableError();
    }

    @Check(operation = "projects_partial_update", rule = Rule.ERROR_INPUT,
            caseName = "label without a color after a bad color")
    void aLabelIsAddedWhateverColorsTheOthersWereGiven(Run run) {
        long id = ProjectFixtures.make(run, run.name("project"));
        Object label = run.main().call("labels_list").query("project_id", id).expect(200).at("results.0.id");
        run.main().call("labels_partial_update").path(label).json(Map.of("color", "bad")).send().notBroken();
        run.main().call("projects_partial_update").path(id).json(Map.of("labels", List.of(Map.of("name", "extra"))))
                .send().notBroken();
    }

    @Check(operation = "projects_list", rule = Rule.FILTER_BROKEN, caseName = "!!")
    void aFilterByTruthDoesNotBreakTheServer(Run run) {
        filtered(run, Map.of("!!", List.of(Map.of("var", "assignee")))).notBroken();
    }

    @Check(operation = "projects_list", rule = Rule.FILTER_BROKEN, caseName = "text for a number")
    void aTextWhereANumberIsDueIsRefused(Run run) {
        filtered(run, Map.of("<", List.of(Map.of("var", "id"), "abc"))).readableError();
    }

    private static Answer filtered(Run run, Map<String, ?> filter) {
        return run.main().call("projects_list").query("filter", JsonTrees.write(filter)).send();
    }

    @Check(operation = "projects_create", rule = Rule.ERROR_INPUT, caseName = "text for a cloud storage")
    void aProjectIsInNoStorageWithoutANumber(Run run) {
        run.main().call("projects_create").json(WrongPartsChecks.placed(run)).send().readableError();
    }

    @Check(operation = "projects_partial_update", rule = Rule.ERROR_INPUT, caseName = "text for a cloud storage")
    void aProjectGoesToNoStorageWithoutANumber(Run run) {
        run.main().call("projects_partial_update").path(run.get(ProjectFixtures.PROJECT))
                .json(WrongPartsChecks.placed(run)).send().readableError();
    }
}
