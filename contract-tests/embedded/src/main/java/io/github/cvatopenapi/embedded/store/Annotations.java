package io.github.cvatopenapi.embedded.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What was drawn in a job: trees in the form in which the interface delivers them, with ids. The trees are never
 * changed, only replaced.
 */
public final class Annotations {

    public final List<Map<String, Object>> tags = new ArrayList<>();
    public final List<Map<String, Object>> shapes = new ArrayList<>();
    public final List<Map<String, Object>> tracks = new ArrayList<>();

    /** Gives ids, of which each kind has its own. */
    public static final class Ids {
        private long tag;
        private long shape;
        private long track;
        private long trackedShape;

        public long nextTag() {
            return ++tag;
        }

        /** Parts of skeletons count, too. */
        public long nextShape() {
            return ++shape;
        }

        public long nextTrack() {
            return ++track;
        }

        public long nextTrackedShape() {
            return ++trackedShape;
        }
    }

    /** The list of a kind: {@code tags}, {@code shapes} or {@code tracks}. */
    public List<Map<String, Object>> of(String kind) {
        return switch (kind) {
            case "tags" -> tags;
            case "shapes" -> shapes;
            case "tracks" -> tracks;
            default -> throw new IllegalArgumentException(kind);
        };
    }

    public void clear() {
        tags.clear();
        shapes.clear();
        tracks.clear();
    }
}
