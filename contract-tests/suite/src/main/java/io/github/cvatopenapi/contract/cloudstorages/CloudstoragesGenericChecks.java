package io.github.cvatopenapi.contract.cloudstorages;

import io.github.cvatopenapi.contract.harness.Rule;
import io.github.cvatopenapi.contract.harness.Run;
import io.github.cvatopenapi.contract.harness.generic.GenericChecks;
import io.github.cvatopenapi.contract.harness.generic.Sample;
import io.github.cvatopenapi.contract.harness.generic.Samples;
import java.util.List;
import java.util.Map;

/** What the document brings for the operations of the tag {@code cloudstorages}. */
final class CloudstoragesGenericChecks extends GenericChecks {

    CloudstoragesGenericChecks() {
        super("cloudstorages");
    }

    @Override
    protected void samples(Samples samples) {
        samples.of("cloudstorages_list").items(CloudstorageFixtures.SEVERAL)
                .inOrganization(CloudstorageFixtures.IN_ORGANIZATION)
                .shows(Rule.FILTER_SORT, "name", run -> all(run, "sort", "name"))
                .shows(Rule.FILTER_SIMPLE, "provider_type", run -> all(run, "provider_type", "AWS_S3_BUCKET"))
                .shows(Rule.FILTER_SIMPLE, "another provider_type", run -> none("provider_type", "AZURE_CONTAINER"))
                .shows(Rule.FILTER_SIMPLE, "credentials_type", run ->
                        all(run, "credentials_type", "KEY_SECRET_KEY_PAIR"))
                .shows(Rule.FILTER_SIMPLE, "another credentials_type", run ->
                        none("credentials_type", "CONNECTION_STRING"))
                .shows(Rule.FILTER_SIMPLE, "resource", run ->
                        all(run, "resource", CloudstorageFixtures.bucket(run).name()))
                .shows(Rule.FILTER_SIMPLE, "another resource", run -> none("resource", "no-such-bucket"))
                .shows(Rule.FILTER_SIMPLE, "owner", run -> all(run, "owner", run.main().username()))
                .shows(Rule.FILTER_SIMPLE, "another owner", run -> none("owner", "no-such-user"))
                .shows(Rule.FILTER_SIMPLE, "another name", run -> none("name", "no such name"));
        samples.of("cloudstorages_create").json(CloudstorageFixtures::body);
        samples.of("cloudstorages_retrieve").path(CloudstorageFixtures.STORAGE);
        samples.of("cloudstorages_retrieve_status").path(CloudstorageFixtures.STORAGE);
        samples.of("cloudstorages_retrieve_content_v2").path(CloudstorageFixtures.STORAGE);
    }

    private static Sample.Shown all(Run run, String parameter, Object value) {
        return new Sample.Shown(Map.of(parameter, value), run.get(CloudstorageFixtures.SEVERAL).ids());
    }

    private static Sample.Shown none(String parameter, Object value) {
        return new Sample.Shown(Map.of(parameter, value), List.of());
    }
}
