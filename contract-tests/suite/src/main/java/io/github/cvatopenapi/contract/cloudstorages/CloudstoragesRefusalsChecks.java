package io.github.cvatopenapi.contract.cloudstorages;

import io.github.cvatopenapi.contract.harness.http.Call;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Check;
import io.github.cvatopenapi.contract.harness.run.Run;
import io.github.cvatopenapi.contract.organizations.OrganizationFixtures.Staffed;
import io.github.cvatopenapi.contract.organizations.OrganizationFixtures;
import java.util.List;
import java.util.Map;

/** Cloud storages that make no sense, and whoever may not have one. */
final class CloudstoragesRefusalsChecks {

    private static final int MISSING = 2_000_000_001;

    @Check(operation = "cloudstorages_create", rule = Rule.ERROR_INPUT, caseName = "nothing")
    void aCloudStorageOfNothingGets400(Run run) {
        CloudstorageFixtures.create(run, Map.of()).expect(400).readableError();
    }

    @Check(operation = "cloudstorages_create", rule = Rule.ERROR_INPUT, caseName = "unknown provider")
    void anUnknownProviderGets400(Run run) {
        CloudstorageFixtures.create(run, CloudstorageFixtures.with(CloudstorageFixtures.description(run, "pictures"),
                "provider_type", "NO_SUCH")).expect(400).readableError();
    }

    @Check(operation = "cloudstorages_create", rule = Rule.ERROR_INPUT, caseName = "unknown credentials")
    void unknownCredentialsGet400(Run run) {
        CloudstorageFixtures.create(run, CloudstorageFixtures.with(CloudstorageFixtures.description(run, "pictures"),
                "credentials_type", "NO_SUCH")).expect(400).readableError();
    }

    @Check(operation = "cloudstorages_create", rule = Rule.ERROR_INPUT, caseName = "missing bucket")
    void aBucketThatIsNotThereGets400(Run run) {
        CloudstorageFixtures.create(run, CloudstorageFixtures.with(CloudstorageFixtures.body(run), "resource",
                run.names().slug()))
                .expect(400).readableError();
    }

    @Check(operation = "cloudstorages_create", rule = Rule.ERROR_INPUT, caseName = "missing manifest")
    void aManifestThatIsNotThereGets400(Run run) {
        CloudstorageFixtures.create(run, CloudstorageFixtures.with(CloudstorageFixtures.body(run), "manifests",
                List.of(run.names().slug() + ".jsonl"))).expect(400).readableError();
    }

    @Check(operation = "cloudstorages_partial_update", rule = Rule.ERROR_INPUT, caseName = "missing bucket")
    void aCloudStorageIsNotTurnedToABucketThatIsNotThere(Run run) {
        long storage = run.get(CloudstorageFixtures.STORAGE);
        run.main().call("cloudstorages_partial_update").path(storage).json(Map.of("resource", run.names().slug()))
                .expect(400)
                .readableError();
        run.main().call("cloudstorages_retrieve").path(storage).expect(200)
                .has("resource", CloudstorageFixtures.bucket(run).name());
    }

    @Check(operation = "cloudstorages_retrieve_actions", rule = Rule.ERROR_INPUT, caseName = "missing")
    void theActionsOfWhatIsNotThereGet400(Run run) {
        run.main().call("cloudstorages_retrieve_actions").path(MISSING).expect(400).readableError();
    }

    private static Call foreign(Run run, String operation) {
        return run.second().call(operation).path(run.get(CloudstorageFixtures.STORAGE));
    }

    @Check(operation = "cloudstorages_retrieve", rule = Rule.AUTH_FOREIGN)
    void somebodyElseCannotReadACloudStorage(Run run) {
        foreign(run, "cloudstorages_retrieve").expect(403).readableError();
    }

    @Check(operation = "cloudstorages_partial_update", rule = Rule.AUTH_FOREIGN)
    void somebodyElseCannotChangeACloudStorage(Run run) {
        foreign(run, "cloudstorages_partial_update").json(Map.of()).expect(403).readableError();
    }

    @Check(operation = "cloudstorages_destroy", rule = Rule.AUTH_FOREIGN)
    void somebodyElseCannotRemoveACloudStorage(Run run) {
        foreign(run, "cloudstorages_destroy").expect(403).readableError();
        run.main().call("cloudstorages_retrieve").path(run.get(CloudstorageFixtures.STORAGE)).expect(200);
    }

    @Check(operation = "cloudstorages_retrieve_status", rule = Rule.AUTH_FOREIGN)
    void somebodyElseDoesNotSeeTheStatus(Run run) {
        foreign(run, "cloudstorages_retrieve_status").expect(403).readableError();
    }

    @Check(operation = "cloudstorages_retrieve_actions", rule = Rule.AUTH_FOREIGN)
    void somebodyElseDoesNotSeeTheActions(Run run) {
        foreign(run, "cloudstorages_retrieve_actions").expect(400).readableError();
    }

    @Check(operation = "cloudstorages_retrieve_content_v2", rule = Rule.AUTH_FOREIGN)
    void somebodyElseDoesNotSeeTheContent(Run run) {
        foreign(run, "cloudstorages_retrieve_content_v2").expect(403).readableError();
    }

    @Check(operation = "cloudstorages_retrieve_preview", rule = Rule.AUTH_FOREIGN)
    void somebodyElseDoesNotSeeThePreview(Run run) {
        foreign(run, "cloudstorages_retrieve_preview").accept("*/*").expect(403).readableError();
    }

    @Check(operation = "cloudstorages_create", rule = Rule.ORG_ROLES, caseName = "worker")
    void aWorkerMakesNoCloudStorages(Run run) {
        Staffed staffed = run.get(OrganizationFixtures.STAFFED);
        staffed.of("worker").caller().call("cloudstorages_create").inOrganization(staffed.organization().slug())
                .json(CloudstorageFixtures.description(run, "pictures")).expect(403).readableError();
    }
}
