package io.github.cvatopenapi.embedded.formats;

import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * A frame as formats see it.
 *
 * @param number  in its task
 * @param name    relative, with forward slashes
 * @param content gives the file with its bytes; of a video it is made when first asked for
 */
public record FrameView(int number, String name, int width, int height, Supplier<Path> content) {

    /** A frame of a file that is there. */
    public FrameView(int number, String name, int width, int height, Path file) {
        this(number, name, width, height, () -> file);
    }

    /** Where its bytes are. */
    public Path file() {
        return content.get();
    }

    /** The name without its ending, by which formats match frames. */
    String item() {
        return withoutExtension(name);
    }

    static String withoutExtension(String name) {
        int dot = name.lastIndexOf('.');
        return dot > name.lastIndexOf('/') + 1 ? name.substring(0, dot) : name;
    }
}
