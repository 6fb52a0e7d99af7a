package io.github.cvatopenapi.embedded.media;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * One picture of a task, or one point cloud.
 *
 * @param name    relative name as uploaded, with forward slashes
 * @param width   in pixels; of a point cloud the points in a row
 * @param height  in pixels; of a point cloud its rows
 * @param format  lower-case name of its format
 * @param content gives the file with its bytes; of a video it is made when first asked for
 * @param context pictures that are shown beside it, by name
 */
public record Frame(String name, int width, int height, String format, Supplier<Path> content, List<Context> context) {

    /** Formats that file names do not end with. */
    private static final Map<String, String> FORMATS = Map.of("jpg", "jpeg", "tif", "tiff");

    /**
     * A picture beside a frame.
     *
     * @param name the last part of its path
     */
    public record Context(String name, Path file) {
    }

    /** Reads the header of a file. */
    public static Frame of(String name, Path file) {
        ImageInfo info = MediaKind.of(name) == MediaKind.POINT_CLOUD ? PointClouds.probe(file, name)
                : Images.probe(file, name);
        return new Frame(name, info.width(), info.height(), info.format(), () -> file, List.of());
    }

    /**
     * A picture that is described only: its bytes are given later, by {@link #from}.
     *
     * @throws MediaException if no picture can have that size
     */
    public static Frame elsewhere(String name, int width, int height) {
        if (width < 1 || height < 1) {
            throw new MediaException("Image '" + name + "' has no size");
        }
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        ImageInfo info = new ImageInfo(width, height, FORMATS.getOrDefault(ending, ending));
        Images.check(info, name);
        return new Frame(name, width, height, info.format(), () -> {
            throw new MediaException("The image '" + name + "' is elsewhere");
        }, List.of());
    }

    /** The same with other pictures beside it. */
    public Frame beside(List<Context> pictures) {
        return new Frame(name, width, height, format, content, List.copyOf(pictures));
    }

    /** The same with its bytes from elsewhere. */
    public Frame from(Supplier<Path> other) {
        return new Frame(name, width, height, format, other, context);
    }

    /** Where its bytes are. */
    public Path file() {
        return content.get();
    }

    public boolean isPointCloud() {
        return format.equals(PointClouds.FORMAT);
    }

    /** The media type to serve the file with. */
    public String mediaType() {
        return isPointCloud() ? "image/x.point-cloud-data" : format.equals("webp") ? "image/x-webp" : "image/" + format;
    }

    /** What its name ends with, without the dot; the format if it has no ending. */
    public String extension() {
        int dot = name.lastIndexOf('.');
        return dot > name.lastIndexOf('/') ? name.substring(dot + 1) : format;
    }
}
