package io.github.cvatopenapi.contract.guides;

import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Check;
import io.github.cvatopenapi.contract.harness.run.Run;
import io.github.cvatopenapi.contract.projects.ProjectFixtures;
import io.github.cvatopenapi.contract.tasks.TaskFixtures;
import java.util.Map;

/** The life of a guide, which belongs to a project or to a task. */
final class GuidesChecks {

    @Check(operation = "guides_create", rule = Rule.LIFECYCLE_CREATE, caseName = "project")
    void aProjectHasItsGuide(Run run) {
        long project = GuideFixtures.project(run);
        Answer made = run.main().call("guides_create").json(Map.of("project_id", project, "markdown",
                GuideFixtures.TEXT)).expect(201)
                .has("project_id", project).has("task_id", null).has("markdown", GuideFixtures.TEXT);
        run.main().call("guides_retrieve").path(made.id()).expect(200).has("id", made.id()).has("project_id", project)
                .has("task_id", null).has("markdown", GuideFixtures.TEXT).has("created_date").has("updated_date");
        run.main().call("projects_retrieve").path(project).expect(200).has("guide_id", made.id());
    }

    @Check(operation = "guides_create", rule = Rule.LIFECYCLE_CREATE, caseName = "task")
    void aTaskHasItsGuide(Run run) {
        long task = TaskFixtures.make(run, Map.of());
        Answer made = run.main().call("guides_create").json(Map.of("task_id", task, "markdown", GuideFixtures.TEXT))
                .expect(201)
                .has("task_id", task).has("project_id", null);
        run.main().call("guides_retrieve").path(made.id()).expect(200).has("task_id", task).has("project_id", null)
                .has("markdown", GuideFixtures.TEXT);
    }

    @Check(operation = "guides_retrieve", rule = Rule.LIFECYCLE_READ)
    void aGuideSaysWhatWasWritten(Run run) {
        long guide = run.get(GuideFixtures.GUIDE);
        run.main().call("guides_retrieve").path(guide).expect(200).has("id", guide).has("markdown", GuideFixtures.TEXT);
    }

    @Check(operation = "guides_partial_update", rule = Rule.LIFECYCLE_CHANGE)
    void aChangedTextIsReadBackAndNothingElseChanges(Run run) {
        long guide = GuideFixtures.make(run);
        Answer before = run.main().call("guides_retrieve").path(guide).expect(200);
        run.main().call("guides_partial_update").path(guide).json(Map.of("markdown", "## changed")).expect(200)
                .has("id", guide).has("markdown", "## changed").has("project_id", before.at("project_id"));
        run.main().call("guides_retrieve").path(guide).expect(200).has("markdown", "## changed")
                .has("project_id", before.at("project_id")).has("task_id", null)
                .has("created_date", before.at("created_date"));
    }

    @Check(operation = "guides_partial_update", rule = Rule.LIFECYCLE_DATE)
    void aProjectIsDatedWhenItsGuideChanges(Run run) {
        long project = GuideFixtures.project(run);
        long guide = GuideFixtures.make(run, project);
        Answer before = run.main().call("projects_retrieve").path(project).expect(200);
        run.main().call("guides_partial_update").path(guide).json(Map.of("markdown", "## changed")).expect(200);
        run.main().call("projects_retrieve").path(project).expect(200).updatedSince(before);
    }

    @Check(operation = "guides_destroy", rule = Rule.LIFECYCLE_REMOVE)
    void aRemovedGuideIsGone(Run run) {
        long project = GuideFixtures.project(run);
        long guide = GuideFixtures.make(run, project);
        run.main().call("guides_destroy").path(guide).expect(204);
        run.main().call("guides_retrieve").path(guide).expect(404).readableError();
        run.main().call("projects_retrieve").path(project).expect(200).has("guide_id", null);
    }

    @Check(operation = "projects_destroy", rule = Rule.LIFECYCLE_CASCADE, caseName = "guide")
    void theGuideOfARemovedProjectIsGone(Run run) {
        long project = ProjectFixtures.make(run, run.name("project"));
        long guide = GuideFixtures.make(run, project);
        run.main().call("projects_destroy").path(project).expect(204);
        run.main().call("guides_retrieve").path(guide).expect(404).readableError();
    }

    @Check(operation = "tasks_destroy", rule = Rule.LIFECYCLE_CASCADE, caseName = "guide")
    void theGuideOfARemovedTaskIsGone(Run run) {
        long task = TaskFixtures.make(run, Map.of());
        long guide = run.main().call("guides_create").json(Map.of("task_id", task, "markdown", GuideFixtures.TEXT))
                .expect(201).id();
        run.main().call("tasks_destroy").path(task).expect(204);
        run.main().call("guides_retrieve").path(guide).expect(404).readableError();
    }

    @Check(operation = "guides_create", rule = Rule.ERROR_INPUT, caseName = "second guide")
    void aSecondGuideOfAProjectIsRefused(Run run) {
        long project = GuideFixtures.project(run);
        GuideFixtures.make(run, project);
        run.main().call("guides_create").json(Map.of("project_id", project, "markdown", "again")).send()
                .readableError();
    }

    @Check(operation = "guides_create", rule = Rule.ERROR_INPUT, caseName = "project and task")
    void aGuideOfAProjectAndATaskGets400(Run run) {
        run.main().call("guides_create").json(Map.of("project_id", run.get(ProjectFixtures.PROJECT),
                "task_id", TaskFixtures.make(run, Map.of()), "markdown", "")).expect(400).readableError();
    }

    @Check(operation = "guides_create", rule = Rule.ERROR_INPUT, caseName = "missing project")
    void aGuideOfAProjectThatDoesNotExistGets400(Run run) {
        run.main().call("guides_create").json(Map.of("project_id", 2_000_000_001, "markdown", "")).expect(400)
                .readableError();
    }

    @Check(operation = "guides_create", rule = Rule.ERROR_INPUT, caseName = "no project and no task")
    void aGuideOfNothingIsForbidden(Run run) {
        run.ordinary().call("guides_create").json(Map.of()).expect(403).readableError();
    }

    @Check(operation = "guides_create", rule = Rule.AUTH_FOREIGN)
    void somebodyElseCannotWriteTheGuideOfATask(Run run) {
        run.second().call("guides_create").json(Map.of("task_id", TaskFixtures.make(run, Map.of()), "markdown", ""))
                .expect(403)
                .readableError();
    }

    @Check(operation = "guides_retrieve", rule = Rule.AUTH_FOREIGN)
    void somebodyElseCannotReadAGuide(Run run) {
        run.second().call("guides_retrieve").path(run.get(GuideFixtures.GUIDE)).expect(403).readableError();
    }

    @Check(operation = "guides_partial_update", rule = Rule.AUTH_FOREIGN)
    void somebodyElseCannotChangeAGuide(Run run) {
        long guide = run.get(GuideFixtures.GUIDE);
        run.second().call("guides_partial_update").path(guide).json(Map.of("markdown", "no")).expect(403)
                .readableError();
        run.main().call("guides_retrieve").path(guide).expect(200).has("markdown", GuideFixtures.TEXT);
    }

    @Check(operation = "guides_destroy", rule = Rule.AUTH_FOREIGN)
    void somebodyElseCannotRemoveAGuide(Run run) {
        long guide = run.get(GuideFixtures.GUIDE);
        run.second().call("guides_destroy").path(guide).expect(403).readableError();
        run.main().call("guides_retrieve").path(guide).expect(200);
    }

    @Check(operation = "guides_create", rule = Rule.ERROR_INPUT, caseName = "texts for numbers")
    void aGuideIsOfNothingThatIsNoNumber(Run run) {
        run.main().call("guides_create").json(Map.of("project_id", "abc", "task_id", "abc", "markdown",
                Map.of("a", 1))).send().readableError();
    }

    @Check(operation = "guides_create", rule = Rule.ERROR_TYPE, caseName = "null")
    void nullIsNoGuide(Run run) {
        run.main().call("guides_create").body("application/json", "null").send().readableError();
    }
}
