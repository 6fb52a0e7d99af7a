package io.github.cvatopenapi.contract.consensus;

import io.github.cvatopenapi.contract.harness.generic.GenericChecks;
import io.github.cvatopenapi.contract.harness.generic.Sample;
import io.github.cvatopenapi.contract.harness.generic.Samples;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Run;
import io.github.cvatopenapi.contract.tasks.TaskFixtures;
import io.github.cvatopenapi.contract.tasks.TaskSettings;
import io.github.cvatopenapi.contract.tasks.TaskSettingsChecks;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What the document brings for the operations of the tag {@code consensus}. */
final class ConsensusGenericChecks extends GenericChecks {

    ConsensusGenericChecks() {
        super("consensus");
    }

    @TestFactory
    Stream<DynamicTest> settings(Run run) {
        return checks(run, plan -> TaskSettingsChecks.add(plan, run, ConsensusFixtures.SETTINGS));
    }

    @Override
    protected void samples(Samples samples) {
        samples.of("consensus_create_merge").json(run -> Map.of("task_id", run.get(TaskFixtures.EMPTY))).bounds();
        samples.of("consensus_retrieve_settings").path(ConsensusFixtures.SETTINGS.shared());
        samples.of("consensus_partial_update_settings").path(ConsensusFixtures.SETTINGS.toChange())
                .json(run -> Map.of("iou_threshold", 0.5)).bounds();
        samples.of("consensus_list_settings").items(ConsensusFixtures.SETTINGS.several()).oldestFirst()
                .inOrganization(ConsensusFixtures.SETTINGS.inOrganization())
                .shows(Rule.FILTER_SIMPLE, "task_id", run -> new Sample.Shown(
                        Map.of("task_id", run.get(TaskSettings.ORGANIZED).tasks().get(1)),
                        List.of(run.get(ConsensusFixtures.SETTINGS.inOrganization()).inside().get(1))));
    }
}
