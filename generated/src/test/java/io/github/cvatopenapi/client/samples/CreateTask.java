package io.github.cvatopenapi.client.samples;

import io.github.cvatopenapi.client.CvatClient;
import io.github.cvatopenapi.client.CvatException;
import io.github.cvatopenapi.client.TransferOptions;
import io.github.cvatopenapi.client.model.DataRequest;
import io.github.cvatopenapi.client.model.PatchedLabelRequest;
import io.github.cvatopenapi.client.model.TaskRead;
import io.github.cvatopenapi.client.model.TaskWriteRequest;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Makes a task from images. Arguments: the server's address and the files. */
final class CreateTask {

    private CreateTask() {
    }

    public static void main(String[] args) {
        List<Path> files = Arrays.stream(args).skip(1).map(Path::of).toList();
        try (CvatClient cvat = CvatClient.fromEnvironment(args[0])) {
            TaskRead task = cvat.createTask(
                    new TaskWriteRequest().name("street").labels(List.of(new PatchedLabelRequest().name("car"))),
                    new DataRequest().imageQuality(70),
                    files,
                    TransferOptions.DEFAULT.withTransfer((bytes, total) -> System.out.println(bytes + " of " + total)));
            System.out.println("task " + task.getId() + " has " + task.getSize() + " frames");
        } catch (CvatException e) {
            System.err.println(e.getMessage());
            e.fieldErrors().forEach((field, problems) -> System.err.println(field + ": " + problems));
        }
    }
}
