package io.github.cvatopenapi.embedded.resources;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The files that the server itself has, to make tasks of: three small images in a folder. */
final class Share {

    /**
     * An entry of a directory.
     *
     * @param type     {@code DIR} or {@code REG}
     * @param mimeType as the server names it: {@code DIR} or {@code image}
     */
    record Entry(String name, String type, String mimeType) {
    }

    private static final Map<String, List<Entry>> DIRECTORIES = new TreeMap<>(Map.of(
            "", List.of(new Entry("images", "DIR", "DIR")),
            "images", List.of(new Entry("image_1.png", "REG", "image"), new Entry("image_2.png", "REG", "image"),
                    new Entry("image_3.png", "REG", "image"))));

    private Share() {
    }

    /** What a directory holds, null where there is none of that path; slashes at the ends do not count. */
    static List<Entry> list(String directory) {
        return DIRECTORIES.get(directory.replaceAll("^/+|/+$", ""));
    }
}
