package io.github.cvatopenapi.contract.cloudstorages;

import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.http.JsonTrees;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Check;
import io.github.cvatopenapi.contract.harness.run.Run;
import io.github.cvatopenapi.spec.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.opentest4j.TestAbortedException;

/** What can be seen of a bucket through its cloud storage. */
final class CloudstoragesContentChecks {

    /** A bucket with more in it is not walked one by one. */
    private static final int MOST_PAGES = 20;

    private static final Set<String> TYPES = Set.of("DIR", "REG");

    private static Answer content(Run run, String... query) {
        var call = run.main().call("cloudstorages_retrieve_content_v2").path(run.get(CloudstorageFixtures.STORAGE));
        for (int i = 0; i < query.length; i += 2) {
            call.query(query[i], query[i + 1]);
        }
        return call.expect(200);
    }

    private static List<Map<String, Object>> entries(Answer answer) {
        if (!(answer.at("content") instanceof List<?> content) || !answer.object().containsKey("next")) {
            throw answer.fail("there is no list of content with the next token");
        }
        List<Map<String, Object>> entries = content.stream().map(Trees::object).toList();
        if (!entries.stream().allMatch(each -> each.get("name") instanceof String
                && TYPES.contains(each.get("type")))) {
            throw answer.fail("not every entry has a name and is a directory or a file");
        }
        return entries;
    }

    @Check(operation = "cloudstorages_retrieve_content_v2", rule = Rule.LIFECYCLE_READ)
    void theContentIsFilesAndDirectories(Run run) {
        entries(content(run));
    }

    @Check(operation = "cloudstorages_retrieve_content_v2", rule = Rule.FILTER_SIMPLE, caseName = "prefix")
    void aPrefixGivesWhatBeginsWithIt(Run run) {
        CloudstorageFixtures.own(run);
        if (BucketFixtures.mayWrite(run)) {
            String folder = run.get(BucketFixtures.PICTURES);
            Answer pictures = content(run, "prefix", folder);
            List<Object> there = entries(pictures).stream().map(each -> each.get("name")).toList();
            if (!JsonTrees.sameInAnyOrder(there, List.copyOf(BucketFixtures.NAMES))) {
                throw pictures.fail("the names are " + there + ", expected " + BucketFixtures.NAMES
                        + " in some order");
            }
            return;
        }
        Answer first = content(run);
        List<Map<String, Object>> all = entries(first);
        if (all.isEmpty() || first.at("next") != null) {
            throw new TestAbortedException("there is nothing in the bucket, or more than on one page");
        }
        String prefix = String.valueOf(all.get(0).get("name"));
        Answer answer = content(run, "prefix", prefix);
        List<Object> expected = all.stream().map(each -> each.get("name"))
                .filter(each -> String.valueOf(each).startsWith(prefix)).toList();
        List<Object> there = entries(answer).stream().map(each -> each.get("name")).toList();
        if (!JsonTrees.sameInAnyOrder(there, expected)) {
            throw answer.fail("the names are " + there + ", expected " + expected + " in some order");
        }
    }

    @Check(operation = "cloudstorages_retrieve_content_v2", rule = Rule.FILTER_SIMPLE, caseName = "manifest_path")
    void aManifestGivesWhatItLists(Run run) {
        String manifest = CloudstorageFixtures.manifest(run);
        Answer answer = content(run, "manifest_path", manifest);
        List<Map<String, Object>> there = entries(answer);
        int slash = manifest.indexOf('/');
        if (there.isEmpty() || slash > 0 && !there.stream().allMatch(each -> each.get("name")
                .equals(manifest.substring(0, slash)))) {
            throw answer.fail("the content is " + JsonTrees.write(there) + ", expected what " + manifest + " lists");
        }
    }

    @Check(operation = "cloudstorages_retrieve_content_v2", rule = Rule.PAGE_WALK, caseName = "next")
    void aWalkByTokensSeesEveryEntryOnce(Run run) {
        CloudstorageFixtures.own(run);
        // in the whole bucket something else may come or go meanwhile
        String prefix = BucketFixtures.mayWrite(run) ? run.get(BucketFixtures.PICTURES) : "";
        Answer whole = content(run, "prefix", prefix);
        List<Object> expected = entries(whole).stream().map(each -> each.get("name")).toList();
        if (expected.size() < 2 || expected.size() > MOST_PAGES || whole.at("next") != null) {
            throw new TestAbortedException("there is nothing in the bucket to be had page by page, or very much");
        }
        List<Object> seen = new ArrayList<>();
        Answer page = content(run, "prefix", prefix, "page_size", "1");
        entries(page).forEach(each -> seen.add(each.get("name")));
        while (page.at("next") instanceof String token && seen.size() <= expected.size()) {
            page = content(run, "prefix", prefix, "page_size", "1", "next_token", token);
            entries(page).forEach(each -> seen.add(each.get("name")));
        }
        if (!Set.copyOf(seen).equals(Set.copyOf(expected)) || seen.size() != expected.size()) {
            throw page.fail("the walk saw " + seen + ", expected " + expected + " in some order");
        }
    }

    @Check(operation = "cloudstorages_retrieve_content_v2", rule = Rule.FILTER_SIMPLE, caseName = "prefix of nothing")
    void aPrefixThatNothingBeginsWithGivesNothing(Run run) {
        Answer answer = content(run, "prefix", run.names().slug() + "/");
        if (!entries(answer).isEmpty()) {
            throw answer.fail("there is content where nothing was put");
        }
    }

    @Check(operation = "cloudstorages_retrieve_content_v2", rule = Rule.ERROR_QUERY_BOUNDS, caseName = "page_size: abc")
    void aPageWhoseSizeIsNoNumberGets400(Run run) {
        run.main().call("cloudstorages_retrieve_content_v2").path(run.get(CloudstorageFixtures.STORAGE))
                .query("page_size", "abc").expect(400).readableError();
    }

    @Check(operation = "cloudstorages_retrieve_content_v2", rule = Rule.ERROR_MISSING, caseName = "manifest_path")
    void aManifestThatIsNotThereGets404(Run run) {
        run.main().call("cloudstorages_retrieve_content_v2").path(run.get(CloudstorageFixtures.STORAGE))
                .query("manifest_path", run.names().slug() + ".jsonl").expect(404).readableError();
    }

    @Check(operation = "cloudstorages_retrieve_content_v2", rule = Rule.ERROR_QUERY_BOUNDS,
            caseName = "next_token: nonsense")
    void aPageThatNobodyToldIsRefused(Run run) {
        run.main().call("cloudstorages_retrieve_content_v2").path(run.get(CloudstorageFixtures.STORAGE))
                .query("next_token", "nonsense").send().readableError();
    }

    @Check(operation = "cloudstorages_retrieve_status", rule = Rule.LIFECYCLE_READ)
    void aBucketThatCanBeReachedIsAvailable(Run run) {
        Answer answer = run.main().call("cloudstorages_retrieve_status").path(run.get(CloudstorageFixtures.STORAGE))
                .expect(200);
        if (!"AVAILABLE".equals(answer.json())) {
            throw answer.fail("the status is " + answer.text());
        }
    }

    @Check(operation = "cloudstorages_retrieve_actions", rule = Rule.LIFECYCLE_READ)
    void aBucketThatCanBeReachedIsRead(Run run) {
        Answer answer = run.main().call("cloudstorages_retrieve_actions").path(run.get(CloudstorageFixtures.STORAGE))
                .expect(200);
        Set<Object> actions = Set.copyOf(Trees.list(JsonTrees.read(answer.text())));
        if (!actions.contains("read") || !Set.of("read", "write").containsAll(actions)) {
            throw answer.fail("the actions are " + answer.text() + ", expected read, or read and write in some order");
        }
    }

    @Check(operation = "cloudstorages_retrieve_preview", rule = Rule.LIFECYCLE_READ)
    void aBucketWithPicturesHasAPreview(Run run) {
        CloudstorageFixtures.manifest(run);
        run.main().call("cloudstorages_retrieve_preview").path(run.get(CloudstorageFixtures.STORAGE)).accept("*/*")
                .expect(200)
                .mediaType(run.contract().changes().inForce("storage-preview-png") ? "image/png" : "image/jpeg");
    }
}
