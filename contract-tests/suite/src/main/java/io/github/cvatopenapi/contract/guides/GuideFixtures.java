package io.github.cvatopenapi.contract.guides;

import io.github.cvatopenapi.contract.harness.fixtures.Fixture;
import io.github.cvatopenapi.contract.harness.run.Run;
import io.github.cvatopenapi.contract.projects.ProjectFixtures;
import java.util.Map;

/** Guides that checks share. */
public final class GuideFixtures {

    /** What every guide of a fixture says. */
    static final String TEXT = "# How to annotate";

    /** The guide of a project. */
    public static final Fixture<Long> GUIDE = Fixture.of("a guide", GuideFixtures::make);

    /** A guide that the checks of bounds change as they like. */
    static final Fixture<Long> TO_CHANGE = Fixture.of("a guide to change", GuideFixtures::make);

    private GuideFixtures() {
    }

    /** The guide of a new project. */
    public static long make(Run run) {
        return make(run, project(run));
    }

    /** The guide of that project. */
    static long make(Run run, long project) {
        return run.main().call("guides_create").json(Map.of("project_id", project, "markdown", TEXT)).expect(201).id();
    }

    static long project(Run run) {
        return ProjectFixtures.make(run, run.name("project"));
    }
}
