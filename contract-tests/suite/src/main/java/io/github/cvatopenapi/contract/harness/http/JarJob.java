package io.github.cvatopenapi.contract.harness.http;

import io.github.cvatopenapi.client.CvatClient;
import java.io.IOException;
import java.nio.file.Path;

/**
 * What is done with the generated jar: a whole job of many calls.
 *
 * @param <T> what comes of it
 */
@FunctionalInterface
public interface JarJob<T> {

    /**
     * Does it.
     *
     * @param cvat      calls the instance of the run; it is closed after the job
     * @param directory an empty directory for local files; it is removed after the job
     * @throws IOException where a local file cannot be read or written
     */
    T run(CvatClient cvat, Path directory) throws IOException;
}
