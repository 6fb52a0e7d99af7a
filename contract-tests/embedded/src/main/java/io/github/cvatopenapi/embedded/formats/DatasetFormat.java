package io.github.cvatopenapi.embedded.formats;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.List;

/** A way to write and read annotations, with or without their images. Implementations have no state. */
public interface DatasetFormat {

    /** Writes a task or a job to a zip file. */
    void write(TaskView task, boolean withImages, Path target);

    /** Writes a project to a zip file. */
    void write(ProjectView project, boolean withImages, Path target);

    /**
     * Reads annotations of a task or a job.
     *
     * @param file    zip file or the annotation file itself
     * @param scratch directory that does not exist yet, for what is unpacked; the caller removes it
     * @throws FormatException if the file cannot be used
     */
    JsonObject read(Path file, List<LabelView> labels, List<FrameView> frames, Path scratch);

    /**
     * Reads the dataset of a project.
     *
     * @param scratch as above; the frames of the result lie in it
     * @throws FormatException if the file cannot be used
     */
    List<ImportedTask> readProject(Path file, List<LabelView> labels, Path scratch);
}
