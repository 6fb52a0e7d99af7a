package io.github.cvatopenapi.contract.guides;

import io.github.cvatopenapi.contract.harness.generic.GenericChecks;
import io.github.cvatopenapi.contract.harness.generic.Samples;
import java.util.Map;

/** What the document brings for the operations of the tag {@code guides}. */
final class GuidesGenericChecks extends GenericChecks {

    GuidesGenericChecks() {
        super("guides");
    }

    @Override
    protected void samples(Samples samples) {
        samples.of("guides_create").json(run -> Map.of("project_id", GuideFixtures.project(run), "markdown",
                GuideFixtures.TEXT));
        samples.of("guides_retrieve").path(GuideFixtures.GUIDE);
        samples.of("guides_partial_update").path(GuideFixtures.TO_CHANGE).json(run -> Map.of("markdown", "changed"))
                .bounds();
    }
}
