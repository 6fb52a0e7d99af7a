package io.github.cvatopenapi.embedded.resources.transfer;

import com.google.gson.JsonObject;
import io.github.cvatopenapi.embedded.engine.Body;
import io.github.cvatopenapi.embedded.engine.Json;
import io.github.cvatopenapi.embedded.formats.FormatException;
import io.github.cvatopenapi.embedded.formats.LabelView;
import io.github.cvatopenapi.embedded.resources.annotations.GsonTrees;
import io.github.cvatopenapi.embedded.store.Job;
import io.github.cvatopenapi.embedded.store.Label;
import io.github.cvatopenapi.embedded.store.Labeled;
import io.github.cvatopenapi.embedded.store.Project;
import io.github.cvatopenapi.embedded.store.Store;
import io.github.cvatopenapi.embedded.store.Task;
import io.github.cvatopenapi.embedded.store.TaskData;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The settings that backups carry: written from entities, and labels read back from them. */
final class BackupSettings {

    private BackupSettings() {
    }

    static JsonObject of(Store store, Project project) {
        return GsonTrees.object(Json.object("name", project.name, "bug_tracker", project.bugTracker, "status",
                project.status,
                "labels", labels(store, project)));
    }

    /**
     * Jobs come in the order in which their annotations do; replicas name the place of the job they repeat.
     *
     * @param light whether pictures in a cloud storage stay there
     */
    static JsonObject of(Store store, Task task, List<Job> jobs, boolean light) {
        Map<String, Object> settings = Json.object("name", task.name, "bug_tracker", task.bugTracker, "subset",
                task.subset,
                "segment_size", task.segmentSize, "overlap", task.overlap, "consensus_replicas", task.consensusReplicas,
                "labels", task.project == null ? labels(store, task) : List.of());
        if (task.data != null) {
            settings.put("data", data(task.data, light));
            settings.put("jobs", jobs.stream().map(each -> Json.object("type", each.type, "start_frame", each.start,
                    "stop_frame", each.stop, "frames", each.included, "stage", each.stage, "state", each.state,
                    "parent", each.parent == null ? null : jobs.indexOf(each.parent))).toList());
        }
        return GsonTrees.object(settings);
    }

    private static Map<String, Object> data(TaskData data, boolean light) {
        Map<String, Object> settings = Json.object("chunk_size", data.chunkSize, "image_quality", data.quality,
                "start_frame", data.startFrame, "stop_frame", data.stopFrame, "frame_filter", data.frameFilter,
                "sorting_method", data.sorting, "video", data.video == null ? null : data.video.name(),
                "use_zip_chunks", data.zipChunks, "storage", light ? data.storage : "local",
                "deleted_frames", List.copyOf(data.deleted));
        if (data.validation != null) {
            settings.put("validation_layout", Json.object("mode", data.validation.mode, "frames",
                    data.validation.frames,
                    "disabled_frames", List.copyOf(data.validation.disabled),
                    "frames_per_job_count", data.validation.framesPerJob,
                    "honeypot_frames", List.copyOf(data.validation.honeypots.keySet()),
                    "honeypot_real_frames", List.copyOf(data.validation.honeypots.values())));
        }
        return settings;
    }

    private static List<Object> labels(Store store, Labeled holder) {
        return store.labelsOf.get(holder).stream().filter(each ->
                each.parent == null).<Object>map(BackupSettings::label).toList();
    }

    private static Map<String, Object> label(Label label) {
        return Json.object("name", label.name, "color", label.color, "type", label.type, "svg", label.svg,
                "attributes", label.attributes.stream().map(each -> Json.object("name", each.name, "mutable",
                        each.mutable,
                        "input_type", each.inputType, "default_value", each.defaultValue, "values", each.values))
                                .toList(),
                "sublabels", label.sublabels.stream().map(BackupSettings::label).toList());
    }

    /** The labels in settings, with ids that count from 1, until they have real ones. */
    static List<LabelView> labels(JsonObject settings) {
        long[] last = {0};
        return views(new Body(GsonTrees.tree(settings)).objects("labels"), last);
    }

    private static List<LabelView> views(List<Body> labels, long[] last) {
        List<LabelView> views = new ArrayList<>();
        for (Body label : labels) {
            if (label.text("name") == null) {
                throw new FormatException("The backup has a label without a name");
            }
            long id = ++last[0];
            List<LabelView.AttributeView> attributes = new ArrayList<>();
            for (Body each : label.objects("attributes")) {
                attributes.add(new LabelView.AttributeView(++last[0], each.text("name"), each.flag("mutable", false),
                        each.text("input_type"), each.text("default_value", ""), each.list("values")));
            }
            views.add(new LabelView(id, label.text("name"), label.text("color", ""), label.text("type", "any"),
                    label.text("svg", ""), attributes, views(label.objects("sublabels"), last)));
        }
        return views;
    }
}
