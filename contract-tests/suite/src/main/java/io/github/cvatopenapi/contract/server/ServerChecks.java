package io.github.cvatopenapi.contract.server;

import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.run.Check;
import io.github.cvatopenapi.contract.harness.run.Run;
import io.github.cvatopenapi.spec.Trees;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.opentest4j.TestAbortedException;

/** What the server says about itself, and the files that it shares. */
final class ServerChecks {

    private static final Set<String> KINDS = Set.of("REG", "DIR");

    @Check(operation = "server_retrieve_about", rule = Rule.DOC_VERSION)
    void theVersionIsToldWithoutCredentials(Run run) {
        run.anonymous().call("server_retrieve_about").expect(200).has("version", run.serverVersion());
    }

    @Check(operation = "server_retrieve_about", rule = Rule.DOC_VERSION, caseName = "header")
    void theVersionIsToldInAHeader(Run run) {
        Answer answer = run.main().call("server_retrieve_about").expect(200);
        // a proxy on the way may tell its own version
        if (answer.exchange().responseHeaders().entrySet().stream()
                .noneMatch(each -> each.getKey().contains("version")
                        && each.getValue().contains(run.serverVersion()))) {
            throw answer.fail("no header tells the version");
        }
    }

    @Check(operation = "server_retrieve_about", rule = Rule.DOC_BASE_PATH)
    void everyOperationIsBelowApi(Run run) {
        Answer answer = run.main().call("server_retrieve_about").expect(200);
        if (!run.contract().operations().stream().allMatch(each -> each.path().startsWith("/api/"))) {
            throw answer.fail("the document has operations elsewhere");
        }
    }

    @Check(operation = "server_retrieve_about", rule = Rule.LIFECYCLE_READ)
    void theServerSaysWhatItIs(Run run) {
        run.main().call("server_retrieve_about").expect(200).has("name").has("description").has("subtitle")
                .has("logo_url")
                .has("version", run.serverVersion());
    }

    @Check(operation = "server_retrieve_plugins", rule = Rule.LIFECYCLE_READ)
    void everyPluginIsOnOrOff(Run run) {
        Answer plugins = run.main().call("server_retrieve_plugins").expect(200);
        if (plugins.object().isEmpty() || !plugins.object().values().stream().allMatch(Boolean.class::isInstance)) {
            throw plugins.fail("a plugin is neither on nor off");
        }
        plugins.has("ANALYTICS").has("MODELS");
    }

    private static void formats(Run run, String kind, String... expected) {
        Answer formats = run.main().call("server_retrieve_annotation_formats").expect(200);
        Set<String> names = new HashSet<>();
        for (Object each : Trees.list(formats.at(kind))) {
            Map<String, Object> format = Trees.object(each);
            if (!names.add(String.valueOf(format.get("name")))) {
                throw formats.fail(format.get("name") + " is there twice");
            }
            if (!format.keySet().containsAll(Set.of("name", "ext", "version", "enabled", "dimension"))) {
                throw formats.fail("a format has only " + format.keySet());
            }
        }
        if (!names.containsAll(List.of(expected))) {
            throw formats.fail("of " + List.of(expected) + " only some are among " + names);
        }
    }

    @Check(operation = "server_retrieve_annotation_formats", rule = Rule.LIFECYCLE_READ, caseName = "exporters")
    void theFormatsThatCanBeExportedAreNamed(Run run) {
        formats(run, "exporters", "CVAT for images 1.1", "CVAT for video 1.1", "COCO 1.0");
    }

    @Check(operation = "server_retrieve_annotation_formats", rule = Rule.LIFECYCLE_READ, caseName = "importers")
    void theFormatsThatCanBeImportedAreNamed(Run run) {
        formats(run, "importers", "CVAT 1.1", "COCO 1.0");
    }

    private static List<Object> shared(Answer answer) {
        List<Object> files = Trees.list(answer.json());
        for (Object file : files) {
            if (!KINDS.contains(String.valueOf(Trees.at(file, "type"))) || Trees.at(file, "name") == null) {
                throw answer.fail("a file has no name, or is neither " + String.join(" nor ", KINDS));
            }
        }
        return files;
    }

    @Check(operation = "server_list_share", rule = Rule.LIFECYCLE_READ)
    void theSharedFilesAreTheSameWithAndWithoutTheRoot(Run run) {
        List<Object> files = shared(run.main().call("server_list_share").expect(200));
        Answer root = run.main().call("server_list_share").query("directory", "/").expect(200);
        if (!new HashSet<>(shared(root)).equals(new HashSet<>(files))) {
            throw root.fail("the root is not what is listed without a directory");
        }
    }

    @Check(operation = "server_list_share", rule = Rule.FILTER_SEARCH)
    void aSearchFindsWhatBeginsSo(Run run) {
        List<Object> files = shared(run.main().call("server_list_share").expect(200));
        if (files.isEmpty()) {
            throw new TestAbortedException("the server shares no files");
        }
        String name = String.valueOf(Trees.at(files.get(0), "name"));
        Answer found = run.main().call("server_list_share").query("search", name).expect(200);
        if (shared(found).stream().noneMatch(each -> name.equals(Trees.at(each, "name")))) {
            throw found.fail(name + " is not found");
        }
        if (!files.containsAll(shared(found))) {
            throw found.fail("what is found is not shared");
        }
    }

    @Check(operation = "server_list_share", rule = Rule.FILTER_SEARCH, caseName = "nothing")
    void aSearchForWhatIsNotThereFindsNothing(Run run) {
        Answer found = run.main().call("server_list_share").query("search", run.name("no such file")).expect(200);
        if (!shared(found).isEmpty()) {
            throw found.fail("something is found");
        }
    }

    @Check(operation = "server_list_share", rule = Rule.ERROR_INPUT, caseName = "unknown directory")
    void aDirectoryThatIsNotThereGets400(Run run) {
        run.main().call("server_list_share").query("directory", "/no-such-dir").expect(400).readableError();
    }

    @Check(operation = "server_list_share", rule = Rule.ERROR_INPUT, caseName = "outside")
    void whatIsOutsideTheShareIsNotListed(Run run) {
        run.main().call("server_list_share").query("directory", "../..").expect(400).readableError();
    }
}
