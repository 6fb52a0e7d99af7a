package io.github.cvatopenapi.contract.assets;

import io.github.cvatopenapi.contract.guides.GuideFixtures;
import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Check;
import io.github.cvatopenapi.contract.harness.run.Run;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** Files that guides show. */
final class AssetsChecks {

    @Check(operation = "assets_create", rule = Rule.LIFECYCLE_CREATE)
    void anAssetSaysWhoseItIs(Run run) {
        long guide = run.get(GuideFixtures.GUIDE);
        AssetFixtures.upload(run, guide).expect(201).has("uuid").has("created_date")
                .has("filename", AssetFixtures.FILE_NAME)
                .has("guide_id", guide).has("owner.username", run.main().username());
    }

    @Check(operation = "assets_create", rule = Rule.ERROR_INPUT, caseName = "no guide")
    void anAssetIsOfAGuide(Run run) {
        run.main().call("assets_create").file("file", AssetFixtures.FILE_NAME, AssetFixtures.PICTURE, "image/png")
                .send().readableError();
    }

    @Check(operation = "assets_create", rule = Rule.ERROR_INPUT, caseName = "text for a guide")
    void anAssetIsOfNoGuideThatIsNoNumber(Run run) {
        AssetFixtures.upload(run, "abc").send().readableError();
    }

    @Check(operation = "assets_retrieve", rule = Rule.UPLOAD_MULTIPART)
    void aPictureComesBack(Run run) throws IOException {
        Answer answer = run.main().call("assets_retrieve").path(run.get(AssetFixtures.ASSET)).accept("*/*").expect(200)
                .mediaType("image/png");
        BufferedImage there = ImageIO.read(new ByteArrayInputStream(answer.bytes()));
        if (there == null || !samePixels(there, ImageIO.read(new ByteArrayInputStream(AssetFixtures.PICTURE)))) {
            throw answer.fail("it is not the picture that was uploaded");
        }
    }

    /** The server writes pictures anew, so that only what they show is the same. */
    private static boolean samePixels(BufferedImage one, BufferedImage other) {
        if (one.getWidth() != other.getWidth() || one.getHeight() != other.getHeight()) {
            return false;
        }
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                if (one.getRGB(x, y) != other.getRGB(x, y)) {
                    return false;
                }
            }
        }
        return true;
    }

    @Check(operation = "assets_retrieve", rule = Rule.HEADER_DOWNLOAD)
    void anAssetNamesItsFileAndItsVersion(Run run) {
        Answer answer = run.main().call("assets_retrieve").path(run.get(AssetFixtures.ASSET)).accept("*/*").expect(200);
        if (answer.header("Content-Disposition") == null || !answer.header("Content-Disposition")
                .contains(AssetFixtures.FILE_NAME)) {
            throw answer.fail("Content-Disposition is " + answer.header("Content-Disposition"));
        }
        if (answer.header("ETag") == null) {
            throw answer.fail("there is no ETag");
        }
    }

    @Check(operation = "assets_retrieve", rule = Rule.AUTH_FOREIGN)
    void somebodyElseCannotReadAnAsset(Run run) {
        run.second().call("assets_retrieve").path(run.get(AssetFixtures.ASSET)).expect(403).readableError();
    }

    @Check(operation = "assets_retrieve", rule = Rule.AUTH_ANONYMOUS, caseName = "an asset that is there")
    void nobodyCannotReadAnAsset(Run run) {
        run.anonymous().call("assets_retrieve").path(run.get(AssetFixtures.ASSET)).expect(401).readableError();
    }

    @Check(operation = "assets_destroy", rule = Rule.LIFECYCLE_REMOVE)
    void aRemovedAssetIsGone(Run run) {
        String asset = AssetFixtures.make(run, run.get(GuideFixtures.GUIDE));
        run.main().call("assets_destroy").path(asset).expect(204);
        run.main().call("assets_retrieve").path(asset).expect(404).readableError();
    }

    @Check(operation = "guides_destroy", rule = Rule.LIFECYCLE_CASCADE)
    void theAssetsOfARemovedGuideAreGone(Run run) {
        long guide = GuideFixtures.make(run);
        String asset = AssetFixtures.make(run, guide);
        run.main().call("guides_destroy").path(guide).expect(204);
        run.main().call("assets_retrieve").path(asset).expect(404).readableError();
    }

    @Check(operation = "guides_partial_update", rule = Rule.LIFECYCLE_CASCADE)
    void anAssetThatTheTextNoLongerNamesIsGoneAndTheOthersStay(Run run) {
        long guide = GuideFixtures.make(run);
        String shown = AssetFixtures.make(run, guide);
        String leftOut = AssetFixtures.make(run, guide);
        rewrite(run, guide, shown, leftOut);
        run.main().call("assets_retrieve").path(leftOut).accept("*/*").expect(200);
        rewrite(run, guide, shown);
        run.main().call("assets_retrieve").path(leftOut).expect(404).readableError();
        run.main().call("assets_retrieve").path(shown).accept("*/*").expect(200);
    }

    private static void rewrite(Run run, long guide, String... assets) {
        String text = Stream.of(assets).map(asset -> "![picture](/api/assets/" + asset + ")")
                .collect(Collectors.joining("\n"));
        run.main().call("guides_partial_update").path(guide).json(Map.of("markdown", text)).expect(200)
                .has("markdown", text);
    }

    @Check(operation = "assets_create", rule = Rule.ERROR_INPUT, caseName = "unsupported file")
    void aFileThatIsNeitherPictureNorDocumentGets400(Run run) {
        run.main().call("assets_create").field("guide_id", run.get(GuideFixtures.GUIDE))
                .file("file", "program.exe", new byte[] {'M', 'Z'}, "application/octet-stream").expect(400)
                .readableError();
    }

    @Check(operation = "assets_create", rule = Rule.ERROR_INPUT, caseName = "missing guide")
    void anAssetOfAGuideThatDoesNotExistGets400(Run run) {
        AssetFixtures.upload(run, 2_000_000_001).expect(400).readableError();
    }

    @Check(operation = "assets_create", rule = Rule.MEDIA_UNSUPPORTED, caseName = "application/json")
    void anAssetAsJsonGets415(Run run) {
        run.main().call("assets_create").json(Map.of()).expect(415).readableError();
    }
}
