package io.github.cvatopenapi.client.samples;

import io.github.cvatopenapi.client.CloudFile;
import io.github.cvatopenapi.client.CvatClient;
import io.github.cvatopenapi.client.RequestFailedException;
import io.github.cvatopenapi.client.Target;

/**
 * Exports the annotations of a task into a cloud storage and imports them from there into another; no file passes this
 * program. Arguments: the server's address, the two tasks' ids, the cloud storage's id.
 */
final class CloudStorageFiles {

    private CloudStorageFiles() {
    }

    public static void main(String[] args) {
        CloudFile file = new CloudFile(Integer.parseInt(args[3]), "exports/task-" + args[1] + ".zip");
        try (CvatClient cvat = CvatClient.fromEnvironment(args[0])) {
            copy(cvat, Target.task(Integer.parseInt(args[1])), Target.task(Integer.parseInt(args[2])), file);
        } catch (RequestFailedException e) {
            System.err.println("the server could not use the storage: " + e.serverMessage());
        }
    }

    static void copy(CvatClient cvat, Target from, Target to, CloudFile file) {
        cvat.exports().dataset(from, "CVAT for images 1.1", false, file);
        cvat.imports().annotations(to, "CVAT 1.1", file);
    }
}
