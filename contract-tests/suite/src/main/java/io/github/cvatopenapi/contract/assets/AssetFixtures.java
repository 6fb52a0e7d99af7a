package io.github.cvatopenapi.contract.assets;

import io.github.cvatopenapi.contract.guides.GuideFixtures;
import io.github.cvatopenapi.contract.harness.fixtures.Fixture;
import io.github.cvatopenapi.contract.harness.fixtures.SamplePictures;
import io.github.cvatopenapi.contract.harness.http.Call;
import io.github.cvatopenapi.contract.harness.run.Run;

/** Assets that checks share. */
final class AssetFixtures {

    /** The file name under which every asset of a fixture was uploaded. */
    static final String FILE_NAME = "picture.png";

    /** The picture that is the asset of every fixture. */
    static final byte[] PICTURE = SamplePictures.png(7);

    /** The UUID of an asset. */
    static final Fixture<String> ASSET = Fixture.of("an asset", run -> make(run, run.get(GuideFixtures.GUIDE)));

    private AssetFixtures() {
    }

    static String make(Run run, long guide) {
        return String.valueOf(upload(run, guide).expect(201).has("uuid").at("uuid"));
    }

    static Call upload(Run run, Object guide) {
        return run.main().call("assets_create").field("guide_id", guide).file("file", FILE_NAME, PICTURE, "image/png");
    }
}
