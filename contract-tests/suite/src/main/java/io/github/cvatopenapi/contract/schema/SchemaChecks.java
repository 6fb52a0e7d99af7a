package io.github.cvatopenapi.contract.schema;

import io.github.cvatopenapi.contract.harness.fixtures.Fixture;
import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.http.Call;
import io.github.cvatopenapi.contract.harness.http.Credentials;
import io.github.cvatopenapi.contract.harness.http.JsonTrees;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Check;
import io.github.cvatopenapi.contract.harness.run.Run;
import io.github.cvatopenapi.spec.Trees;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The document that the server has about itself. */
final class SchemaChecks {

    private static final String JSON = "application/vnd.oai.openapi+json";

    private static Answer document(Run run, String accept, String mediaType) {
        return run.main().call("schema_retrieve").accept(accept).expect(200).mediaType(mediaType);
    }

    private static void yaml(Run run, String accept, String mediaType) {
        Answer document = document(run, accept, mediaType);
        if (document.text().lines().limit(1).noneMatch(line -> line.startsWith("openapi: 3."))) {
            throw document.fail("the body does not begin as an OpenAPI document in YAML does");
        }
    }

    /** The document in JSON, which takes a server a while to make. */
    private static final Fixture<Answer> DOCUMENT = Fixture.of("the document of the server",
            run -> document(run, JSON, JSON))
            .orExisting(run -> Optional.of(document(run, JSON, JSON)));

    private static Object json(Answer document) {
        Object tree = JsonTrees.read(document.text());
        if (!String.valueOf(Trees.at(tree, "openapi")).startsWith("3.")) {
            throw document.fail("the body is no OpenAPI document");
        }
        return tree;
    }

    @Check(operation = "schema_retrieve", rule = Rule.MEDIA_ACCEPT, caseName = "application/vnd.oai.openapi")
    void theDocumentComesAsYaml(Run run) {
        yaml(run, "application/vnd.oai.openapi", "application/vnd.oai.openapi");
    }

    @Check(operation = "schema_retrieve", rule = Rule.MEDIA_ACCEPT, caseName = "application/yaml")
    void theDocumentComesAsPlainYaml(Run run) {
        yaml(run, "application/yaml", "application/yaml");
    }

    @Check(operation = "schema_retrieve", rule = Rule.MEDIA_ACCEPT, caseName = "*/*")
    void whoeverTakesAnythingGetsYaml(Run run) {
        yaml(run, "*/*", "application/vnd.oai.openapi");
    }

    @Check(operation = "schema_retrieve", rule = Rule.MEDIA_ACCEPT, caseName = JSON)
    void theDocumentComesAsJson(Run run) {
        json(document(run, JSON, JSON));
    }

    @Check(operation = "schema_retrieve", rule = Rule.MEDIA_ACCEPT, caseName = "application/json")
    void theDocumentComesAsPlainJson(Run run) {
        json(document(run, "application/json", "application/json"));
    }

    @Check(operation = "schema_retrieve", rule = Rule.MEDIA_ACCEPT, caseName = "scheme=json, in German")
    void theFormAndTheLanguageCanBeAskedFor(Run run) {
        json(run.main().call("schema_retrieve").accept("*/*").query("scheme", "json").query("lang", "de").expect(200)
                .mediaType(JSON));
    }

    @Check(operation = "schema_retrieve", rule = Rule.ERROR_QUERY_BOUNDS, caseName = "scheme: xml")
    void aFormThatThereIsNotIsRefused(Run run) {
        run.main().call("schema_retrieve").accept("*/*").query("scheme", "xml").query("lang", "xx").expect(404)
                .readableError();
    }

    @Check(operation = "schema_retrieve", rule = Rule.MEDIA_REFUSE, caseName = Call.CVAT_JSON)
    void theDocumentDoesNotComeAsACvatAnswer(Run run) {
        run.main().call("schema_retrieve").expect(406).readableError();
    }

    @Check(operation = "schema_retrieve", rule = Rule.AUTH_WRONG, caseName = "token")
    void aWrongTokenIsRefused(Run run) {
        run.anonymous().with(Credentials.wrong("token", "Token 0000000000000000000000000000000000000000"))
                .call("schema_retrieve")
                .send().readableError();
    }

    @Check(operation = "schema_retrieve", rule = Rule.HEADER_DOWNLOAD)
    void theDocumentNamesItsFile(Run run) {
        Answer document = run.get(DOCUMENT);
        if (!String.valueOf(document.header("Content-Disposition")).contains("filename=")) {
            throw document.fail("Content-Disposition is " + document.header("Content-Disposition"));
        }
    }

    @Check(operation = "schema_retrieve", rule = Rule.LIFECYCLE_READ)
    void theDocumentNamesEveryOperationOfTheContract(Run run) {
        Object document = json(run.get(DOCUMENT));
        List<String> missing = run.contract().operations().stream()
                .filter(each -> !each.id()
                .equals(Trees.at(document, "paths", each.path(), each.method()
                .toLowerCase(Locale.ROOT), "operationId")))
                .map(each -> each.id()).toList();
        if (!missing.isEmpty()) {
            throw new AssertionError("The server's own document does not have " + String.join(", ", missing)
                    + " where the contract has them.");
        }
    }

    @Check(operation = "schema_retrieve", rule = Rule.DOC_VERSION, caseName = "document")
    void theDocumentTellsTheVersionOfTheServer(Run run) {
        Object document = json(run.get(DOCUMENT));
        if (!String.valueOf(Trees.at(document, "info", "version")).startsWith(run.serverVersion())) {
            throw new AssertionError("The server's own document is of version " + Trees.at(document, "info", "version")
                    + ", and the server of " + run.serverVersion() + ".");
        }
    }
}
