package io.github.cvatopenapi.embedded.resources;

import java.util.List;
import java.util.Map;

/** The files that the server itself has, to make tasks of: small images in folders. */
final class Share {

    /**
     * An entry of a directory.
     *
     * @param type     {@code DIR} or {@code REG}
     * @param mimeType as the server names it: {@code DIR} or {@code image}
     */
    record Entry(String name, String type, String mimeType) {
    }

    private static final Map<String, List<Entry>> DIRECTORIES = Map.of(
            "", List.of(directory("images"), directory("portraits"), image("landscape_1.png"), image("landscape_2.png")),
            "images", List.of(image("image_1.png"), image("image_2.png"), image("image_3.png")),
            "portraits", List.of(image("portrait_1.png"), image("portrait_2.png")));

    private Share() {
    }

    private static Entry directory(String name) {
        return new Entry(name, "DIR", "DIR");
    }

    private static Entry image(String name) {
        return new Entry(name, "REG", "image");
    }

    /** What a directory holds, null where there is none of that path; slashes at the ends do not count. */
    static List<Entry> list(String directory) {
        return DIRECTORIES.get(directory.replaceAll("^/+|/+$", ""));
    }
}
