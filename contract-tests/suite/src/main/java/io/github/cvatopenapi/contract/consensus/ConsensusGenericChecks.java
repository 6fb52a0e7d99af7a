package io.github.cvatopenapi.contract.consensus;

import io.github.cvatopenapi.contract.harness.generic.GenericChecks;
import io.github.cvatopenapi.contract.harness.generic.Sample;
import io.github.cvatopenapi.contract.harness.generic.Samples;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.tasks.TaskFixtures;
import java.util.List;
import java.util.Map;

/** What the document brings for the operations of the tag {@code consensus}. */
final class ConsensusGenericChecks extends GenericChecks {

    ConsensusGenericChecks() {
        super("consensus");
    }

    @Override
    protected void samples(Samples samples) {
        samples.of("consensus_create_merge").json(run -> Map.of("task_id", run.get(TaskFixtures.EMPTY))).bounds();
        samples.of("consensus_retrieve_settings").path(ConsensusFixtures.SETTINGS);
        samples.of("consensus_partial_update_settings").path(ConsensusFixtures.TO_CHANGE)
                .json(run -> Map.of("iou_threshold", 0.5)).bounds();
        samples.of("consensus_list_settings").items(ConsensusFixtures.SEVERAL)
                .inOrganization(ConsensusFixtures.IN_ORGANIZATION)
                .shows(Rule.FILTER_SIMPLE, "task_id", run -> new Sample.Shown(
                        Map.of("task_id", run.get(ConsensusFixtures.ORGANIZED).tasks().get(1)),
                        List.of(run.get(ConsensusFixtures.IN_ORGANIZATION).inside().get(1))));
    }
}
