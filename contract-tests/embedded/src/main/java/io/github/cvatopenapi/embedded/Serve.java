package io.github.cvatopenapi.embedded;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs an instance until the process is told to end. */
@Command(name = "serve", mixinStandardHelpOptions = true, sortOptions = false, showDefaultValues = true,
        description = "Runs an embedded CVAT until it is told to end (Ctrl-C or TERM). "
                + "Everything it held is gone then.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:ended as asked", "2:could not run: bad options, or the port is taken"})
public final class Serve implements Callable<Integer> {

    @Option(names = "--port", paramLabel = "N", defaultValue = "8080",
            description = "Port to listen on; 0 for a free one.")
    private int port;

    @Option(names = "--host", paramLabel = "ADDRESS", defaultValue = "127.0.0.1",
            description = "Address to bind. Anyone who reaches another than loopback can use the instance.")
    private String host;

    @Option(names = "--admin", paramLabel = "NAME:PASSWORD", showDefaultValue = CommandLine.Help.Visibility.NEVER,
            defaultValue = "${env:EMBEDDED_CVAT_ADMIN}",
            description = {
                "The administrator, admin:admin-Passw0rd unless given. "
                        + "Arguments can be seen by others on this machine:",
                "the environment variable EMBEDDED_CVAT_ADMIN does the same and cannot."})
    private String admin;

    @Option(names = "--mail-dir", paramLabel = "DIR",
            description = "Send mail, into this directory, one file each. Without: a server without mail.")
    private Path mailDirectory;

    @Option(names = "--confirm-invitations", description = "Invited users have to accept.")
    private boolean confirmInvitations;

    @Option(names = "--functions", description = "Have a function service with three functions.")
    private boolean functions;

    @Option(names = "--bucket", paramLabel = "NAME=DIR",
            description = {"Make this directory a bucket that cloud storages may name, beside the built-in public.",
                "Its files are read and written, and stay. May be given again."})
    private Map<String, Path> buckets = Map.of();

    @Option(names = "--work-time", paramLabel = "MS", defaultValue = "200",
            description = "Least time that asynchronous work takes.")
    private long workTime;

    @Option(names = "--delay", paramLabel = "MS", defaultValue = "0", description = "Latency added to every call.")
    private long delay;

    @Option(names = "--hash-time", paramLabel = "MS", defaultValue = "0",
            description = "Time added for every password that is checked or set.")
    private long hashTime;

    @Option(names = "--no-throttle", description = "Do not limit calls (100 a minute without credentials).")
    private boolean unthrottled;

    @Spec
    private CommandSpec spec;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Serve()).execute(arguments));
    }

    @Override
    public Integer call() throws InterruptedException {
        EmbeddedCvat.Builder builder = EmbeddedCvat.builder().host(host)
                .throttling(!unthrottled)
                .confirmInvitations(confirmInvitations)
                .functions(functions)
                .workTime(Duration.ofMillis(atLeastZero("--work-time", workTime)))
                .delay(Duration.ofMillis(atLeastZero("--delay", delay)))
                .hashTime(Duration.ofMillis(atLeastZero("--hash-time", hashTime)));
        if (port < 0 || port > 65535) {
            throw new ParameterException(spec.commandLine(), "--port must be from 0 to 65535, not " + port + ".");
        }
        builder.port(port);
        if (admin != null && !admin.isEmpty()) {
            int colon = admin.indexOf(':');
            if (colon <= 0 || colon == admin.length() - 1) {
                throw new ParameterException(spec.commandLine(), "The administrator must be given as NAME:PASSWORD.");
            }
            builder.admin(admin.substring(0, colon), admin.substring(colon + 1));
        }
        if (mailDirectory != null) {
            if (!Files.isDirectory(mailDirectory)) {
                throw new ParameterException(spec.commandLine(),
                        "--mail-dir must be a directory that exists: " + mailDirectory);
            }
            builder.mailDirectory(mailDirectory);
        }
        try {
            buckets.forEach(builder::bucket);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--bucket: " + e.getMessage());
        }
        EmbeddedCvat cvat;
        try {
            cvat = builder.start();
        } catch (UncheckedIOException e) {
            System.err.println("serve: " + e.getMessage());
            return CommandLine.ExitCode.USAGE;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(cvat::close));
        System.out.println("Embedded CVAT at " + cvat.baseUrl() + " (administrator: " + cvat.adminName() + ")");
        System.out.flush();
        new CountDownLatch(1).await();
        return CommandLine.ExitCode.OK;
    }

    private long atLeastZero(String option, long value) {
        if (value < 0) {
            throw new ParameterException(spec.commandLine(), option + " must not be negative.");
        }
        return value;
    }
}
