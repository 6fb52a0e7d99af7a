package io.github.cvatopenapi.contract.harness.http;

import io.github.cvatopenapi.client.CvatClient;
import io.github.cvatopenapi.client.CvatException;
import io.github.cvatopenapi.client.ServerVersionCheck;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;

/** Has the generated jar do jobs on the instance of a run, over connections that its jobs share. Safe for threads. */
final class Jar implements AutoCloseable {

    private final Client client;
    private final URI url;
    private final OkHttpClient http;

    /**
     * @param url     without a slash at the end
     * @param timeout how long to wait for an answer
     */
    Jar(Client client, URI url, Duration timeout) {
        this.client = client;
        this.url = url;
        this.http = new OkHttpClient.Builder().connectTimeout(timeout).readTimeout(timeout).writeTimeout(timeout)
                .build();
    }

    /**
     * @throws AssertionError where the jar could not do the job, with what it says
     * @throws Unreachable    where a call of it got no answer
     */
    <T> T run(Caller caller, JarJob<T> job) {
        JarCalls calls = new JarCalls(client, caller, url.getRawPath());
        Path directory = null;
        // the run has looked at the version, and lets others pass where it is told to
        try (CvatClient cvat = CvatClient.builder().okHttpClient(http.newBuilder().addInterceptor(calls).build())
                .baseUrl(url.toString()).credentials(caller.credentials().forJar())
                .serverVersionCheck(ServerVersionCheck.OFF).build()) {
            directory = Files.createTempDirectory("cvat-contract");
            return job.run(cvat, directory);
        } catch (CvatException e) {
            String says = client.redactor().text(e.getMessage());
            if (calls.lost(e)) {
                throw new Unreachable("The client got no answer: " + says, e.getCause());
            }
            throw new AssertionError("The client says: " + says, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            remove(directory);
        }
    }

    private static void remove(Path directory) {
        if (directory == null) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
