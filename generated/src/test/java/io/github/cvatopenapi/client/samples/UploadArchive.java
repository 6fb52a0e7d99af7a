package io.github.cvatopenapi.client.samples;

import io.github.cvatopenapi.client.CvatClient;
import io.github.cvatopenapi.client.TransferOptions;
import io.github.cvatopenapi.client.model.DataRequest;
import io.github.cvatopenapi.client.model.PatchedLabelRequest;
import io.github.cvatopenapi.client.model.SortingMethod;
import io.github.cvatopenapi.client.model.TaskRead;
import io.github.cvatopenapi.client.model.TaskWriteRequest;
import java.nio.file.Path;
import java.util.List;

/**
 * Makes a task of the images in an archive, in pieces of 5 MiB that go on after a broken connection, and shows how far
 * the upload and then the server is. Arguments: the server's address and the archive.
 */
final class UploadArchive {

    private static final int PIECE = 5 * 1024 * 1024;

    private UploadArchive() {
    }

    public static void main(String[] args) {
        try (CvatClient cvat = CvatClient.fromEnvironment(args[0])) {
            TaskRead task = upload(cvat, Path.of(args[1]));
            System.out.println("task " + task.getId() + " has " + task.getSize() + " frames");
        }
    }

    static TaskRead upload(CvatClient cvat, Path archive) {
        TransferOptions shown = TransferOptions.DEFAULT.withPieceSize(PIECE)
                .withTransfer((bytes, total) -> System.out.println("sent " + bytes * 100 / total + " %"))
                .withProgress(request -> System.out.println(request.getStatus() + " " + request.getMessage()));
        return cvat.createTask(
                new TaskWriteRequest().name("archive").labels(List.of(new PatchedLabelRequest().name("car"))),
                new DataRequest().imageQuality(70).sortingMethod(SortingMethod.NATURAL), List.of(archive), shown);
    }
}
