package io.github.cvatopenapi.embedded.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * A file that was uploaded, opened: what it is, and the frames in it. However large the file says it is, memory and
 * time stay bounded: what is too much for them is refused.
 *
 * @param frames   in the order of the file; of an archive those of the frames in it, not of archives in it
 * @param manifest names of the pictures in the order that a manifest in the archive gives, empty if there is none
 */
public record MediaFile(MediaKind kind, List<Frame> frames, List<String> manifest) {

    /** What the real server says of an archive that is none. */
    private static final String NO_ARCHIVE = "zipfile.BadZipFile: File is not a zip file\n";

    /**
     * Opens a file of any kind.
     *
     * @param name      by which its kind is judged, and by which its frames are called
     * @param directory existing one, in which what is unpacked or decoded is kept as long as the frames are used
     * @throws MediaException if it cannot be read, is of no kind that is read here or needs a library that is missing
     */
    public static MediaFile open(Path file, String name, Path directory) {
        MediaKind kind = MediaKind.of(name);
        try {
            return switch (kind) {
                case PICTURE, POINT_CLOUD -> new MediaFile(kind, List.of(frame(file, name, directory)), List.of());
                case VIDEO -> new MediaFile(kind, video(file, name, directory), List.of());
                case DOCUMENT -> new MediaFile(kind, document(file, name, directory), List.of());
                case ARCHIVE -> archive(file, directory);
                case MANIFEST -> new MediaFile(kind, List.of(), names(file));
                case OTHER -> throw new MediaException("The file '" + name + "' is of no kind that is read here");
            };
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A picture as it is to be shown, or a point cloud. */
    private static Frame frame(Path file, String name, Path directory) throws IOException {
        if (name.toLowerCase(Locale.ROOT).endsWith(".webp")) {
            Libraries.WEBP.require(name);
        }
        return Frame.of(name, MediaKind.of(name) == MediaKind.PICTURE
                ? Images.upright(file, name, fresh(directory)) : file);
    }

    /** A place beside what was uploaded, under a name that no upload has. */
    private static Path fresh(Path directory) {
        return directory.resolve(UUID.randomUUID().toString());
    }

    private static List<Frame> video(Path file, String name, Path directory) {
        Video video = Video.open(file, name, fresh(directory));
        return IntStream.range(0, video.size()).mapToObj(each -> new Frame(
                String.format(Locale.ROOT, "frame_%06d.PNG", each), video.width(), video.height(), "png",
                () -> video.frame(each), List.of())).toList();
    }

    private static List<Frame> document(Path file, String name, Path directory) throws IOException {
        Libraries.DOCUMENTS.require(name);
        Path pages = Files.createDirectories(fresh(directory));
        return Documents.draw(file, name, pages).stream().map(each -> Frame.of(each, pages.resolve(each))).toList();
    }

    private static MediaFile archive(Path file, Path directory) throws IOException {
        if (!Archives.isZip(file)) {
            throw new MediaException(NO_ARCHIVE);
        }
        Path into = Files.createDirectories(fresh(directory));
        List<String> names = Archives.unpack(file, into, Archives.Limits.DEFAULT);
        Map<String, Path> files = new LinkedHashMap<>();
        names.forEach(each -> files.put(each, into.resolve(each)));
        List<String> manifests = names.stream().filter(each -> MediaKind.of(each) == MediaKind.MANIFEST).toList();
        return new MediaFile(MediaKind.ARCHIVE, together(files, directory),
                manifests.isEmpty() ? List.of() : names(into.resolve(manifests.get(0))));
    }

    /**
     * The frames among files that were uploaded together. Pictures in a folder of related images are shown beside them.
     *
     * @param files     by name, in order
     * @param directory as above
     * @throws MediaException if one cannot be read
     */
    public static List<Frame> together(Map<String, Path> files, Path directory) {
        List<Frame> frames = new ArrayList<>();
        try {
            for (Map.Entry<String, List<String>> each : RelatedImages.of(List.copyOf(files.keySet())).entrySet()) {
                frames.add(frame(files.get(each.getKey()), each.getKey(), directory).beside(each.getValue().stream()
                        .map(name -> new Frame.Context(name.substring(name.lastIndexOf('/') + 1), files.get(name)))
                        .toList()));
            }
            return frames;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static List<String> names(Path manifest) {
        return Manifest.read(manifest).stream().map(Manifest.Entry::name).toList();
    }
}
