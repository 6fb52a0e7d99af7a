package io.github.cvatopenapi.embedded.resources.storages;

import java.nio.file.Path;
import java.util.List;

/** Files that tasks are made of without an upload: those of the share, or of a bucket. Safe for threads. */
public interface ServerFiles {

    /** The names of the file of that name, or of all files in the folder of that name, sorted; empty for none. */
    List<String> below(String name);

    /** The file of that name, null where there is none inside. */
    Path file(String name);

    /** What to say where nothing has that name. */
    String missing(String name);
}
