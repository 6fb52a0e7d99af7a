package io.github.cvatopenapi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Where downloads are written, and where not. */
@DisabledOnOs(OS.WINDOWS) // links and modes are those of POSIX
class DestinationTest extends ServerFixture {

    @TempDir
    Path directory;

    @BeforeEach
    void serve() {
        answer(zip("server.zip"));
    }

    private static MockResponse.Builder zip(String name) {
        return new MockResponse.Builder().setHeader("Content-Type", "application/zip").body("new")
                .setHeader("Content-Disposition", "attachment; filename*=UTF-8''"
                        + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"));
    }

    private Path download(Path destination) {
        return download(destination, (bytes, total) -> { });
    }

    private Path download(Path destination, TransferListener listener) {
        try (CvatClient client = settings().build()) {
            return client.exports().download(server.url("/api/x").toString(), destination, listener);
        }
    }

    private void refused(Path destination, String why) {
        try (CvatClient client = settings().build()) {
            Exports exports = client.exports();
            List<Runnable> ways = List.of(() -> exports.dataset(Target.task(7), "COCO 1.0", true, destination),
                    () -> exports.backup(Target.project(7), destination),
                    () -> exports.download(server.url("/api/x").toString(), destination));
            assertThat(ways).allSatisfy(way -> assertThatThrownBy(way::run).isInstanceOf(CvatException.class)
                    .hasMessage("write " + destination + ": " + why));
        }
        assertThat(server.getRequestCount()).as("asked of the server before the place was looked at").isZero();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted(Comparator.naturalOrder()).toList();
        }
    }

    @Test
    void missingDirectoryIsSeenFirst() {
        Path missing = directory.resolve("missing");
        refused(missing.resolve("a.zip"), "there is no directory " + missing);
    }

    @Test
    void fileForADirectoryIsSeenFirst() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        refused(file.resolve("a.zip"), "there is no directory " + file);
    }

    @Test
    void directoryThatCannotBeWrittenIsSeenFirst() throws IOException {
        Path closed = Files.createDirectory(directory.resolve("closed"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("r-xr-xr-x")));
        assumeThat(Files.isWritable(closed)).as("root may write everywhere").isFalse();
        refused(closed, "access to the directory " + closed + " is denied");
    }

    @Test
    void linkIsNotReplaced() throws IOException {
        Path old = Files.writeString(directory.resolve("old.zip"), "old");
        Path link = Files.createSymbolicLink(directory.resolve("link.zip"), old);
        refused(link, "a link, device or directory is there: name another place");
        Path dangling = Files.createSymbolicLink(directory.resolve("to nothing.zip"), directory.resolve("nothing"));
        refused(dangling, "a link, device or directory is there: name another place");
        assertThat(link).isSymbolicLink().hasContent("old");
    }

    @Test
    void deviceIsNotReplaced() {
        Path device = Path.of("/dev/null");
        refused(device, "a link, device or directory is there: name another place");
        assertThat(Files.isRegularFile(device)).isFalse();
    }

    @Test
    void serversNameThatSomethingElseHasGetsANumber() throws IOException {
        Files.createDirectory(directory.resolve("server.zip"));
        Path old = Files.writeString(directory.resolve("old.zip"), "old");
        Files.createSymbolicLink(directory.resolve("server_1.zip"), old);
        assertThat(download(directory)).isEqualTo(directory.resolve("server_2.zip")).hasContent("new");
        assertThat(old).hasContent("old");
        assertThat(names()).containsExactly("old.zip", "server.zip", "server_1.zip", "server_2.zip");
    }

    @Test
    void longNameIsWritten() throws IOException {
        server.setDispatcher(new mockwebserver3.QueueDispatcher());
        answer(zip("\u00df".repeat(200) + ".zip"));
        assertThat(download(directory)).hasContent("new");
        assertThat(names()).singleElement().asString().startsWith("\u00df\u00df").endsWith("\u00df.zip");
    }

    @Test
    void wholeFileThatFindsItsPlaceTakenStays() throws IOException {
        Path place = directory.resolve("mine.zip");
        assertThatThrownBy(() -> download(place, (bytes, total) -> link(place))).isInstanceOf(CvatException.class)
                .hasMessageMatching("write \\Q" + place + "\\E: a link, device or directory is there: "
                        + "name another place; the whole download is \\Q" + directory + "\\E/\\.cvat-.*\\.part");
        assertThat(place).isSymbolicLink();
        assertThat(directory.resolve(names().get(0))).hasContent("new");
    }

    private void link(Path place) {
        try {
            Files.createSymbolicLink(place, directory.resolve("elsewhere"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void newFileHasTheUsualMode() throws IOException {
        Set<PosixFilePermission> usual = Files.getPosixFilePermissions(Files.createFile(directory.resolve("usual")));
        assertThat(Files.getPosixFilePermissions(download(directory))).isEqualTo(usual);
    }

    @Test
    void replacedFileKeepsItsMode() throws IOException {
        Path mine = Files.writeString(directory.resolve("mine.zip"), "old");
        Set<PosixFilePermission> secret = PosixFilePermissions.fromString("rw-------");
        Files.setPosixFilePermissions(mine, secret);
        assertThat(Files.getPosixFilePermissions(download(mine))).isEqualTo(secret);
        assertThat(mine).hasContent("new");
    }

    /** In a child process, since a JVM encodes file names as its locale says when it starts. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void nameThatTheLocaleCannotEncodeIsWritten() throws Exception {
        server.setDispatcher(new mockwebserver3.QueueDispatcher());
        answer(zip("stra\u00dfe \u65e5.zip"));
        ProcessBuilder java = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp", System.getProperty("java.class.path"), DestinationTest.class.getName(),
                server.url("/").toString(), directory.toString()).redirectErrorStream(true);
        java.environment().put("LC_ALL", "C");
        Process child = java.start();
        String output = new String(child.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        assertThat(child.waitFor()).as(output).isZero();
        assertThat(directory.resolve("stra_e _.zip")).as(output).hasContent("new");
    }

    /** Arguments: the server's address and a directory. */
    public static void main(String[] args) {
        try (CvatClient client = CvatClient.builder().baseUrl(args[0])
                .serverVersionCheck(ServerVersionCheck.OFF).build()) {
            System.out.println(client.exports().download(args[0] + "api/x", Path.of(args[1])));
        }
    }
}
