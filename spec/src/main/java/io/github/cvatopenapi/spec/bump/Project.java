package io.github.cvatopenapi.spec.bump;

import io.github.cvatopenapi.spec.Documents;
import io.github.cvatopenapi.spec.Pinned;
import io.github.cvatopenapi.spec.SpecException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * This project on disk.
 *
 * @param root       its folder
 * @param apiVersion the version of the pinned document
 * @param version    the version of the artifacts: the API version and a revision
 */
record Project(Path root, Version apiVersion, String version) {

    private static final Pattern API = Pattern.compile("<cvat\\.api\\.version>([^<]+)</cvat\\.api\\.version>");

    static Project at(Path root) {
        Path pom = root.resolve("pom.xml");
        Matcher api = API.matcher(read(pom));
        if (!api.find()) {
            throw new SpecException(pom + " has no cvat.api.version; --root must name the folder of this project.");
        }
        String text = api.group(1);
        Matcher version = Pattern.compile("<version>(" + Pattern.quote(text) + "-\\d+)</version>").matcher(read(pom));
        if (!version.find()) {
            throw new SpecException(pom + " has no version of the form " + text + "-1.");
        }
        return new Project(root, Version.parse(text).orElseThrow(() -> new SpecException(text + " is no version.")),
                version.group(1));
    }

    Path spec() {
        return root.resolve("spec");
    }

    /** The client's jar as the build leaves it. */
    Path jar() {
        return root.resolve("generated/target/cvat-client-" + version + ".jar");
    }

    String pinnedText() {
        return read(Pinned.file(spec(), apiVersion.text()));
    }

    Map<String, Object> pinned() {
        return Documents.parse(pinnedText(), Pinned.file(spec(), apiVersion.text()).getFileName().toString());
    }

    /** The version of the artifacts made from {@code candidate}. */
    String versionFor(Candidate candidate) {
        if (!candidate.version().text().equals(apiVersion.text())) {
            return candidate.version().text() + "-1";
        }
        int revision = Integer.parseInt(version.substring(version.lastIndexOf('-') + 1));
        return apiVersion.text() + "-" + (revision + 1);
    }

    static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new SpecException("Cannot read " + file + ".", e);
        }
    }
}
