package io.github.cvatopenapi.embedded.formats;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.List;

/** "CVAT for video 1.1": as the format for images, with tracks in place of what is on each image. Read alike. */
final class CvatVideo implements DatasetFormat {

    private final CvatImages images = new CvatImages();

    @Override
    public void write(TaskView task, boolean withImages, Path target) {
        try (Zips zip = new Zips(target)) {
            zip.add("annotations.xml", out -> CvatXmlWriter.writeTracks(task, out));
            if (withImages) {
                CvatImages.add(task, zip);
            }
        }
    }

    @Override
    public void write(ProjectView project, boolean withImages, Path target) {
        try (Zips zip = new Zips(target)) {
            zip.add("annotations.xml", out -> CvatXmlWriter.writeTracks(project, out));
            if (withImages) {
                CvatImages.add(project, zip);
            }
        }
    }

    @Override
    public JsonObject read(Path file, List<LabelView> labels, List<FrameView> frames, Path scratch) {
        return images.read(file, labels, frames, scratch);
    }

    @Override
    public List<ImportedTask> readProject(Path file, List<LabelView> labels, Path scratch) {
        return images.readProject(file, labels, scratch);
    }
}
