package io.github.cvatopenapi.contract.labels;

import io.github.cvatopenapi.contract.harness.generic.GenericChecks;
import io.github.cvatopenapi.contract.harness.generic.Sample;
import io.github.cvatopenapi.contract.harness.generic.Samples;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import java.util.Map;

/** What the document brings for the operations of the tag {@code labels}. */
final class LabelsGenericChecks extends GenericChecks {

    LabelsGenericChecks() {
        super("labels");
    }

    @Override
    protected void samples(Samples samples) {
        Sample list = samples.of("labels_list").items(LabelFixtures.SEVERAL).oldestFirst()
                .inOrganization(LabelFixtures.IN_ORGANIZATION);
        list.differs("name").differs("type").differs("color");
        list.shows(Rule.FILTER_SIMPLE, "name of none", Map.of("name", "no such name"));
        list.shows(Rule.FILTER_SIMPLE, "type of none", Map.of("type", "skeleton"));
        list.shows(Rule.FILTER_SIMPLE, "parent_id", Map.of("parent_id", 987654321));
        list.shows(Rule.FILTER_SIMPLE, "parent", Map.of("parent", "no such label"));
        list.shows(Rule.FILTER_SEARCH, "nothing", Map.of("search", "no-such-word-anywhere"));
        samples.of("labels_retrieve").path(LabelFixtures.LABEL);
        samples.of("labels_partial_update").path(LabelFixtures.TO_CHANGE).json(run -> Map.of("name", "car")).bounds();
    }
}
