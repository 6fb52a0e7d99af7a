package io.github.cvatopenapi.embedded.formats;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.github.cvatopenapi.embedded.media.Archives;
import io.github.cvatopenapi.embedded.media.Frame;
import io.github.cvatopenapi.embedded.media.Manifest;
import io.github.cvatopenapi.embedded.media.MediaException;
import io.github.cvatopenapi.embedded.media.MediaFile;
import io.github.cvatopenapi.embedded.media.RelatedImages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Backups of tasks and projects: a zip file with task.json, annotations.json and data/ (with manifest.jsonl), or with
 * project.json and one folder of those for each task. Of pictures in a cloud storage it may have the
 * manifest only. Annotations name their labels, as ids are others after a restore.
 */
public final class Backup {

    /**
     * A task in a backup.
     *
     * @param settings    its properties and labels, as the caller wants them back
     * @param annotations one object of tags, shapes and tracks for each job, with label ids of the given labels
     * @param frames      its pictures, empty if it has no data or is of a video
     * @param video       the file of its video, else null; its name stands in the settings
     */
    public record Task(JsonObject settings, List<JsonObject> annotations, List<Frame> frames, Path video) {
    }

    /** A project in a backup. */
    public record Project(JsonObject settings, List<Task> tasks) {
    }

    /** Makes labels of the settings in a backup, with ids they have from now on. */
    public interface LabelMaker {
        List<LabelView> make(JsonObject settings);
    }

    private static final String PROJECT = "project.json";
    private static final String TASK = "task.json";
    private static final String ANNOTATIONS = "annotations.json";
    private static final int MAX_JSON_BYTES = 64 << 20;

    private Backup() {
    }

    /** Writes a task. */
    public static void write(Task task, List<LabelView> labels, Path target) {
        try (Zips zip = new Zips(target)) {
            write(task, labels, "", zip);
        }
    }

    /** Writes a project with its tasks. */
    public static void write(Project project, List<LabelView> labels, Path target) {
        try (Zips zip = new Zips(target)) {
            json(zip, PROJECT, project.settings());
            for (int each = 0; each < project.tasks().size(); each++) {
                write(project.tasks().get(each), labels, "task_" + each + "/", zip);
            }
        }
    }

    private static void write(Task task, List<LabelView> labels, String folder, Zips zip) {
        json(zip, folder + TASK, task.settings());
        JsonArray jobs = new JsonArray();
        task.annotations().forEach(each -> jobs.add(NamedAnnotations.toNames(each, labels)));
        json(zip, folder + ANNOTATIONS, jobs);
        List<Manifest.Entry> entries = new ArrayList<>();
        if (task.video() != null) {
            zip.add(folder + "data/" + video(task.settings()), task.video());
        }
        boolean elsewhere = isElsewhere(task.settings());
        for (Frame frame : task.frames()) {
            entries.add(new Manifest.Entry(frame.name(), frame.width(), frame.height()));
            if (elsewhere) {
                continue;
            }
            zip.add(folder + "data/" + frame.name(), frame.file());
            frame.context().forEach(each -> zip.add(folder + "data/" + RelatedImages.place(frame.name(), each.name()),
                    each.file()));
        }
        if (!entries.isEmpty()) {
            zip.add(folder + "data/manifest.jsonl", out -> out.write(Manifest.text(entries)
                    .getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static void json(Zips zip, String name, JsonElement content) {
        zip.add(name, out -> out.write(content.toString().getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Reads a backup of a task.
     *
     * @param scratch directory that does not exist yet; the frames of the result lie in it
     * @throws FormatException if it is none
     */
    public static Task readTask(Path file, LabelMaker labels, Path scratch) {
        Zips.unpack(file, scratch);
        JsonObject settings = object(scratch.resolve(TASK));
        return readTask(scratch, settings, orRefuse(() -> labels.make(settings)));
    }

    /**
     * Reads a backup of a project.
     *
     * @param scratch as above
     * @throws FormatException if it is none
     */
    public static Project readProject(Path file, LabelMaker labels, Path scratch) {
        Zips.unpack(file, scratch);
        JsonObject settings = object(scratch.resolve(PROJECT));
        List<LabelView> made = orRefuse(() -> labels.make(settings));
        List<Task> tasks = new ArrayList<>();
        for (int each = 0; Files.isDirectory(scratch.resolve("task_" + each)); each++) {
            Path folder = scratch.resolve("task_" + each);
            tasks.add(readTask(folder, object(folder.resolve(TASK)), made));
        }
        return new Project(settings, tasks);
    }

    private static Task readTask(Path folder, JsonObject settings, List<LabelView> labels) {
        List<JsonObject> annotations = new ArrayList<>();
        JsonElement jobs = parse(folder.resolve(ANNOTATIONS));
        orRefuse(() -> {
            jobs.getAsJsonArray().forEach(
                    each -> annotations.add(NamedAnnotations.toIds(each.getAsJsonObject(), labels)));
            return null;
        });
        Path data = folder.resolve("data");
        String video = video(settings);
        return new Task(settings, annotations, isElsewhere(settings) ? listed(data) : frames(data),
                video == null ? null : file(data, video));
    }

    /** The name of the video in settings, null if there is none. */
    private static String video(JsonObject settings) {
        return data(settings, "video");
    }

    /** Whether pictures are not in the backup, but in a cloud storage. */
    private static boolean isElsewhere(JsonObject settings) {
        return "cloud_storage".equals(data(settings, "storage"));
    }

    /** What the settings say of the data, null if nothing. */
    private static String data(JsonObject settings, String name) {
        return orRefuse(() -> {
            JsonElement value = settings.has("data") ? settings.getAsJsonObject("data").get(name) : null;
            return value == null || value.isJsonNull() ? null : value.getAsString();
        });
    }

    /** The pictures that are elsewhere, as the manifest describes them. */
    private static List<Frame> listed(Path data) {
        try {
            return Manifest.read(data.resolve("manifest.jsonl")).stream().map(each -> {
                Archives.inside(data, each.name());
                return Frame.elsewhere(each.name(), each.width(), each.height());
            }).toList();
        } catch (MediaException bad) {
            throw new FormatException(bad.getMessage(), bad);
        }
    }

    private static Path file(Path data, String name) {
        try {
            Path file = Archives.inside(data, name);
            if (!Files.isRegularFile(file)) {
                throw new FormatException("The backup lacks the file '" + name + "', which it names");
            }
            return file;
        } catch (MediaException outside) {
            throw new FormatException(outside.getMessage(), outside);
        }
    }

    private static List<Frame> frames(Path data) {
        Path manifest = data.resolve("manifest.jsonl");
        if (!Files.exists(manifest)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(data)) {
            List<String> names = Manifest.read(manifest).stream().map(Manifest.Entry::name).toList();
            Map<String, Path> files = new LinkedHashMap<>();
            names.forEach(each -> files.put(each, file(data, each)));
            for (Path each : all.filter(Files::isRegularFile).sorted().toList()) {
                String name = data.relativize(each).toString().replace('\\', '/');
                if (RelatedImages.isRelated(name)) {
                    files.put(name, each);
                }
            }
            Map<String, Frame> frames = new HashMap<>();
            MediaFile.together(files, data).forEach(each -> frames.put(each.name(), each));
            return names.stream().map(frames::get).toList();
        } catch (MediaException bad) {
            throw new FormatException(bad.getMessage(), bad);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static JsonObject object(Path file) {
        JsonElement content = parse(file);
        if (!content.isJsonObject()) {
            throw new FormatException("'" + file.getFileName() + "' in the backup is not a JSON object");
        }
        return content.getAsJsonObject();
    }

    private static JsonElement parse(Path file) {
        String name = file.getFileName().toString();
        try {
            if (!Files.isRegularFile(file)) {
                throw new FormatException("The archive has no " + name + ", it is not a backup of this kind");
            }
            if (Files.size(file) > MAX_JSON_BYTES) {
                throw new FormatException("'" + name + "' in the backup is too large");
            }
            return JsonParser.parseString(Files.readString(file));
        } catch (JsonParseException | CharacterCodingException broken) {
            throw new FormatException("'" + name + "' in the backup is not JSON", broken);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (StackOverflowError deep) {
            throw new FormatException("'" + name + "' in the backup is nested too deep");
        }
    }

    private static <T> T orRefuse(Supplier<T> reading) {
        return AnnotationJson.orRefuse(reading,
                "The backup lacks something, or has it in another type than it was written with");
    }
}
