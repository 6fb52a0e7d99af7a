package io.github.cvatopenapi.contract.server;

import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.http.Call;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Check;
import io.github.cvatopenapi.contract.harness.run.Run;
import io.github.cvatopenapi.contract.tasks.TaskFixtures;
import java.util.Set;
import org.opentest4j.TestAbortedException;

/**
 * Statements of the published introduction that are too narrow: its list of errors, and its one media type of answers.
 */
final class ServerIntroductionChecks {

    /** The errors that the introduction lists. */
    private static final Set<Integer> ERRORS = Set.of(400, 401, 403, 404, 405, 409, 410);

    /** Asserts that a refusal is on the list; skips the check where nothing was refused. */
    static void listed(Answer answer) {
        answer.notBroken();
        if (answer.status() < 400) {
            throw new TestAbortedException("it was not refused");
        }
        if (!ERRORS.contains(answer.status())) {
            throw answer.fail(answer.status() + " is none of the errors of the introduction");
        }
    }

    @Check(operation = "projects_list", rule = Rule.DOC_ERROR_CODES, caseName = "406")
    void whoeverAcceptsNothingOnOfferGetsAnErrorOfTheList(Run run) {
        listed(run.main().call("projects_list").accept("application/xml").send());
    }

    @Check(operation = "projects_create", rule = Rule.DOC_ERROR_CODES, caseName = "415")
    void aBodyOfAnotherTypeGetsAnErrorOfTheList(Run run) {
        listed(run.main().call("projects_create").body("application/xml", "<a/>").send());
    }

    @Check(operation = "auth_retrieve_rules", rule = Rule.DOC_RESPONSE_TYPE)
    void theRulesAreOfTheCvatType(Run run) {
        run.main().call("auth_retrieve_rules").expect(200).mediaType(Call.CVAT_JSON);
    }

    @Check(operation = "schema_retrieve", rule = Rule.DOC_RESPONSE_TYPE)
    void theDocumentIsOfTheCvatType(Run run) {
        run.main().call("schema_retrieve").accept("*/*").expect(200).mediaType(Call.CVAT_JSON);
    }

    @Check(operation = "requests_retrieve", rule = Rule.DOC_RESPONSE_TYPE)
    void theRefusalOfAnUnknownRequestIsOfTheCvatType(Run run) {
        run.main().call("requests_retrieve").path("no-such-" + run.names().runId()).expect(404)
                .mediaType(Call.CVAT_JSON);
    }

    @Check(operation = "tasks_retrieve_preview", rule = Rule.DOC_RESPONSE_TYPE)
    void aPictureIsOfTheCvatType(Run run) {
        run.main().call("tasks_retrieve_preview").path(run.get(TaskFixtures.ANY)).expect(200).mediaType(Call.CVAT_JSON);
    }
}
