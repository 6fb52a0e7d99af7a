package io.github.cvatopenapi.contract.cloudstorages;

import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.http.Call;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Check;
import io.github.cvatopenapi.contract.harness.run.Run;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The life of a cloud storage: what CVAT remembers of a bucket, never the bucket. */
final class CloudstoragesLifecycleChecks {

    private static final List<String> SHOWN = List.of("provider_type", "resource", "display_name", "credentials_type",
            "specific_attributes", "description");

    private static Answer shows(Answer answer, Map<String, Object> sent) {
        SHOWN.stream().filter(sent::containsKey).forEach(name -> answer.has(name, sent.get(name)));
        return answer;
    }

    @Check(operation = "cloudstorages_create", rule = Rule.LIFECYCLE_CREATE)
    void aCloudStorageIsReadBackAsItWasSentAndListed(Run run) {
        Map<String, Object> sent = CloudstorageFixtures.body(run);
        Answer made = shows(CloudstorageFixtures.create(run, sent).expect(201), sent)
                .has("manifests", sent.get("manifests"));
        shows(run.main().call("cloudstorages_retrieve").path(made.id()).expect(200), sent)
                .has("manifests", sent.get("manifests"))
                .has("owner.username", run.main().username()).has("organization", null);
        run.main().call("cloudstorages_list").query("name", sent.get("display_name")).expect(200).has("count", 1)
                .has("results.0.id", made.id());
    }

    @Check(operation = "cloudstorages_create", rule = Rule.MEDIA_REQUEST, caseName = "multipart/form-data")
    void aFormIsAccepted(Run run) {
        Map<String, Object> sent = CloudstorageFixtures.body(run);
        sent.remove("manifests");
        Call call = run.main().call("cloudstorages_create");
        sent.forEach(call::field);
        shows(call.expect(201), sent).has("manifests", List.of());
    }

    @Check(operation = "cloudstorages_create", rule = Rule.AUTH_SECRETS)
    void theKeysOfABucketAreNeverTold(Run run) {
        Map<String, Object> sent = CloudstorageFixtures.body(run);
        Answer made = CloudstorageFixtures.create(run, sent).expect(201);
        for (Answer answer : List.of(made, run.main().call("cloudstorages_retrieve").path(made.id()).expect(200))) {
            if (answer.text().contains("\"" + sent.get("secret_key") + "\"") || answer.text()
                    .contains("\"" + sent.get("key") + "\"")) {
                throw answer.fail("a key is told");
            }
        }
    }

    @Check(operation = "cloudstorages_retrieve", rule = Rule.LIFECYCLE_READ)
    void aCloudStorageSaysWhatItIs(Run run) {
        long storage = run.get(CloudstorageFixtures.STORAGE);
        run.main().call("cloudstorages_retrieve").path(storage).expect(200).has("id", storage).has("provider_type")
                .has("resource")
                .has("display_name").has("credentials_type");
    }

    @Check(operation = "cloudstorages_partial_update", rule = Rule.LIFECYCLE_CHANGE)
    void aChangedNameAndDescriptionAreReadBackAndNothingElseChanges(Run run) {
        Map<String, Object> sent = CloudstorageFixtures.body(run);
        Answer before = CloudstorageFixtures.create(run, sent).expect(201);
        Map<String, Object> change = Map.of("display_name", run.name("renamed bucket"),
                "description", "described anew");
        Map<String, Object> changed = new LinkedHashMap<>(sent);
        changed.putAll(change);
        shows(run.main().call("cloudstorages_partial_update").path(before.id()).json(change).expect(200), changed);
        shows(run.main().call("cloudstorages_retrieve").path(before.id()).expect(200), changed)
                .has("created_date", before.at("created_date")).has("owner.id", before.at("owner.id"))
                .updatedSince(before);
    }

    @Check(operation = "cloudstorages_partial_update", rule = Rule.MEDIA_REQUEST, caseName = "multipart/form-data")
    void aFormChangesACloudStorage(Run run) {
        long storage = CloudstorageFixtures.make(run, CloudstorageFixtures.body(run));
        String name = run.name("renamed by a form");
        run.main().call("cloudstorages_partial_update").path(storage).field("display_name", name).expect(200)
                .has("display_name", name);
        run.main().call("cloudstorages_retrieve").path(storage).expect(200).has("display_name", name);
    }

    @Check(operation = "cloudstorages_partial_update", rule = Rule.LIFECYCLE_CHANGE, caseName = "manifests")
    void manifestsThatAChangeDoesNotNameStay(Run run) {
        CloudstorageFixtures.manifest(run);
        Answer before = CloudstorageFixtures.create(run, CloudstorageFixtures.body(run)).expect(201);
        run.main().call("cloudstorages_partial_update").path(before.id()).json(Map.of("description", "changed"))
                .expect(200).sameAs(before, "description", "updated_date").updatedSince(before);
    }

    @Check(operation = "cloudstorages_partial_update", rule = Rule.LIFECYCLE_CHANGE, caseName = "other manifests")
    void manifestsThatAChangeNamesAreReadBack(Run run) {
        List<String> manifests = List.of(CloudstorageFixtures.manifest(run));
        long storage = CloudstorageFixtures.make(run,
                CloudstorageFixtures.with(CloudstorageFixtures.body(run), "manifests", List.of()));
        run.main().call("cloudstorages_partial_update").path(storage).json(Map.of("manifests", manifests)).expect(200)
                .has("manifests", manifests);
        run.main().call("cloudstorages_retrieve").path(storage).expect(200).has("manifests", manifests);
    }

    @Check(operation = "cloudstorages_list", rule = Rule.FILTER_SEARCH)
    void aSearchFindsTheNamesWithTheWordAndNothingElse(Run run) {
        String word = run.names().slug() + "-alone";
        long storage = CloudstorageFixtures.make(run,
                CloudstorageFixtures.with(CloudstorageFixtures.body(run), "display_name", "the bucket " + word));
        run.main().call("cloudstorages_list").query("search", word).expect(200).has("count", 1)
                .has("results.0.id", storage);
        run.main().call("cloudstorages_list").query("search", "zzz-nothing-" + run.names().slug()).expect(200)
                .has("count", 0);
    }

    @Check(operation = "cloudstorages_destroy", rule = Rule.LIFECYCLE_REMOVE)
    void aRemovedCloudStorageIsGoneFromItsList(Run run) {
        Map<String, Object> sent = CloudstorageFixtures.body(run);
        long storage = CloudstorageFixtures.make(run, sent);
        run.main().call("cloudstorages_destroy").path(storage).expect(204);
        run.main().call("cloudstorages_retrieve").path(storage).expect(404).readableError();
        run.main().call("cloudstorages_retrieve_status").path(storage).expect(404).readableError();
        run.main().call("cloudstorages_list").query("name", sent.get("display_name")).expect(200).has("count", 0);
    }
}
