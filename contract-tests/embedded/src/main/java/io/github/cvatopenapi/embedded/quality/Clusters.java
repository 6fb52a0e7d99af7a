package io.github.cvatopenapi.embedded.quality;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds what several people drew alike on a frame. */
public final class Clusters {

    /** The same object as several people drew it, one each. */
    public static final class Cluster {
        private final List<AnnotatedObject> members = new ArrayList<>();
        private final Similarity similarity;

        private Cluster(AnnotatedObject first, Similarity similarity) {
            this.similarity = similarity;
            members.add(first);
        }

        public int votes() {
            return members.size();
        }

        /** The one that is most like the others. */
        public AnnotatedObject center() {
            return members.stream().max(Comparator.comparingDouble(each -> members.stream()
                    .mapToDouble(other -> similarity.of(each, other))
                    .sum())).orElseThrow();
        }
    }

    private Clusters() {
    }

    /**
     * The clusters of a frame; an object that only one person has is a cluster of its own.
     *
     * @param given   by person
     * @param overlap least similarity of objects that are the same, from 0 to 1
     */
    public static List<Cluster> of(List<List<AnnotatedObject>> given, double overlap, int width, int height) {
        Similarity similarity = new Similarity(new Thresholds(overlap, 0.1, false, 0.01, 0, null, null, null, false,
                false), width, height);
        List<Cluster> clusters = new ArrayList<>();
        for (List<AnnotatedObject> person : given) {
            List<AnnotatedObject> centers = clusters.stream().map(Cluster::center).toList();
            Matching matching = Matching.of(person, centers,
                    (a, b) -> a.label().equals(b.label()) ? similarity.of(a, b) : 0, overlap);
            matching.pairs().forEach(pair -> clusters.get(at(centers, pair.second())).members.add(pair.first()));
            matching.first().forEach(each -> clusters.add(new Cluster(each, similarity)));
        }
        return clusters;
    }

    private static int at(List<AnnotatedObject> centers, AnnotatedObject center) {
        for (int i = 0; i < centers.size(); i++) {
            if (centers.get(i) == center) {
                return i;
            }
        }
        throw new IllegalArgumentException("no such center");
    }
}
