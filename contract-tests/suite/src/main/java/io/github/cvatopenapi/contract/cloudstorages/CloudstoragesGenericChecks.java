package io.github.cvatopenapi.contract.cloudstorages;

import io.github.cvatopenapi.contract.harness.generic.GenericChecks;
import io.github.cvatopenapi.contract.harness.generic.Samples;
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
        samples.of("cloudstorages_create").json(CloudstorageFixtures::body).together();
        samples.of("cloudstorages_partial_update").path(CloudstorageFixtures.STORAGE)
                .json(run -> Map.of("description", "of the contract suite")).together();
        samples.of("cloudstorages_retrieve").path(CloudstorageFixtures.STORAGE);
        samples.of("cloudstorages_retrieve_status").path(CloudstorageFixtures.STORAGE);
        samples.of("cloudstorages_retrieve_content_v2").path(CloudstorageFixtures.STORAGE);
    }
}
