package io.github.cvatopenapi.contract.tasks;

import io.github.cvatopenapi.contract.cloudstorages.CloudstorageFixtures;
import io.github.cvatopenapi.contract.harness.fixtures.Fixture;
import io.github.cvatopenapi.contract.harness.generic.CheckPlan;
import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.http.Call;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Run;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Where exports of tasks and jobs go to and imports come from. */
public final class PlacesChecks {

    /** An id that no cloud storage has. */
    private static final long NO_STORAGE = 987_654_321;

    /** A task into which imports fail once they began. */
    private static final Fixture<Long> FAILING = Fixture.of("a task to import into in vain",
            run -> TaskFixtures.withImages(run, 1, Map.of()));

    /** A task of which imports are refused before they begin. */
    private static final Fixture<Long> REFUSED = Fixture.of("a task whose imports are refused",
            run -> TaskFixtures.withImages(run, 1, Map.of()));

    private PlacesChecks() {
    }

    /** As the document says that annotations can be written: a file of them as a part of a form. */
    private static void inForm(Run run, String tag, String write) {
        long task = TaskFixtures.withImages(run, 1, Map.of());
        Call call = run.main().call(tag + write)
                .path(tag.equals("tasks") ? task : TaskFixtures.jobs(run, task).get(0)).query("format", "CVAT 1.1");
        if (write.startsWith("_partial")) {
            call.query("action", "create");
        }
        Answer answer = call.file("annotation_file", "annotations.zip", drawn(), "application/zip").expect(200);
        if (!(answer.at("shapes") instanceof List<?> shapes) || shapes.isEmpty()) {
            throw answer.fail("nothing of the file was taken");
        }
    }

    /** An archive of annotations that hold one rectangle. */
    private static byte[] drawn() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("annotations.xml"));
            zip.write(("<annotations><version>1.1</version><image id=\"0\" name=\"" + TaskFixtures.fileName(0)
                    + "\"><box label=\"car\" occluded=\"0\" xtl=\"1\" ytl=\"1\" xbr=\"9\" ybr=\"9\"/></image>"
                    + "</annotations>").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** An import into the task, or its first job. */
    private static Call imported(Run run, Fixture<Long> target, String operation) {
        long task = run.get(target);
        return run.main().call(operation)
                .path(operation.startsWith("tasks") ? task : TaskFixtures.jobs(run, task).get(0))
                .query("format", "CVAT 1.1");
    }

    /** A call with a cloud storage that does not exist as its place. */
    public static Call nowhere(Call call) {
        return call.query("location", "cloud_storage").query("cloud_storage_id", NO_STORAGE)
                .query("filename", "x.zip");
    }

    /**
     * Asserts that what is imported from a file that is not in the bucket of the settings ends as failed, and says
     * which file.
     */
    public static void missingFile(Run run, Call importing) {
        String name = run.names().slug() + ".zip";
        Answer accepted = CloudstorageFixtures.at(run, importing).query("filename", name).expect(202).has("rq_id");
        run.await(run.main(), String.valueOf(accepted.at("rq_id"))).has("status", "failed").names("message", name);
    }

    /** The checks for the tag {@code tasks} or {@code jobs}. */
    static void add(CheckPlan plan, Run run, String tag) {
        String imports = tag + "_create_annotations";
        plan.add(imports, Rule.ASYNC_FAILURE, "missing file in a cloud storage",
                "an import of a file that is not there fails and says which",
                () -> missingFile(run, imported(run, FAILING, imports)));
        plan.add(imports, Rule.ERROR_INPUT, "cloud storage without a file name",
                "an import from a cloud storage without the name of the file gets 400",
                () -> CloudstorageFixtures.at(run, imported(run, REFUSED, imports)).expect(400).readableError());
        WrongPlaces.add(plan, imports, "annotation_file", () -> run.main().call(imports)
                .path(ExportChecks.target(run, tag)).query("format", "CVAT 1.1"));
        plan.add(imports, Rule.ERROR_INPUT, "use_default_location: maybe",
                "an import from perhaps the default place, where no file is, is refused",
                () -> run.main().call(imports).path(ExportChecks.target(run, tag)).query("format", "CVAT 1.1")
                        .query("use_default_location", "maybe").query("filename", "x.zip").send().readableError());
        plan.add(tag + "_create_dataset_export", Rule.ERROR_INPUT, "missing cloud storage",
                "an export to a cloud storage that does not exist is refused",
                () -> nowhere(run.main().call(tag + "_create_dataset_export").path(ExportChecks.target(run, tag))
                        .query("format", ExportChecks.FORMAT)).expect(400).readableError());
        for (String write : List.of("_update_annotations", "_partial_update_annotations")) {
            plan.add(tag + write, Rule.UPLOAD_MULTIPART, "annotations", "annotations are taken out of a file in a form",
                    () -> inForm(run, tag, write));
        }
        plan.add(imports, Rule.ERROR_INPUT, "default place",
                "an import from the default place, where no file is, gets 400",
                () -> imported(run, REFUSED, imports).query("use_default_location", true).query("filename", "x.zip")
                        .expect(400).readableError());
        plan.add(tag + "_retrieve_annotations", Rule.ASYNC_RETIRED, "download",
                "the retired way to fetch an export says so",
                () -> run.main().call(tag + "_retrieve_annotations").path(ExportChecks.target(run, tag))
                        .query("format", ExportChecks.FORMAT).query("action", "download").expect(410).readableError());
        String retired = tag + "_retrieve_annotations";
        plan.add(retired, Rule.ASYNC_RETIRED, "to a cloud storage", "the retired way to export to somewhere says so",
                () -> run.main().call(retired).path(ExportChecks.target(run, tag)).query("location", "cloud_storage")
                        .query("filename", "x.zip").expect(410).readableError());
        plan.add(retired, Rule.ERROR_INPUT, "missing cloud storage",
                "the retired way to export to a cloud storage that does not exist is refused",
                () -> nowhere(run.main().call(retired).path(ExportChecks.target(run, tag))).send().readableError());
    }
}
