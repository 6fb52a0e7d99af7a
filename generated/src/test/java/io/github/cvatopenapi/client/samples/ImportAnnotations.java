package io.github.cvatopenapi.client.samples;

import io.github.cvatopenapi.client.CvatClient;
import io.github.cvatopenapi.client.RequestFailedException;
import io.github.cvatopenapi.client.Target;
import java.nio.file.Path;

/** Imports annotations into a task. Arguments: the server's address, the task's id, the file. */
final class ImportAnnotations {

    private ImportAnnotations() {
    }

    public static void main(String[] args) {
        try (CvatClient cvat = CvatClient.fromEnvironment(args[0])) {
            cvat.imports().annotations(Target.task(Integer.parseInt(args[1])), "CVAT 1.1", Path.of(args[2]));
        } catch (RequestFailedException e) {
            System.err.println("the server could not use the file: " + e.serverMessage());
        }
    }
}
