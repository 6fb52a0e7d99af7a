package io.github.cvatopenapi.embedded.media;

import java.util.List;
import java.util.Locale;

/** What a file is, judged by the ending of its name as the server does; what is in it shows when it is read. */
public enum MediaKind {
    PICTURE("png", "jpg", "jpeg", "bmp", "gif", "tif", "tiff", "wbmp", "webp"),
    ARCHIVE("zip"),
    VIDEO("mp4", "m4v", "mov", "webm", "mkv", "avi", "mpg", "mpeg", "ogv", "wmv", "flv"),
    DOCUMENT("pdf"),
    POINT_CLOUD("pcd"),
    MANIFEST("jsonl"),
    OTHER;

    private final List<String> endings;

    MediaKind(String... endings) {
        this.endings = List.of(endings);
    }

    /** The kind of a file of that name. */
    public static MediaKind of(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        for (MediaKind each : values()) {
            if (name.indexOf('.') >= 0 && each.endings.contains(ending)) {
                return each;
            }
        }
        return OTHER;
    }

    /** Whether files of the kind are frames as they are. */
    public boolean isFrame() {
        return this == PICTURE || this == POINT_CLOUD;
    }
}
