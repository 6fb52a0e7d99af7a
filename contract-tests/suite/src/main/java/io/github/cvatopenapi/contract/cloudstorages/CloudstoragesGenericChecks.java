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
                .differs("name", "display_name").alike("provider_type").alike("credentials_type").alike("resource")
                .alike("owner");
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
