package io.github.cvatopenapi.contract.cloudstorages;

import io.github.cvatopenapi.contract.harness.fixtures.Fixture;
import io.github.cvatopenapi.contract.harness.generic.Sample;
import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.http.Call;
import io.github.cvatopenapi.contract.harness.run.Run;
import io.github.cvatopenapi.contract.harness.settings.Settings.Bucket;
import io.github.cvatopenapi.contract.organizations.OrganizationFixtures;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/** Cloud storages that checks share: all of them the bucket of the settings. */
public final class CloudstorageFixtures {

    /** A cloud storage with the manifest of the bucket, if there is one. */
    public static final Fixture<Long> STORAGE = Fixture.of("a cloud storage", CloudstorageFixtures::first)
            .orExisting(CloudstorageFixtures::available);

    /** Four cloud storages, found by a word that no other one has. */
    static final Fixture<Sample.Items> SEVERAL = Fixture.of("several cloud storages", run -> {
        String word = run.names().slug() + "-several";
        List<Long> ids = Stream.of("a", "b", "c", "d").map(suffix ->
                make(run, with(body(run), "display_name", word + " " + suffix)))
                .toList();
        return new Sample.Items(ids, Map.of("search", word));
    });

    /** Two cloud storages in an organization of their own, and one beside it. */
    static final Fixture<Sample.InOrganization> IN_ORGANIZATION = Fixture.of("cloud storages in an organization",
            run -> {
        bucket(run);
        OrganizationFixtures.Organization organization = OrganizationFixtures.make(run.main(), run);
        List<Long> inside = Stream.of(1, 2).map(number -> run.main().call("cloudstorages_create")
                .inOrganization(organization.slug())
                .json(body(run)).expect(201).id()).toList();
        return new Sample.InOrganization(organization.slug(), organization.id(), inside, run.get(STORAGE));
    });

    private CloudstorageFixtures() {
    }

    /** A server that cannot reach the bucket of the settings refuses it rightly. */
    private static long first(Run run) {
        Answer made = create(run, right(run)).send();
        if (made.status() == 400) {
            throw new TestAbortedException("the server cannot use the bucket of the settings: " + made.text().strip());
        }
        return made.status(201).id();
    }

    /** The first storage behind which there still is a bucket; a look at some of them is enough. */
    private static Optional<Long> available(Run run) {
        return run.main().call("cloudstorages_list").expect(200).resultIds().stream()
                .map(id -> ((Number) id).longValue())
                .filter(id -> "AVAILABLE".equals(
                        run.main().call("cloudstorages_retrieve_status").path(id).send().json()))
                .findFirst();
    }

    /** The bucket of the settings; skips the check where there is none. */
    static Bucket bucket(Run run) {
        Bucket bucket = run.settings().bucket();
        if (bucket == null) {
            throw new TestAbortedException("needs an S3 bucket that the server can reach: set bucket, bucket-key and "
                    + "bucket-secret (and bucket-endpoint, bucket-region, bucket-manifest)");
        }
        run.redactor().hide(bucket.key());
        run.redactor().hide(bucket.secret());
        return bucket;
    }

    /** The path of a manifest in the bucket; skips the check where there is none. */
    static String manifest(Run run) {
        own(run);
        return listing(run).orElseThrow(() -> new TestAbortedException(
                "needs a manifest of pictures in the bucket: set bucket-manifest"));
    }

    /** The manifest of the settings, else one that the run writes. */
    private static Optional<String> listing(Run run) {
        String given = bucket(run).manifest();
        return given != null ? Optional.of(given) : BucketFixtures.mayWrite(run)
                ? Optional.of(run.get(BucketFixtures.LISTED) + BucketFixtures.MANIFEST) : Optional.empty();
    }

    /** Skips the check where the cloud storage is not the run's own, so that nothing is known of what is in it. */
    public static void own(Run run) {
        if (run.settings().readOnly()) {
            throw new TestAbortedException("read-only: the bucket of the settings has no cloud storage then");
        }
    }

    /** A cloud storage of the run as a place for files, in the order of calls. */
    static Map<String, Object> place(Run run) {
        own(run);
        Map<String, Object> place = new LinkedHashMap<>();
        place.put("location", "cloud_storage");
        place.put("cloud_storage_id", run.get(STORAGE));
        return place;
    }

    /** The call with it as the place of its file. */
    public static Call at(Run run, Call call) {
        place(run).forEach(call::query);
        return call;
    }

    /** A right cloud storage; skips the check where the server cannot reach the bucket. */
    static Map<String, Object> body(Run run) {
        run.get(STORAGE);
        return right(run);
    }

    private static Map<String, Object> right(Run run) {
        Bucket bucket = bucket(run);
        return with(with(with(with(description(run, bucket.name()), "key", bucket.key()), "secret_key",
                bucket.secret()), "specific_attributes", attributes(bucket)),
                "manifests", listing(run).map(List::of).orElse(List.of()));
    }

    private static String attributes(Bucket bucket) {
        return Stream.of(bucket.endpoint() == null ? "" : "endpoint_url=" + bucket.endpoint(),
                        bucket.region() == null ? "" : "region=" + bucket.region())
                .filter(each -> !each.isEmpty()).collect(Collectors.joining("&"));
    }

    /** What can be said of a bucket without having any. */
    static Map<String, Object> description(Run run, String resource) {
        return new LinkedHashMap<>(Map.of("provider_type", "AWS_S3_BUCKET", "resource", resource,
                "display_name", run.name("bucket"), "credentials_type", "KEY_SECRET_KEY_PAIR", "description",
                        "of the contract suite"));
    }

    /** The same with another value for one member. */
    static Map<String, Object> with(Map<String, Object> body, String name, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(body);
        changed.put(name, value);
        return changed;
    }

    static Call create(Run run, Map<String, Object> body) {
        return run.main().call("cloudstorages_create").json(body);
    }

    static long make(Run run, Map<String, Object> body) {
        return create(run, body).expect(201).id();
    }
}
