package io.github.cvatopenapi.contract.consensus;

import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Check;
import io.github.cvatopenapi.contract.harness.run.Run;
import io.github.cvatopenapi.contract.tasks.TaskFixtures;
import io.github.cvatopenapi.spec.Trees;
import java.util.Map;

/** The settings of consensus, and merges of what was drawn in the replicas of jobs. */
final class ConsensusChecks {

    @Check(operation = "consensus_retrieve_settings", rule = Rule.LIFECYCLE_READ)
    void aTaskOfConsensusHasSettingsFromTheBeginning(Run run) {
        long settings = run.get(ConsensusFixtures.SETTINGS.shared());
        ConsensusFixtures.SETTINGS.read(run, settings).has("id", settings)
                .has("task_id", run.get(ConsensusFixtures.TASK))
                .has("iou_threshold", 0.4);
    }

    @Check(operation = "consensus_list_settings", rule = Rule.LIFECYCLE_READ)
    void theListHasTheSettingsOfATask(Run run) {
        long settings = run.get(ConsensusFixtures.SETTINGS.shared());
        run.main().call("consensus_list_settings").query("task_id", run.get(ConsensusFixtures.TASK)).expect(200)
                .has("count", 1).has("results.0.id", settings)
                .has("results.0.task_id", run.get(ConsensusFixtures.TASK));
    }

    @Check(operation = "consensus_partial_update_settings", rule = Rule.LIFECYCLE_CHANGE, caseName = "iou_threshold")
    void aChangedSettingIsReadBackAndNothingElseChanges(Run run) {
        long settings = ConsensusFixtures.SETTINGS.make(run);
        Answer before = ConsensusFixtures.SETTINGS.read(run, settings);
        run.main().call("consensus_partial_update_settings").path(settings).json(Map.of("iou_threshold", 0.75))
                .expect(200)
                .has("iou_threshold", 0.75);
        ConsensusFixtures.SETTINGS.read(run, settings).has("iou_threshold", 0.75).sameAs(before, "iou_threshold");
    }

    @Check(operation = "consensus_partial_update_settings", rule = Rule.LIFECYCLE_CHANGE, caseName = "unknown")
    void aSettingThatThereIsNotChangesNothing(Run run) {
        long settings = run.get(ConsensusFixtures.SETTINGS.shared());
        Answer before = ConsensusFixtures.SETTINGS.read(run, settings);
        run.main().call("consensus_partial_update_settings").path(settings).json(Map.of("quorum", 0.7)).expect(200)
                .sameAs(before);
        ConsensusFixtures.SETTINGS.read(run, settings).sameAs(before);
    }

    @Check(operation = "consensus_create_merge", rule = Rule.ASYNC_ACCEPTED)
    void aMergeIsARequestOfItsOwner(Run run) {
        ConsensusFixtures.Merged merged = run.get(ConsensusFixtures.MERGED);
        Object id = merged.accepted().status(202).has("rq_id").at("rq_id");
        merged.finished().has("id", id).has("status", "finished").has("operation.type", "merge:task")
                .has("operation.target", "task")
                .has("operation.task_id", merged.task()).has("owner.id", run.main().id());
    }

    @Check(operation = "consensus_create_merge", rule = Rule.ASYNC_RESULT)
    void whatAllReplicasAgreeOnIsInTheJobAfterTheMerge(Run run) {
        ConsensusFixtures.Merged merged = run.get(ConsensusFixtures.MERGED);
        Answer annotations = run.main().call("jobs_retrieve_annotations").path(merged.job()).expect(200)
                .has("shapes.0.label_id", merged.label()).has("shapes.0.type", "rectangle").has("shapes.0.frame", 0);
        if (Trees.list(annotations.at("shapes")).size() != 1) {
            throw annotations.fail("there are " + Trees.list(annotations.at("shapes")).size()
                    + " shapes, expected one");
        }
    }

    @Check(operation = "consensus_create_merge", rule = Rule.ERROR_INPUT, caseName = "nothing to merge in a task")
    void aMergeOfATaskInWhichNothingWasDrawnGets400(Run run) {
        run.get(ConsensusFixtures.MERGED).early().status(400).readableError();
    }

    @Check(operation = "consensus_create_merge", rule = Rule.ERROR_INPUT, caseName = "nothing to merge in a job")
    void aMergeOfAJobInWhichNothingWasDrawnGets400(Run run) {
        run.get(ConsensusFixtures.MERGED).earlyJob().status(400).readableError();
    }

    @Check(operation = "consensus_create_merge", rule = Rule.ERROR_INPUT, caseName = "no consensus")
    void aMergeOfATaskWithoutConsensusGets400(Run run) {
        ConsensusFixtures.merge(run, Map.of("task_id", run.get(TaskFixtures.WITH_IMAGES))).status(400).readableError();
    }

    @Check(operation = "consensus_create_merge", rule = Rule.ERROR_INPUT, caseName = "unknown task")
    void aMergeOfAnUnknownTaskGets400(Run run) {
        ConsensusFixtures.merge(run, Map.of("task_id", 987654321)).status(400).readableError();
    }

    @Check(operation = "consensus_create_merge", rule = Rule.ERROR_INPUT, caseName = "nothing")
    void aMergeOfNothingIsRefused(Run run) {
        ConsensusFixtures.merge(run, Map.of()).status(403).readableError();
    }

    @Check(operation = "consensus_create_merge", rule = Rule.AUTH_FOREIGN)
    void somebodyElseCannotMerge(Run run) {
        run.second().call("consensus_create_merge").json(Map.of("task_id", run.get(ConsensusFixtures.MERGED).task()))
                .expect(403).readableError();
    }
}
