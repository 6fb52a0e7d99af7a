package io.github.cvatopenapi.embedded.formats;

import com.google.gson.JsonObject;
import io.github.cvatopenapi.embedded.formats.CvatXmlReader.Element;
import io.github.cvatopenapi.embedded.media.Archives;
import io.github.cvatopenapi.embedded.media.ImageInfo;
import io.github.cvatopenapi.embedded.media.Images;
import io.github.cvatopenapi.embedded.media.MediaException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** "CVAT for images 1.1": annotations.xml, and images/ beside it. Reads the tracks of the variant for video, too. */
final class CvatImages implements DatasetFormat {

    @Override
    public void write(TaskView task, boolean withImages, Path target) {
        try (Zips zip = new Zips(target)) {
            zip.add("annotations.xml", out -> CvatXmlWriter.write(task, out));
            if (withImages) {
                add(task, zip);
            }
        }
    }

    /** Adds the images of a task. */
    static void add(TaskView task, Zips zip) {
        task.frames().forEach(frame -> zip.add("images/" + frame.name(), frame.file()));
    }

    @Override
    public void write(ProjectView project, boolean withImages, Path target) {
        try (Zips zip = new Zips(target)) {
            zip.add("annotations.xml", out -> CvatXmlWriter.write(project, out));
            if (withImages) {
                add(project, zip);
            }
        }
    }

    /** Adds the images of a project, in a folder for each subset. */
    static void add(ProjectView project, Zips zip) {
        for (TaskView task : project.tasks()) {
            String folder = "images/" + task.subsetOrDefault() + "/";
            task.frames().forEach(frame -> zip.add(folder + frame.name(), frame.file()));
        }
    }

    @Override
    public JsonObject read(Path file, List<LabelView> labels, List<FrameView> frames, Path scratch) {
        return CvatAnnotations.read(elements(file, scratch), labels, frames);
    }

    @Override
    public List<ImportedTask> readProject(Path file, List<LabelView> labels, Path scratch) {
        if (!Archives.isZip(file)) {
            throw new FormatException("The file holds no media: a dataset is a zip file with images/");
        }
        List<Element> elements = elements(file, scratch);
        Map<String, List<Element>> bySubset = new LinkedHashMap<>();
        for (Element element : elements) {
            String subset = element.attributes.getOrDefault("subset", "default");
            bySubset.computeIfAbsent(subset, any -> new ArrayList<>()).add(element);
        }
        List<ImportedTask> tasks = new ArrayList<>();
        bySubset.forEach((subset, of) -> {
            List<FrameView> frames = frames(of, subset, scratch);
            if (!frames.isEmpty()) {
                tasks.add(new ImportedTask(subset, frames, CvatAnnotations.read(of, labels, frames)));
            }
        });
        return tasks;
    }

    private static List<FrameView> frames(List<Element> elements, String subset, Path scratch) {
        List<FrameView> frames = new ArrayList<>();
        for (Element element : elements) {
            if (element.name.equals("image")) {
                String name = ShapePoints.required(element::attribute, "name");
                frames.add(frame(frames.size(), name, List.of("images/" + subset + "/" + name, "images/" + name),
                        scratch));
            }
        }
        boolean tracks = elements.stream().anyMatch(each -> each.name.equals("track"));
        return frames.isEmpty() && tracks ? pictures(subset, scratch) : frames;
    }

    /** Of tracks alone, which name no images: those that are there, sorted, as they were numbered. */
    private static List<FrameView> pictures(String subset, Path scratch) {
        Path folder = Archives.inside(scratch, "images/" + subset);
        Path images = Files.isDirectory(folder) ? folder : scratch.resolve("images");
        if (!Files.isDirectory(images)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(images)) {
            List<FrameView> frames = new ArrayList<>();
            for (Path each : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = images.relativize(each).toString().replace('\\', '/');
                frames.add(frame(frames.size(), name, List.of(scratch.relativize(each).toString()), scratch));
            }
            return frames;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A frame from the first of the places where there is a file. */
    static FrameView frame(int number, String name, List<String> places, Path scratch) {
        try {
            for (String place : places) {
                Path file = Archives.inside(scratch, place);
                if (Files.isRegularFile(file)) {
                    ImageInfo info = Images.probe(file, name);
                    return new FrameView(number, name, info.width(), info.height(), file);
                }
            }
        } catch (MediaException bad) {
            throw new FormatException(bad.getMessage(), bad);
        }
        throw new FormatException("The archive has no image '" + name + "', which its annotations name");
    }

    private static List<Element> elements(Path file, Path scratch) {
        List<Element> elements = new ArrayList<>();
        if (Archives.isZip(file)) {
            for (String name : Zips.unpack(file, scratch)) {
                if (name.endsWith(".xml")) {
                    elements.addAll(parse(scratch.resolve(name)));
                }
            }
        } else {
            elements.addAll(parse(file));
        }
        return elements;
    }

    private static List<Element> parse(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return CvatXmlReader.read(in);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
