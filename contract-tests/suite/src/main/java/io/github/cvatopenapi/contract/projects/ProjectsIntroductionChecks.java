package io.github.cvatopenapi.contract.projects;

import io.github.cvatopenapi.contract.harness.generic.Sample;
import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.http.Call;
import io.github.cvatopenapi.contract.harness.http.JsonTrees;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Check;
import io.github.cvatopenapi.contract.harness.run.Run;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** The statements of the published introduction, shown on projects, which it takes its examples from. */
final class ProjectsIntroductionChecks {

    @Check(operation = "projects_create", rule = Rule.DOC_REQUEST_TYPES, caseName = "application/json")
    void aJsonBodyIsAccepted(Run run) {
        run.main().call("projects_create").json(Map.of("name", run.name("project"))).expect(201);
    }

    @Check(operation = "projects_create", rule = Rule.DOC_REQUEST_TYPES, caseName = Call.CVAT_JSON)
    void aBodyOfTheCvatTypeIsAccepted(Run run) {
        run.main().call("projects_create").body(Call.CVAT_JSON, JsonTrees.write(Map.of("name", run.name("project"))))
                .expect(201);
    }

    @Check(operation = "projects_retrieve", rule = Rule.DOC_RESPONSE_TYPE)
    void theAnswerIsOfTheCvatType(Run run) {
        run.main().call("projects_retrieve").path(run.get(ProjectFixtures.PROJECT)).expect(200)
                .mediaType(Call.CVAT_JSON);
    }

    @Check(operation = "projects_retrieve", rule = Rule.DOC_SUCCESS_CODES, caseName = "200")
    void readingSucceedsWith200(Run run) {
        run.main().call("projects_retrieve").path(run.get(ProjectFixtures.PROJECT)).expect(200);
    }

    @Check(operation = "projects_create", rule = Rule.DOC_SUCCESS_CODES, caseName = "201")
    void makingSucceedsWith201(Run run) {
        run.main().call("projects_create").json(Map.of("name", run.name("project"))).expect(201);
    }

    @Check(operation = "projects_destroy", rule = Rule.DOC_SUCCESS_CODES, caseName = "204")
    void removingSucceedsWith204(Run run) {
        run.main().call("projects_destroy").path(ProjectFixtures.make(run, run.name("project"))).expect(204);
    }

    @Check(operation = "projects_create", rule = Rule.DOC_ERROR_CODES, caseName = "400")
    void aBodyWithoutItsNameGets400(Run run) {
        run.main().call("projects_create").json(Map.of()).expect(400).readableError();
    }

    @Check(operation = "projects_retrieve", rule = Rule.DOC_ERROR_CODES, caseName = "401")
    void nobodyGets401(Run run) {
        run.anonymous().call("projects_retrieve").path(run.get(ProjectFixtures.PROJECT)).expect(401).readableError();
    }

    @Check(operation = "projects_retrieve", rule = Rule.DOC_ERROR_CODES, caseName = "403")
    void somebodyElseGets403(Run run) {
        run.second().call("projects_retrieve").path(run.get(ProjectFixtures.PROJECT)).expect(403).readableError();
    }

    @Check(operation = "projects_list", rule = Rule.DOC_ERROR_CODES, caseName = "405")
    void aMethodThatIsNotThereGets405(Run run) {
        run.main().call("PUT", "/api/projects").json(Map.of()).expect(405).readableError();
    }

    @Check(operation = "projects_retrieve", rule = Rule.DOC_ERROR_CODES, caseName = "404")
    void aProjectThatWasRemovedGets404(Run run) {
        long id = ProjectFixtures.make(run, run.name("project"));
        run.main().call("projects_destroy").path(id).expect(204);
        run.main().call("projects_retrieve").path(id).expect(404).readableError();
    }

    @Check(operation = "projects_create_dataset_export", rule = Rule.DOC_ERROR_CODES, caseName = "410")
    void aRetiredWayGets410(Run run) {
        long id = run.get(ProjectFixtures.PROJECT);
        run.main().call("GET", "/api/projects/" + id + "/dataset").expect(410).readableError();
    }

    @Check(operation = "projects_list", rule = Rule.DOC_PAGING)
    void pagesAreAskedForByPageAndPageSize(Run run) {
        Sample.Items items = run.get(ProjectFixtures.SEVERAL);
        Answer page = several(run, items).query("page_size", 3).query("page", 2).expect(200)
                .has("count", items.ids().size()).has("previous").has("next", null);
        if (page.results().size() != items.ids().size() - 3) {
            throw page.fail("there are " + page.results().size() + " results, expected " + (items.ids().size() - 3));
        }
    }

    @Check(operation = "projects_list", rule = Rule.DOC_FILTER)
    void theFilterOfTheIntroductionGivesTheOwnersProjects(Run run) {
        Sample.Items items = run.get(ProjectFixtures.SEVERAL);
        several(run, items).query("filter", owner(run.main().username())).expect(200).has("count", items.ids().size());
        several(run, items).query("filter", owner("no-such-user-of-" + run.names().runId())).expect(200)
                .has("count", 0);
    }

    private static String owner(String name) {
        return JsonTrees.write(Map.of("and", List.of(Map.of("==", List.of(Map.of("var", "owner"), name)))));
    }

    @Check(operation = "projects_list", rule = Rule.DOC_SORT)
    void aHyphenTurnsTheOrderRound(Run run) {
        Sample.Items items = run.get(ProjectFixtures.SEVERAL);
        List<Object> up = several(run, items).query("sort", "name").expect(200).resultIds();
        Answer down = several(run, items).query("sort", "-name").expect(200);
        List<Object> turned = new ArrayList<>(up);
        Collections.reverse(turned);
        if (up.size() != items.ids().size() || !down.resultIds().equals(turned)) {
            throw down.fail("the results are " + down.resultIds() + ", expected " + turned);
        }
    }

    @Check(operation = "projects_list", rule = Rule.DOC_SEARCH)
    void searchFindsByName(Run run) {
        Sample.Items items = run.get(ProjectFixtures.SEVERAL);
        several(run, items).expect(200).has("count", items.ids().size());
        run.main().call("projects_list").query("search", "nothing-like-it-" + run.names().slug()).expect(200)
                .has("count", 0);
    }

    private static Call several(Run run, Sample.Items items) {
        Call call = run.main().call("projects_list");
        items.scope().forEach(call::query);
        return call;
    }

    @Check(operation = "projects_create", rule = Rule.DOC_ORGANIZATION, caseName = "org")
    void aProjectIsMadeInTheOrganizationOfTheQuery(Run run) {
        Sample.InOrganization organization = run.get(ProjectFixtures.OTHER_ORGANIZATION);
        run.main().call("projects_create").query("org", organization.slug()).json(Map.of("name", run.name("project")))
                .expect(201).has("organization_id", organization.id());
    }

    @Check(operation = "projects_create", rule = Rule.DOC_ORGANIZATION, caseName = "org_id")
    void aProjectIsMadeInTheOrganizationOfTheNumber(Run run) {
        Sample.InOrganization organization = run.get(ProjectFixtures.OTHER_ORGANIZATION);
        run.main().call("projects_create").query("org_id", organization.id()).json(Map.of("name", run.name("project")))
                .expect(201).has("organization_id", organization.id());
    }

    @Check(operation = "projects_create", rule = Rule.DOC_ORGANIZATION, caseName = "X-Organization")
    void aProjectIsMadeInTheOrganizationOfTheHeader(Run run) {
        Sample.InOrganization organization = run.get(ProjectFixtures.OTHER_ORGANIZATION);
        run.main().call("projects_create").inOrganization(organization.slug()).json(Map.of("name", run.name("project")))
                .expect(201).has("organization_id", organization.id());
    }

    @Check(operation = "projects_retrieve", rule = Rule.DOC_RATE_HEADERS)
    void theAnswerTellsHowManyCallsAreLeft(Run run) {
        Answer answer = run.main().call("projects_retrieve").path(run.get(ProjectFixtures.PROJECT)).expect(200);
        for (String header : List.of("X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset")) {
            if (answer.header(header) == null) {
                throw answer.fail("there is no " + header);
            }
        }
    }

    @Check(operation = "projects_retrieve", rule = Rule.DOC_PROJECT)
    void aProjectHasTheFieldsOfTheIntroduction(Run run) {
        Answer project = run.main().call("projects_retrieve").path(run.get(ProjectFixtures.PROJECT)).expect(200);
        project.has("id").has("name").has("url").has("owner.username").has("created_date").has("updated_date")
                .has("status");
        if (!project.object().containsKey("assignee")) {
            throw project.fail("there is no assignee");
        }
    }
}
