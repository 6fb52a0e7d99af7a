package io.github.cvatopenapi.embedded.resources.transfer;

import io.github.cvatopenapi.embedded.engine.Work;
import io.github.cvatopenapi.embedded.resources.storages.FilePlaces;
import io.github.cvatopenapi.embedded.resources.uploads.FileTrees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The file of an import, in a directory of its own.
 *
 * @param path where it is, or will be once it was fetched
 * @param from the bucket and key to fetch it from, null when it was uploaded
 */
record ImportFile(Path path, FilePlaces.Place from) {

    /** Copies the object of the bucket; a failure of the work where there is none. */
    void fetch() throws IOException {
        if (from != null) {
            Path object = from.bucket().file(from.name());
            if (object == null) {
                throw new Work.Failure(from.bucket().missing(from.name()));
            }
            Files.createDirectories(path.getParent());
            Files.copy(object, path);
        }
    }

    /** Removes it; the object in the bucket stays. */
    void discard() {
        FileTrees.delete(path.getParent());
    }
}
