package io.github.cvatopenapi.embedded.resources.views;

import io.github.cvatopenapi.embedded.engine.Call;
import io.github.cvatopenapi.embedded.engine.Json;
import io.github.cvatopenapi.embedded.media.Frame;
import io.github.cvatopenapi.embedded.store.Job;
import io.github.cvatopenapi.embedded.store.Store;
import io.github.cvatopenapi.embedded.store.Task;
import io.github.cvatopenapi.embedded.store.TaskData;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Representations of tasks, jobs and their data. */
public final class TaskViews {

    private TaskViews() {
    }

    public static Map<String, Object> task(Call call, Store store, Task task) {
        Long organization = task.organization == null ? null : task.organization.id;
        List<Job> jobs = store.jobsOf.get(task);
        Map<String, Object> view = Json.object("url", call.url("/api/tasks/" + task.id), "id", task.id, "name",
                task.name,
                "project_id", task.project == null ? null : task.project.id, "mode", mode(task),
                "owner", SharedViews.user(call, task.owner), "assignee", SharedViews.user(call, task.assignee),
                "bug_tracker", task.bugTracker, "created_date", task.created, "updated_date", task.updated,
                "overlap", task.overlap, "segment_size", task.segmentSize, "status", task.status);
        TaskData data = task.data == null ? task.failed : task.data;
        if (data != null) {
            view.putAll(Json.object("data_chunk_size", data.size() == 0 ? null : data.chunkSize,
                    "data_compressed_chunk_type", chunkType(data, false),
                    "data_original_chunk_type", chunkType(data, true), "data_cloud_storage_id", data.cloudStorageId,
                    "size", data.size(), "image_quality", data.quality, "data", data.id));
        }
        view.putAll(Json.object("guide_id", store.guideId(task), "dimension", dimension(task), "subset", task.subset,
                "organization_id", organization, "organization", organization,
                "target_storage", SharedViews.storage(task.targetStorage), "source_storage",
                        SharedViews.storage(task.sourceStorage),
                "jobs", jobs(call, task, jobs), "labels", Map.of("url", call.url("/api/labels?task_id=" + task.id)),
                "assignee_updated_date", task.assigneeUpdated, "validation_mode", validationMode(task),
                "consensus_enabled", task.consensusReplicas > 0));
        return view;
    }

    private static Map<String, Object> jobs(Call call, Task task, List<Job> jobs) {
        return Json.object("count", jobs.size(),
                "completed", jobs.stream().filter(each -> each.stage.equals("acceptance")
                        && each.state.equals("completed")).count(),
                "validation", jobs.stream().filter(each -> each.stage.equals("validation")).count(),
                "url", call.url("/api/jobs?task_id=" + task.id));
    }

    /** Empty before pictures were attached. */
    public static String mode(Task task) {
        return task.data == null ? "" : task.data.video == null ? "annotation" : "interpolation";
    }

    public static String dimension(Task task) {
        return task.data != null && task.data.isPointClouds() ? "3d" : "2d";
    }

    private static String chunkType(TaskData data, boolean original) {
        return data.hasVideoChunks(original) ? "video" : "imageset";
    }

    public static String validationMode(Task task) {
        return task.data == null || task.data.validation == null ? null : task.data.validation.mode;
    }

    public static Map<String, Object> job(Call call, Store store, Job job) {
        Task task = job.task;
        return Json.object("url", call.url("/api/jobs/" + job.id), "id", job.id, "task_id", task.id,
                "project_id", task.project == null ? null : task.project.id,
                "assignee", SharedViews.user(call, job.assignee),
                "guide_id", store.guideId(task.labels()), "dimension", dimension(task), "bug_tracker", bugTracker(task),
                        "status", job.status(),
                "stage", job.stage, "state", job.state, "mode", mode(task), "frame_count", job.frames().size(),
                "start_frame", job.start, "stop_frame", job.stop, "data_chunk_size", task.data.chunkSize,
                "data_compressed_chunk_type", chunkType(task.data, false),
                "data_original_chunk_type", chunkType(task.data, true),
                "created_date", job.created, "updated_date", job.updated,
                "issues", Json.object("url", call.url("/api/issues?job_id=" + job.id),
                        "count", store.issuesOf.get(job).size()),
                "labels", Map.of("url", call.url("/api/labels?job_id=" + job.id)), "type", job.type,
                "organization", task.organization == null ? null : task.organization.id,
                "target_storage", SharedViews.storage(task.targetStorage), "source_storage",
                        SharedViews.storage(task.sourceStorage),
                "assignee_updated_date", job.assigneeUpdated, "parent_job_id", job.parent == null ? null
                        : job.parent.id,
                "consensus_replicas", store.jobsOf.get(task).stream().filter(each -> each.parent == job).count());
    }

    /** That of the project where there is one, null for none. */
    private static String bugTracker(Task task) {
        String text = task.project == null ? task.bugTracker : task.project.bugTracker;
        return text.isEmpty() ? null : text;
    }

    public static Map<String, Object> meta(Task task) {
        TaskData data = task.data;
        return meta(data, data.frames, List.copyOf(data.deleted), data.startFrame, data.stopFrame, null);
    }

    public static Map<String, Object> meta(Job job) {
        TaskData data = job.task.data;
        int step = step(data);
        List<Frame> frames = data.frames.subList(job.start, job.stop + 1);
        return meta(data, frames, data.deleted.stream().filter(job::has).toList(), data.startFrame + job.start * step,
                data.startFrame + job.stop * step, job.included);
    }

    /** Distance of the frames in what was uploaded. */
    static int step(TaskData data) {
        return data.size() < 2 ? 1 : Math.max(1, (data.stopFrame - data.startFrame) / (data.size() - 1));
    }

    private static Map<String, Object> meta(TaskData data, List<Frame> frames, List<Integer> deleted, int start,
            int stop,
            List<Integer> included) {
        List<Object> shown = new ArrayList<>(frames.size());
        for (Frame frame : data.video == null ? frames : frames.subList(0, 1)) {
            shown.add(Json.object("width", frame.width(), "height", frame.height(),
                    "name", data.video == null ? frame.name() : data.video.name(),
                    "related_files", frame.context().size(), "has_related_context", !frame.context().isEmpty()));
        }
        return Json.object("chapters", data.video == null ? null : List.of(),
                "chunks_updated_date", data.chunksUpdated, "chunk_size", data.chunkSize,
                "size", included == null ? frames.size() : included.size(), "image_quality", data.quality,
                "start_frame", start, "stop_frame", stop, "frame_filter", data.frameFilter, "frames", shown,
                "deleted_frames", deleted, "included_frames", included, "storage", data.storage,
                "cloud_storage_id", data.cloudStorageId);
    }
}
