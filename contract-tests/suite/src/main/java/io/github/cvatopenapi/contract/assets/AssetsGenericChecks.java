package io.github.cvatopenapi.contract.assets;

import io.github.cvatopenapi.contract.harness.generic.GenericChecks;
import io.github.cvatopenapi.contract.harness.generic.Samples;

/** What the document brings for the operations of the tag {@code assets}. */
final class AssetsGenericChecks extends GenericChecks {

    AssetsGenericChecks() {
        super("assets");
    }

    @Override
    protected void samples(Samples samples) {
        samples.of("assets_retrieve").path(AssetFixtures.ASSET);
    }
}
