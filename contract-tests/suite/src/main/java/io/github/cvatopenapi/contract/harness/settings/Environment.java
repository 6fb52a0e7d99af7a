package io.github.cvatopenapi.contract.harness.settings;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * Settings out of the environment, a settings file and the command line, each over the one before. All three use the
 * same names; in the environment {@code access-token} is {@code CVAT_ACCESS_TOKEN}. Credentials never come from the
 * command line.
 */
public final class Environment {

    /** Every setting, in the order of the help. */
    static final List<String> NAMES = List.of("url", "access-token", "user", "password", "second-user",
            "second-password", "admin-user", "admin-password", "register", "read-only", "quick", "include",
            "exclude", "parallel", "timeout", "report", "deviations", "provoke-throttle", "allow-version", "delay",
            "hash-time", "bucket", "bucket-endpoint", "bucket-region", "bucket-key", "bucket-secret", "bucket-manifest",
            "bucket-folder");

    /** Some editors begin a file with it. */
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private final Map<String, String> values = new TreeMap<>();

    private Environment() {
    }

    /** The settings of the environment, with {@code given} over them. */
    public static Settings settings(Map<String, String> given) {
        return settings(System.getenv(), null, given);
    }

    /**
     * @param environment variables
     * @param file        a properties file, or null
     * @param given       what the command line says
     * @throws CouldNotRun where a value makes no sense
     */
    public static Settings settings(Map<String, String> environment, Path file, Map<String, String> given) {
        Environment all = new Environment();
        for (String name : NAMES) {
            all.set(name, environment.get("CVAT_" + name.replace('-', '_').toUpperCase(Locale.ROOT)));
        }
        if (file != null) {
            all.read(file);
        }
        given.forEach(all::set);
        return all.settings();
    }

    private void set(String name, String value) {
        if (value != null && !value.isBlank()) {
            values.put(name, value.strip());
        }
    }

    private void read(Path file) {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            in.mark(1);
            if (in.read() != BYTE_ORDER_MARK) {
                in.reset();
            }
            properties.load(in);
        } catch (IOException | IllegalArgumentException e) {
            throw new CouldNotRun(
                    "The settings file " + file + " cannot be read; it holds lines such as user=alice.", e);
        }
        for (String name : properties.stringPropertyNames()) {
            if (!NAMES.contains(name)) {
                throw new CouldNotRun("The settings file " + file + " sets " + name
                        + ", which is no setting; those are " + String.join(", ", NAMES) + ".");
            }
            set(name, properties.getProperty(name));
        }
    }

    private Settings settings() {
        URI url = url();
        Settings.Account main = account("user", "password", values.get("access-token"));
        if (url != null && main == null) {
            throw new CouldNotRun("No credentials: set CVAT_ACCESS_TOKEN, or CVAT_USER and CVAT_PASSWORD, in the "
                    + "environment or in a settings file.");
        }
        Settings.Account administrator = account("admin-user", "admin-password", null);
        boolean register = url == null || flag("register");
        if (register && url != null && administrator == null) {
            throw new CouldNotRun("--register needs an administrator, who alone can remove accounts: set "
                    + "CVAT_ADMIN_USER and CVAT_ADMIN_PASSWORD.");
        }
        String deviations = values.get("deviations");
        boolean none = "none".equals(deviations);
        return new Settings(url, url == null ? null : main,
                url == null ? null : account("second-user", "second-password", null),
                url == null ? null : administrator, register, flag("read-only"),
                new Selection(list("include"), list("exclude"), flag("quick")), number("parallel", 8),
                Duration.ofSeconds(number("timeout", 120)), report(),
                none || deviations == null ? null : Path.of(deviations), none, flag("provoke-throttle"),
                values.get("allow-version"), new Slowness(Duration.ofMillis(natural("delay", 0)),
                Duration.ofMillis(natural("hash-time", 0))),
                url == null ? null : bucket());
    }

    private URI url() {
        String text = values.get("url");
        if (text == null) {
            return null;
        }
        String trimmed = text.replaceFirst("/+$", "");
        if (!trimmed.matches("https?://[^/?#@\\s]+(/[^?#@\\s]*)?") || trimmed.endsWith("/api")) {
            throw new CouldNotRun("The address " + text.replaceFirst("//[^/@]*@", "//") + " is not of the form "
                    + "https://cvat.example.com or https://example.com/cvat: no query, no user, no /api at the end.");
        }
        return URI.create(trimmed);
    }

    private Settings.Account account(String user, String password, String token) {
        if (token != null || values.get(user) != null && values.get(password) != null) {
            return new Settings.Account(values.get(user), values.get(password), token);
        }
        if (values.get(user) != null || values.get(password) != null) {
            String missing = values.get(user) == null ? user : password;
            throw new CouldNotRun("CVAT_" + missing.replace('-', '_').toUpperCase(Locale.ROOT) + " is missing.");
        }
        return null;
    }

    private Settings.Bucket bucket() {
        if (values.get("bucket") == null) {
            return null;
        }
        for (String name : List.of("bucket-key", "bucket-secret")) {
            if (values.get(name) == null) {
                throw new CouldNotRun("The setting bucket needs " + name + " as well.");
            }
        }
        return new Settings.Bucket(values.get("bucket"), endpoint(), values.get("bucket-region"),
                values.get("bucket-key"), values.get("bucket-secret"), values.get("bucket-manifest"), folder());
    }

    private String endpoint() {
        String text = values.get("bucket-endpoint");
        if (text != null && !text.matches("https?://[^/?#@\\s]+(/[^?#@\\s]*)?")) {
            throw new CouldNotRun("The setting bucket-endpoint is not of the form https://s3.example.com.");
        }
        return text;
    }

    private Path folder() {
        String text = values.get("bucket-folder");
        if (text != null && !Files.isDirectory(Path.of(text))) {
            throw new CouldNotRun("The setting bucket-folder is no directory: " + text + ".");
        }
        return text == null ? null : Path.of(text);
    }

    private boolean flag(String name) {
        String value = values.getOrDefault(name, "false");
        if (!List.of("true", "false", "1", "0", "yes", "no").contains(value)) {
            throw new CouldNotRun("The setting " + name + " is true or false, not " + value + ".");
        }
        return List.of("true", "1", "yes").contains(value);
    }

    private int number(String name, int otherwise) {
        int number = natural(name, otherwise);
        if (number == 0) {
            throw new CouldNotRun("The setting " + name + " is a number of at least 1, not 0.");
        }
        return number;
    }

    private int natural(String name, int otherwise) {
        String value = values.get(name);
        if (value == null) {
            return otherwise;
        }
        if (!value.matches("\\d{1,6}")) {
            throw new CouldNotRun("The setting " + name + " is a number of at most six digits, not " + value + ".");
        }
        return Integer.parseInt(value);
    }

    private List<String> list(String name) {
        return Arrays.stream(values.getOrDefault(name, "").split(",")).map(String::strip)
                .filter(each -> !each.isEmpty()).toList();
    }

    private Path report() {
        String given = values.get("report");
        return given != null ? Path.of(given)
                : Path.of(System.getProperty("cvat.project.root", ""), "target", "conformance");
    }
}
