package io.github.cvatopenapi.embedded.resources.consensus;

import io.github.cvatopenapi.embedded.media.Frame;
import io.github.cvatopenapi.embedded.quality.AnnotatedObject;
import io.github.cvatopenapi.embedded.quality.Clusters;
import io.github.cvatopenapi.embedded.resources.annotations.AnnotatedObjects;
import io.github.cvatopenapi.embedded.resources.annotations.AnnotationSet;
import io.github.cvatopenapi.embedded.resources.annotations.AnnotationStore;
import io.github.cvatopenapi.embedded.store.Job;
import io.github.cvatopenapi.embedded.store.Store;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Merges what was drawn in the replicas of a job into the job: an object that at least half of them have. Tags and
 * shapes only,
 * tracks are left out. Used under the store's lock.
 */
final class ConsensusMerge {

    private final Store store;
    private final double overlap;
    private final AnnotationStore annotations;

    ConsensusMerge(Store store, double overlap) {
        this.store = store;
        this.overlap = overlap;
        this.annotations = new AnnotationStore(store);
    }

    /** Replaces what is in the job, and completes it. */
    void into(Job job, List<Job> replicas) {
        List<AnnotatedObjects> drawings = replicas.stream().map(each -> new AnnotatedObjects(store, each)).toList();
        AnnotationSet set = new AnnotationSet();
        for (int frame : job.frames()) {
            Frame picture = job.task.data.frames.get(frame);
            List<List<AnnotatedObject>> given = new ArrayList<>();
            drawings.forEach(each -> given.add(each.on(frame).stream().filter(one -> !one.kind().equals("track"))
                    .toList()));
            for (Clusters.Cluster cluster : Clusters.of(given, overlap, picture.width(), picture.height())) {
                if (2 * cluster.votes() >= replicas.size()) {
                    String kind = cluster.center().kind() + "s";
                    set.of(kind).add(copy(replicas, kind, cluster, (double) cluster.votes() / replicas.size()));
                }
            }
        }
        annotations.clear(List.of(job));
        annotations.create(job, set);
        job.state = "completed";
    }

    private static Map<String, Object> copy(List<Job> replicas, String kind, Clusters.Cluster cluster, double score) {
        AnnotatedObject center = cluster.center();
        Map<String, Object> original = replicas.stream().filter(each -> each.id == center.job())
                .flatMap(each -> each.annotations.of(kind).stream()).filter(each -> Objects.equals(each.get("id"),
                        center.id()))
                .findFirst().orElseThrow();
        Map<String, Object> copy = withoutId(original);
        copy.put("source", "consensus");
        if (kind.equals("shapes")) {
            copy.put("score", score);
        }
        return copy;
    }

    private static Map<String, Object> withoutId(Map<String, Object> annotation) {
        Map<String, Object> copy = new LinkedHashMap<>(annotation);
        copy.put("id", null);
        copy.computeIfPresent("elements", (name, any) -> AnnotationSet.list(annotation, "elements").stream()
                .map(ConsensusMerge::withoutId).toList());
        return copy;
    }
}
