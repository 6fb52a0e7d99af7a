package io.github.cvatopenapi.contract.tasks;

import io.github.cvatopenapi.contract.harness.fixtures.Fixture;
import io.github.cvatopenapi.contract.harness.generic.CheckPlan;
import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.http.Call;
import io.github.cvatopenapi.contract.harness.http.Caller;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Run;
import io.github.cvatopenapi.contract.organizations.OrganizationFixtures;
import java.util.List;
import java.util.Map;

/** What the members of an organization may do with its tasks and their jobs, role by role. */
public final class RolesChecks {

    /** A task with one job that the owner of the organization made in it. */
    private static final Fixture<Long> TASK = Fixture.of("a task in an organization with members", run -> {
        long task = make(run, run.main()).expect(201).id();
        TaskFixtures.upload(run, run.main(), task, 1);
        return task;
    });

    private static final Map<String, Integer> MAKES = Map.of("worker", 403, "supervisor", 201, "maintainer", 201);
    private static final Map<String, Integer> READS = Map.of("worker", 403, "supervisor", 403, "maintainer", 200);

    private RolesChecks() {
    }

    /** The checks for the tag {@code tasks} or {@code jobs}. */
    public static void add(CheckPlan plan, Run run, String tag) {
        if (tag.equals("tasks")) {
            MAKES.forEach((role, status) ->
                    plan.add("tasks_create", Rule.ORG_ROLES, role, "who may make tasks makes some, others do not",
                            () -> judge(make(run, member(run, role)).expect(status))));
        }
        READS.forEach((role, status) ->
                plan.add(tag + "_retrieve", Rule.ORG_ROLES, role, "only a maintainer reads those of others",
                        () -> judge(member(run, role).call(tag + "_retrieve").path(target(run, tag)).expect(status))));
        READS.forEach((role, status) ->
                plan.add(tag + "_list", Rule.ORG_ROLES, role, "only a maintainer sees those of others",
                        () -> listed(run, tag, role, status == 200)));
    }

    private static Caller member(Run run, String role) {
        return run.get(OrganizationFixtures.STAFFED).of(role).caller();
    }

    private static Call make(Run run, Caller caller) {
        return caller.call("tasks_create").inOrganization(run.get(OrganizationFixtures.STAFFED).organization().slug())
                .json(Map.of("name", run.name("task"), "labels", List.of(Map.of("name", "car"))));
    }

    private static long target(Run run, String tag) {
        return tag.equals("tasks") ? run.get(TASK) : TaskFixtures.jobs(run, run.get(TASK)).get(0);
    }

    /** What is refused is refused with a reason. */
    private static void judge(Answer answer) {
        if (answer.status() == 403) {
            answer.readableError();
        }
    }

    private static void listed(Run run, String tag, String role, boolean seen) {
        long target = target(run, tag);
        Answer list = member(run, role).call(tag + "_list")
                .query("org", run.get(OrganizationFixtures.STAFFED).organization().slug())
                .query("page_size", "all").expect(200);
        if (list.resultIds().contains(target) != seen) {
            throw list.fail("a " + role + (seen ? " does not see " : " sees ") + target + ", which somebody else made");
        }
    }
}
