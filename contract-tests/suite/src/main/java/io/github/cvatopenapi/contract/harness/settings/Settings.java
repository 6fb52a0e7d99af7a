package io.github.cvatopenapi.contract.harness.settings;

import io.github.cvatopenapi.contract.harness.http.Credentials;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a run is to be made.
 *
 * @param url             the instance without a slash at the end, or null for the embedded one
 * @param main            the account that owns what the run makes; null on the embedded instance
 * @param second          somebody else, or null
 * @param administrator   an administrator, or null
 * @param register        whether throwaway accounts may be registered
 * @param readOnly        whether only what changes nothing may be called
 * @param selection       which checks run
 * @param parallel        how many calls are under way at once
 * @param timeout         how long one piece of work may take
 * @param report          the directory of the reports
 * @param deviations      a ledger of deviations; null for the packaged one
 * @param noDeviations    whether no deviation is known
 * @param provokeThrottle whether throttling is provoked, as the last thing
 * @param allowVersion    a server version other than the contract's that is let pass, or null
 * @param slowness        what the embedded instance is slowed down by
 * @param bucket          a bucket that the instance can reach, or null; an embedded instance brings its own
 */
public record Settings(URI url, Account main, Account second, Account administrator, boolean register, boolean readOnly,
                       Selection selection, int parallel, Duration timeout, Path report, Path deviations,
                       boolean noDeviations, boolean provokeThrottle, String allowVersion, Slowness slowness,
                       Bucket bucket) {

    /**
     * An account of the instance.
     *
     * @param user        its name, or null where only a token is known
     * @param password    its password, or null where only a token is known
     * @param token       its personal access token, or null
     */
    public record Account(String user, String password, String token) {

        /** The token where there is one, else user and password. */
        public Credentials credentials() {
            return token == null ? Credentials.basic(user, password)
                    : byPassword().map(beside -> Credentials.bearer(token, beside)).orElse(Credentials.bearer(token));
        }

        /** User and password, where they are known. */
        public Optional<Credentials> byPassword() {
            return user == null || password == null ? Optional.empty() : Optional.of(Credentials.basic(user, password));
        }

        @Override
        public String toString() {
            return token != null ? "by personal access token" : user + ", by password";
        }
    }

    /**
     * An S3 bucket that the instance can reach. What is written into it carries the id of the run, and only where the
     * suite can take it away again by itself: over S3, or in the folder.
     *
     * @param name     of the bucket
     * @param endpoint the address of the store, or null for that of AWS
     * @param region   of the bucket, or null for the usual one
     * @param key      the access key
     * @param secret   the secret key
     * @param manifest the path of a manifest of pictures in the bucket, or null
     * @param folder   the folder of this machine that the bucket is, or null for one that only S3 leads to
     */
    public record Bucket(String name, String endpoint, String region, String key, String secret, String manifest,
                         Path folder) {

        /** A folder that an embedded instance has for a bucket; it takes every key. */
        public static Bucket of(String name, Path folder) {
            return new Bucket(name, "http://minio:9000", null, "embedded-key", "embedded-secret", null, folder);
        }

        @Override
        public String toString() {
            return endpoint == null ? name : name + " at " + endpoint;
        }
    }

    /** The embedded instance and everything as it is by default. */
    public static Settings embedded() {
        return new Settings(null, null, null, null, true, false, Selection.all(), 3, Duration.ofSeconds(120),
                Path.of("target", "conformance"), null, false, false, null, Slowness.NONE, null);
    }

    /** The same with other checks. */
    public Settings select(Selection other) {
        return new Settings(url, main, second, administrator, register, readOnly, other, parallel, timeout,
                report, deviations, noDeviations, provokeThrottle, allowVersion, slowness, bucket);
    }

    /** The same with other accounts. */
    public Settings people(Account mainAccount, Account secondAccount, Account administratorAccount) {
        return new Settings(url, mainAccount, secondAccount, administratorAccount, register, readOnly, selection,
                parallel, timeout, report, deviations, noDeviations, provokeThrottle, allowVersion, slowness, bucket);
    }

    /** The same with another bucket. */
    Settings bucket(Bucket other) {
        return new Settings(url, main, second, administrator, register, readOnly, selection, parallel, timeout, report,
                deviations, noDeviations, provokeThrottle, allowVersion, slowness, other);
    }

    /** Whether the run is made on the embedded instance. */
    public boolean onEmbedded() {
        return url == null;
    }

    /** What is in force, without secrets, for the report. */
    public Map<String, String> shown() {
        Map<String, String> shown = new LinkedHashMap<>();
        shown.put("url", url == null ? "embedded instance" : url.toString());
        shown.put("main account", show(main));
        shown.put("second account", show(second));
        shown.put("administrator", show(administrator));
        shown.put("register", String.valueOf(register));
        shown.put("read-only", String.valueOf(readOnly));
        shown.put("quick", String.valueOf(selection.quick()));
        shown.put("include", list(selection.include()));
        shown.put("exclude", list(selection.exclude()));
        shown.put("parallel", String.valueOf(parallel));
        shown.put("timeout", timeout.toSeconds() + " s");
        shown.put("report", report.toString());
        shown.put("deviations", noDeviations ? "none" : deviations == null ? "packaged" : deviations.toString());
        shown.put("provoke-throttle", String.valueOf(provokeThrottle));
        shown.put("allow-version", allowVersion == null ? "none" : allowVersion);
        shown.put("bucket", bucket == null ? "none" : bucket.toString());
        return shown;
    }

    private String show(Account account) {
        return account != null ? account.toString() : onEmbedded() ? "made by the run" : "none";
    }

    private static String list(List<String> values) {
        return values.isEmpty() ? "none" : String.join(", ", values);
    }
}
