package io.github.cvatopenapi.embedded.formats;

import com.google.gson.JsonObject;
import io.github.cvatopenapi.embedded.media.Archives;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** "COCO 1.0": annotations/instances_SUBSET.json, and images/SUBSET/ beside it. */
final class Coco implements DatasetFormat {

    private static final String PREFIX = "instances_";

    @Override
    public void write(TaskView task, boolean withImages, Path target) {
        write(task.labels(), List.of(task), withImages, target);
    }

    @Override
    public void write(ProjectView project, boolean withImages, Path target) {
        write(project.labels(), project.tasks(), withImages, target);
    }

    private static void write(List<LabelView> labels, List<TaskView> tasks, boolean withImages, Path target) {
        Map<String, CocoWriter> bySubset = new LinkedHashMap<>();
        for (TaskView task : tasks) {
            bySubset.computeIfAbsent(task.subsetOrDefault(), any -> new CocoWriter(labels)).add(task);
        }
        try (Zips zip = new Zips(target)) {
            bySubset.forEach((subset, writer) ->
                    zip.add("annotations/" + PREFIX + subset + ".json", writer::writeTo));
            if (withImages) {
                for (TaskView task : tasks) {
                    task.frames().forEach(
                            frame -> zip.add("images/" + task.subsetOrDefault() + "/" + frame.name(), frame.file()));
                }
            }
        }
    }

    @Override
    public JsonObject read(Path file, List<LabelView> labels, List<FrameView> frames, Path scratch) {
        JsonObject all = AnnotationJson.noAnnotations();
        files(file, scratch).values().forEach(each -> all.getAsJsonArray("shapes")
                .addAll(CocoReader.open(each).read(labels, frames).getAsJsonArray("shapes")));
        return all;
    }

    @Override
    public List<ImportedTask> readProject(Path file, List<LabelView> labels, Path scratch) {
        if (!Archives.isZip(file)) {
            throw new FormatException("The file holds no media: a dataset is a zip file with images/");
        }
        List<ImportedTask> tasks = new ArrayList<>();
        files(file, scratch).forEach((subset, json) -> {
            CocoReader reader = CocoReader.open(json);
            List<FrameView> frames = new ArrayList<>();
            for (String name : reader.images()) {
                frames.add(CvatImages.frame(frames.size(), name,
                        List.of("images/" + subset + "/" + name, "images/" + name), scratch));
            }
            tasks.add(new ImportedTask(subset, frames, reader.read(labels, frames)));
        });
        return tasks;
    }

    /** Files of instances by subset. */
    private static Map<String, Path> files(Path file, Path scratch) {
        Map<String, Path> found = new LinkedHashMap<>();
        if (!Archives.isZip(file)) {
            found.put("default", file);
            return found;
        }
        for (String name : Zips.unpack(file, scratch)) {
            String last = name.substring(name.lastIndexOf('/') + 1);
            if (last.startsWith(PREFIX) && last.endsWith(".json")) {
                found.put(last.substring(PREFIX.length(), last.length() - ".json".length()), scratch.resolve(name));
            }
        }
        if (found.isEmpty()) {
            throw new FormatException("The archive has no annotations/" + PREFIX
                    + "*.json, it is not of the format COCO 1.0");
        }
        return found;
    }
}
