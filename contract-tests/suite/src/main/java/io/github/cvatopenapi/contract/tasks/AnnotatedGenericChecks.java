package io.github.cvatopenapi.contract.tasks;

import io.github.cvatopenapi.contract.harness.fixtures.Fixture;
import io.github.cvatopenapi.contract.harness.generic.GenericChecks;
import io.github.cvatopenapi.contract.harness.generic.Samples;
import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.run.Run;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What the document brings for tasks and for jobs alike: both have pictures, annotations and exports. */
public abstract class AnnotatedGenericChecks extends GenericChecks {

    private final String tag;
    private final Fixture<Answer> annotations;
    private final Fixture<Answer> dataset;

    /** @param tag {@code tasks} or {@code jobs} */
    protected AnnotatedGenericChecks(String tag) {
        super(tag);
        this.tag = tag;
        annotations = ExportChecks.exported(tag, false);
        dataset = ExportChecks.exported(tag, true);
    }

    @TestFactory
    Stream<DynamicTest> annotations(Run run) {
        return checks(run, plan -> AnnotationsChecks.add(plan, run, tag));
    }

    @TestFactory
    Stream<DynamicTest> roles(Run run) {
        return checks(run, plan -> RolesChecks.add(plan, run, tag));
    }

    @TestFactory
    Stream<DynamicTest> exports(Run run) {
        return checks(run, plan -> ExportChecks.add(plan, run, tag, annotations, dataset));
    }

    @TestFactory
    Stream<DynamicTest> places(Run run) {
        return checks(run, plan -> PlacesChecks.add(plan, run, tag));
    }

    @TestFactory
    Stream<DynamicTest> buckets(Run run) {
        return checks(run, plan -> BucketChecks.add(plan, run, tag));
    }

    @TestFactory
    Stream<DynamicTest> withoutFiles(Run run) {
        String imports = tag + "_create_annotations";
        return checks(run, plan -> FileBodies.add(plan, imports, "annotation_file", () -> run.main().call(imports)
                .path(ExportChecks.target(run, tag)).query("format", "CVAT 1.1")));
    }

    /**
     * The samples that are alike.
     *
     * @param any        one that is only read, whatever is in it
     * @param withImages one with pictures
     * @param toAnnotate one whose annotations and frames may be changed
     */
    protected final void annotated(Samples samples, Fixture<Long> any, Fixture<Long> withImages,
                                   Fixture<Long> toAnnotate) {
        samples.of(tag + "_retrieve").path(any);
        samples.of(tag + "_retrieve_data").path(withImages).query("type", "frame").query("number", 0)
                .query("quality", "original").bounds();
        samples.of(tag + "_retrieve_data_meta").path(any);
        samples.of(tag + "_partial_update_data_meta").path(toAnnotate)
                .json(run -> Map.of("deleted_frames", List.of())).bounds();
        samples.of(tag + "_retrieve_annotations").path(any);
        samples.of(tag + "_retrieve_validation_layout").path(any);
    }

    /** Annotations of one rectangle, with every property that a shape can have but its elements. */
    protected final Map<String, Object> rectangle(Run run, Fixture<Long> toAnnotate) {
        Object label = run.main().call("labels_list").query(tag.replaceFirst("s$", "_id"), run.get(toAnnotate))
                .expect(200).at("results.0.id");
        return LabelledTask.sheet(List.of(), List.of(LabelledTask.bare(label, 0)), List.of());
    }
}
