package io.github.cvatopenapi.embedded;

import io.github.cvatopenapi.embedded.http.HttpFront;
import io.github.cvatopenapi.embedded.resources.Resources;
import io.github.cvatopenapi.embedded.resources.instance.Instance;
import io.github.cvatopenapi.embedded.resources.instance.InstanceSettings;
import io.github.cvatopenapi.embedded.resources.server.ServerInfo;
import io.github.cvatopenapi.embedded.resources.storages.Buckets;
import io.github.cvatopenapi.embedded.store.User;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A CVAT in memory, on a port of its own. Any number run side by side; each forgets everything when it is closed, and
 * then leaves nothing on disk. Safe for threads.
 */
public final class EmbeddedCvat implements AutoCloseable {

    /** The subtitle in what {@code GET /api/server/about} answers, by which an instance can be told from a server. */
    public static final String SUBTITLE = ServerInfo.SUBTITLE;

    private final Instance instance;
    private final HttpFront front;
    private final Path directory;
    private final String host;
    private final String adminName;
    private final String adminPassword;

    private EmbeddedCvat(Builder builder) throws IOException {
        directory = Files.createTempDirectory("embedded-cvat-");
        host = builder.host;
        adminName = builder.adminName;
        adminPassword = builder.adminPassword;
        instance = new Instance(new InstanceSettings(directory, builder.workTime, builder.mailDirectory,
                builder.confirmInvitations, builder.functions, builder.throttling, Map.copyOf(builder.buckets)));
        Resources.make(instance);
        instance.store.write(() -> {
            User admin = instance.accounts.add(adminName, adminName + "@cvat.example", adminPassword);
            admin.groups = List.of("admin");
            admin.staff = true;
            admin.superuser = true;
            return admin;
        });
        try {
            front = new HttpFront(
                    new HttpFront.Settings(new InetSocketAddress(InetAddress.getByName(host), builder.port), directory,
                            builder.throttling, builder.delay, builder.hashTime, builder.interceptor),
                    instance.operations, instance.store, instance.accounts, instance.rules);
        } catch (IOException | RuntimeException e) {
            instance.close();
            delete();
            throw e;
        }
    }

    /** An instance with all defaults, on a free loopback port. */
    public static EmbeddedCvat start() {
        return builder().start();
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Where it answers, such as {@code http://127.0.0.1:41234}, without a slash at the end. */
    public URI baseUrl() {
        InetSocketAddress address = front.address();
        String name = address.getAddress().isAnyLocalAddress() ? "127.0.0.1" : host;
        return URI.create("http://" + (name.contains(":") ? "[" + name + "]" : name) + ":" + address.getPort());
    }

    public String adminName() {
        return adminName;
    }

    public String adminPassword() {
        return adminPassword;
    }

    /**
     * Adds a user without a word of the password rules, with the mail address {@code name@cvat.example}.
     *
     * @return the id
     * @throws IllegalArgumentException when the name is taken or empty
     */
    public long addUser(String name, String password) {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("The user needs a name.");
        }
        return instance.store.write(() -> {
            if (instance.store.userNamed(name) != null) {
                throw new IllegalArgumentException("There is a user " + name + " already.");
            }
            return instance.accounts.add(name, name + "@cvat.example", password).id;
        });
    }

    /** Where everything it writes is. */
    Path directory() {
        return directory;
    }

    /** Stops answering, frees the port, stops the work under way and removes the temporary directory. */
    @Override
    public void close() {
        front.close();
        instance.close();
        delete();
    }

    private void delete() {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Settings of an instance; each has a default. Not safe for threads. */
    public static final class Builder {
        private int port;
        private String host = "127.0.0.1";
        private String adminName = "admin";
        private String adminPassword = "admin-Passw0rd";
        private Duration workTime = Duration.ofMillis(200);
        private Duration delay = Duration.ZERO;
        private Duration hashTime = Duration.ZERO;
        private boolean throttling = true;
        private Path mailDirectory;
        private boolean confirmInvitations;
        private boolean functions;
        private final Map<String, Path> buckets = new HashMap<>();
        private Interceptor interceptor;

        private Builder() {
        }

        /** The port to listen on; 0, the default, for a free one. */
        public Builder port(int port) {
            this.port = port;
            return this;
        }

        /** The address to bind; 127.0.0.1 by default. Anyone who reaches another address can use the instance. */
        public Builder host(String host) {
            this.host = Objects.requireNonNull(host);
            return this;
        }

        /** The administrator; {@code admin} and a fixed password by default. */
        public Builder admin(String name, String password) {
            this.adminName = Objects.requireNonNull(name);
            this.adminPassword = Objects.requireNonNull(password);
            return this;
        }

        /** How long asynchronous work takes at least; 200 ms by default. */
        public Builder workTime(Duration workTime) {
            this.workTime = Objects.requireNonNull(workTime);
            return this;
        }

        /** Added to every call; none by default. */
        public Builder delay(Duration delay) {
            this.delay = Objects.requireNonNull(delay);
            return this;
        }

        /**
         * Added for every password that is checked or set, as by servers that hash them well: 200 to 400 ms in
         * production; none by default.
         */
        public Builder hashTime(Duration hashTime) {
            this.hashTime = Objects.requireNonNull(hashTime);
            return this;
        }

        /**
         * Whether the limits on calls are kept (100 a minute without credentials for each address); true by default.
         */
        public Builder throttling(boolean throttling) {
            this.throttling = throttling;
            return this;
        }

        /** Where mail is written, one file each; null, the default, for a server without mail. */
        public Builder mailDirectory(Path mailDirectory) {
            this.mailDirectory = mailDirectory;
            return this;
        }

        /** Whether an invited user has to accept; false by default. */
        public Builder confirmInvitations(boolean confirmInvitations) {
            this.confirmInvitations = confirmInvitations;
            return this;
        }

        /** Whether there is a function service; false by default. */
        public Builder functions(boolean functions) {
            this.functions = functions;
            return this;
        }

        /**
         * Makes a folder a bucket beside the built-in {@code public}: cloud storages of the provider AWS_S3_BUCKET may
         * name it, whatever their endpoint. Its files are read and written, and stay when the instance is closed;
         * links in it are not followed.
         *
         * @param folder must exist; null is refused
         * @throws IllegalArgumentException when it is no directory, or the name is empty or that of another bucket
         */
        public Builder bucket(String name, Path folder) {
            if (name.isBlank() || name.equals(Buckets.BUILT_IN) || buckets.containsKey(name)) {
                throw new IllegalArgumentException("The bucket needs a name of its own, not \"" + name + "\".");
            }
            if (!Files.isDirectory(folder)) {
                throw new IllegalArgumentException("The bucket " + name + " must be a directory that exists: "
                        + folder + ".");
            }
            try {
                buckets.put(name, folder.toRealPath());
            } catch (IOException e) {
                throw new IllegalArgumentException("The bucket " + name + " cannot be read: " + folder + ".", e);
            }
            return this;
        }

        /** Stands between the wire and the instance; none by default. */
        public Builder interceptor(Interceptor interceptor) {
            this.interceptor = interceptor;
            return this;
        }

        /**
         * Starts the instance.
         *
         * @throws UncheckedIOException when it cannot listen, most often because the port is taken
         */
        public EmbeddedCvat start() {
            try {
                return new EmbeddedCvat(this);
            } catch (IOException e) {
                throw new UncheckedIOException(
                        "Cannot listen on " + host + " port " + port + ": " + e.getMessage() + ".", e);
            }
        }
    }
}
