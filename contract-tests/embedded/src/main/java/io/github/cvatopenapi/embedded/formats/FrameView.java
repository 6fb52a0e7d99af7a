package io.github.cvatopenapi.embedded.formats;

import java.nio.file.Path;

/**
 * A frame as formats see it.
 *
 * @param number in its task
 * @param name   relative, with forward slashes
 * @param file   where its bytes are
 */
public record FrameView(int number, String name, int width, int height, Path file) {

    /** The name without its ending, by which formats match frames. */
    String item() {
        return withoutExtension(name);
    }

    static String withoutExtension(String name) {
        int dot = name.lastIndexOf('.');
        return dot > name.lastIndexOf('/') + 1 ? name.substring(0, dot) : name;
    }
}
