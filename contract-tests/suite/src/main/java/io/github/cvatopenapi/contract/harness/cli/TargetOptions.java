package io.github.cvatopenapi.contract.harness.cli;

import io.github.cvatopenapi.contract.harness.settings.Environment;
import io.github.cvatopenapi.contract.harness.settings.Settings;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** Options that say where to run and as whom. Credentials are no options: they would show in lists of processes. */
class TargetOptions {

    @Option(names = "--url", paramLabel = "URL",
            description = "The instance, such as https://cvat.example.com. Default: an embedded one.")
    private String url;

    @Option(names = "--settings", paramLabel = "FILE",
            description = {
        "A file of lines such as user=alice. It may hold every option by its name, and access-token, user, password, "
            + "second-user, second-password, admin-user, admin-password, and a bucket for cloud storages: bucket, "
            + "bucket-endpoint, bucket-region, bucket-key, bucket-secret, bucket-manifest, bucket-folder.",
        "A run writes into that bucket under names that begin with its id, or with project_ or task_ and its id, "
            + "and removes those over S3 by the same key, or in bucket-folder, the folder of this machine that the "
            + "bucket is. Where it cannot list, write and remove there itself it writes nothing.",
        "In the environment the same names: CVAT_ACCESS_TOKEN, CVAT_USER, CVAT_PASSWORD, ..."})
    private Path file;

    @Option(names = "--timeout", paramLabel = "SECONDS",
            description = "How long one piece of work may take. Default: 120.")
    private String timeout;

    @Option(names = "--allow-version", paramLabel = "VERSION",
            description = "A server version other than the contract's to let pass.")
    private String allowVersion;

    /** What was given, by the names of settings. */
    Map<String, String> given() {
        Map<String, String> given = new LinkedHashMap<>();
        put(given, "url", url);
        put(given, "timeout", timeout);
        put(given, "allow-version", allowVersion);
        return given;
    }

    static void put(Map<String, String> given, String name, String value) {
        if (value != null) {
            given.put(name, value);
        }
    }

    static void put(Map<String, String> given, String name, List<String> values) {
        if (values != null) {
            given.put(name, String.join(",", values));
        }
    }

    static void put(Map<String, String> given, String name, boolean on) {
        if (on) {
            given.put(name, "true");
        }
    }

    Settings settings(Map<String, String> given) {
        return Environment.settings(System.getenv(), file, given);
    }
}
