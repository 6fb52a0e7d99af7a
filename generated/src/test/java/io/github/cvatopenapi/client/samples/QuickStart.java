package io.github.cvatopenapi.client.samples;

import io.github.cvatopenapi.client.CvatClient;
import io.github.cvatopenapi.client.CvatException;
import io.github.cvatopenapi.client.Target;
import io.github.cvatopenapi.client.model.TaskRead;
import java.io.IOException;
import java.nio.file.Path;

/** What the README shows, so that it compiles. */
final class QuickStart {

    private QuickStart() {
    }

    public static void main(String[] args) throws IOException {
        try (CvatClient cvat = CvatClient.fromEnvironment("https://cvat.example.com")) { // CVAT_ACCESS_TOKEN
            for (TaskRead task : cvat.list(cvat.tasks().tasksList(o -> o.search("street")))) { // every page, as needed
                System.out.println(task.getId() + " " + task.getName());
            }
            Path zip = cvat.exports().dataset(Target.task(7), "COCO 1.0", true, Path.of("."));
            cvat.imports().annotations(Target.task(8), "CVAT 1.1", Path.of("annotations.zip"));
        } catch (CvatException e) {
            System.err.println(e.getMessage()); // what the server said
        }
    }
}
