package io.github.cvatopenapi.client.samples;

import io.github.cvatopenapi.client.CvatClient;
import io.github.cvatopenapi.client.Target;
import io.github.cvatopenapi.client.TransferOptions;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Exports a task with its images and downloads the file. Arguments: the server's address, the task's id, a directory.
 */
final class ExportDataset {

    private ExportDataset() {
    }

    public static void main(String[] args) {
        Target task = Target.task(Integer.parseInt(args[1]));
        TransferOptions options = TransferOptions.DEFAULT.withTimeout(Duration.ofMinutes(10))
                .withProgress(request -> System.out.println(request.getStatus() + " " + request.getProgress()));
        try (CvatClient cvat = CvatClient.fromEnvironment(args[0])) {
            Path file = cvat.exports().dataset(task, "COCO 1.0", true, Path.of(args[2]), options);
            System.out.println("written: " + file);
        }
    }
}
