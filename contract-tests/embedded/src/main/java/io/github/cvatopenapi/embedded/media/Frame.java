package io.github.cvatopenapi.embedded.media;

import java.nio.file.Path;

/**
 * One picture of a task.
 *
 * @param name   relative name as uploaded, with forward slashes
 * @param width  in pixels
 * @param height in pixels
 * @param format lower-case name of its format
 * @param file   where its bytes are
 */
public record Frame(String name, int width, int height, String format, Path file) {

    /** Reads the header of a file. */
    public static Frame of(String name, Path file) {
        ImageInfo info = Images.probe(file, name);
        return new Frame(name, info.width(), info.height(), info.format(), file);
    }

    /** The media type to serve the file with. */
    public String mediaType() {
        return "image/" + format;
    }

    /** What its name ends with, without the dot; the format if it has no ending. */
    public String extension() {
        int dot = name.lastIndexOf('.');
        return dot > name.lastIndexOf('/') ? name.substring(dot + 1) : format;
    }
}
