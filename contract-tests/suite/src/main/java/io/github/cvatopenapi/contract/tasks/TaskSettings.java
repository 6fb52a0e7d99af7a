package io.github.cvatopenapi.contract.tasks;

import io.github.cvatopenapi.contract.harness.fixtures.Fixture;
import io.github.cvatopenapi.contract.harness.generic.Sample;
import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.run.Run;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The settings that a tag, such as {@code quality}, keeps for each task, and what checks share of them. */
public final class TaskSettings {

    /** What a task of consensus is asked for with. */
    public static final Map<String, Object> TWO_REPLICAS = Map.of("consensus_replicas", 2);

    /**
     * An organization with tasks of consensus and nothing else in it.
     *
     * @param slug  of the organization
     * @param id    of the organization
     * @param tasks without data
     */
    public record Organized(String slug, long id, List<Long> tasks) {
    }

    /** An organization with three tasks of consensus. */
    public static final Fixture<Organized> ORGANIZED = Fixture.of("an organization with tasks of consensus", run -> {
        Answer organization = run.main().call("organizations_create").json(Map.of("slug", run.names().slug()))
                .expect(201);
        String slug = String.valueOf(organization.at("slug"));
        List<Long> tasks = Stream.of(1, 2, 3).map(number -> run.main().call("tasks_create").inOrganization(slug)
                .json(Map.of("name", run.name("task"), "labels", List.of(Map.of("name", "car")),
                        "consensus_replicas", 2))
                .expect(201).id()).toList();
        return new Organized(slug, organization.id(), tasks);
    });

    private final String tag;
    private final Map<String, Object> asked;
    private final Fixture<Long> task;
    private final Fixture<Long> shared;
    private final Fixture<Long> toChange;
    private final Fixture<Sample.InOrganization> inOrganization;
    private final Fixture<Sample.Items> several;

    /**
     * @param tag   that keeps the settings
     * @param task  a task without data that has such settings
     * @param asked what another task is asked for with so that it has some
     */
    public TaskSettings(String tag, Fixture<Long> task, Map<String, Object> asked) {
        this.tag = tag;
        this.task = task;
        this.asked = asked;
        this.shared = Fixture.of("settings of " + tag, run -> of(run, run.get(task)));
        this.toChange = Fixture.of("settings of " + tag + " to change", this::make);
        this.inOrganization = Fixture.of("settings of " + tag + " in an organization", run -> {
            Organized organized = run.get(ORGANIZED);
            return new Sample.InOrganization(organized.slug(), organized.id(),
                    organized.tasks().stream().map(each -> of(run, each)).toList(), run.get(shared));
        });
        this.several = Fixture.of("several settings of " + tag, run -> new Sample.Items(
                run.get(inOrganization).inside(), Map.of("org", run.get(inOrganization).slug())));
    }

    String tag() {
        return tag;
    }

    /** The id of the settings of a task. */
    public long of(Run run, long ofTask) {
        return run.main().call(tag + "_list_settings").query("task_id", ofTask).expect(200).has("count", 1)
                .has("results.0.task_id", ofTask).number("results.0.id");
    }

    /** The settings of a new task. */
    public long make(Run run) {
        return of(run, makeTask(run));
    }

    long makeTask(Run run) {
        return TaskFixtures.make(run, asked);
    }

    /** What settings are. */
    public Answer read(Run run, long settings) {
        return run.main().call(tag + "_retrieve_settings").path(settings).expect(200);
    }

    /** A task that has settings and no data. */
    public Fixture<Long> task() {
        return task;
    }

    /** The settings of that task, which nothing changes. */
    public Fixture<Long> shared() {
        return shared;
    }

    /** Settings that the checks of bounds change as they like. */
    public Fixture<Long> toChange() {
        return toChange;
    }

    /** The settings of all tasks of an organization, and settings beside it. */
    public Fixture<Sample.InOrganization> inOrganization() {
        return inOrganization;
    }

    /** The settings of all tasks of that organization as items of the list. */
    public Fixture<Sample.Items> several() {
        return several;
    }
}
