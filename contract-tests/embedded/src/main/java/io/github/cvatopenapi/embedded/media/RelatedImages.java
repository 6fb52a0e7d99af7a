package io.github.cvatopenapi.embedded.media;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds which files are frames and which are shown beside one: a picture in {@code related_images/NAME_ENDING/} belongs
 * to the frame NAME.ENDING in the folder above, or in a folder next to {@code related_images}.
 */
public final class RelatedImages {

    private static final String FOLDER = "related_images";

    private RelatedImages() {
    }

    /** For each frame, in the order of the names, those of the pictures beside it. */
    static Map<String, List<String>> of(List<String> names) {
        boolean clouds = names.stream().anyMatch(each -> MediaKind.of(each) == MediaKind.POINT_CLOUD);
        Map<String, List<String>> frames = new LinkedHashMap<>();
        for (String name : names) {
            MediaKind kind = MediaKind.of(name);
            if (kind == MediaKind.POINT_CLOUD || kind == MediaKind.PICTURE && !clouds && !isRelated(name)) {
                frames.put(name, new ArrayList<>());
            }
        }
        for (String name : names) {
            if (MediaKind.of(name) == MediaKind.PICTURE && isRelated(name)) {
                frames.forEach((frame, beside) -> {
                    if (belongs(name, frame)) {
                        beside.add(name);
                    }
                });
            }
        }
        return frames;
    }

    /** Whether a file of that name is shown beside a frame. */
    public static boolean isRelated(String name) {
        return ("/" + name).contains("/" + FOLDER + "/");
    }

    /** Where a picture lies that belongs to a frame. */
    public static String place(String frame, String picture) {
        return frame.substring(0, frame.lastIndexOf('/') + 1) + FOLDER + "/" + folder(frame) + "/" + picture;
    }

    /** The folder for the pictures of a frame. */
    private static String folder(String frame) {
        return frame.substring(frame.lastIndexOf('/') + 1).replaceFirst("\\.([^.]*)$", "_$1");
    }

    private static boolean belongs(String picture, String frame) {
        String path = "/" + picture;
        int at = path.indexOf("/" + FOLDER + "/");
        String above = path.substring(0, at);
        String folder = path.substring(at + FOLDER.length() + 2).split("/")[0];
        String holder = ("/" + frame).substring(0, ("/" + frame).lastIndexOf('/'));
        boolean near = holder.equals(above)
                || holder.startsWith(above + "/") && holder.indexOf('/', above.length() + 1) < 0;
        return near && folder.equals(folder(frame));
    }
}
