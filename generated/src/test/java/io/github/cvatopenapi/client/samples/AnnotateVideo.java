package io.github.cvatopenapi.client.samples;

import io.github.cvatopenapi.client.CvatClient;
import io.github.cvatopenapi.client.FrameRange;
import io.github.cvatopenapi.client.RequestFailedException;
import io.github.cvatopenapi.client.TransferOptions;
import io.github.cvatopenapi.client.model.DataRequest;
import io.github.cvatopenapi.client.model.LabelType;
import io.github.cvatopenapi.client.model.LabeledData;
import io.github.cvatopenapi.client.model.LabeledTrack;
import io.github.cvatopenapi.client.model.PatchedLabelRequest;
import io.github.cvatopenapi.client.model.ShapeType;
import io.github.cvatopenapi.client.model.TaskRead;
import io.github.cvatopenapi.client.model.TaskWriteRequest;
import io.github.cvatopenapi.client.model.TrackedShape;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes a task of every third frame of a video and draws on it what a detector found: boxes, each with the number of
 * the object that it shows. Arguments: the server's address and the video.
 */
final class AnnotateVideo {

    /** One box: which object, on which frame of the task, from where to where in pixels. */
    record Box(int object, int frame, double left, double top, double right, double bottom) {
    }

    private AnnotateVideo() {
    }

    public static void main(String[] args) {
        List<Box> found = List.of(new Box(1, 0, 4, 4, 20, 16), new Box(1, 2, 8, 6, 24, 18),
                new Box(1, 3, 10, 8, 26, 20), new Box(2, 1, 30, 10, 44, 22));
        try (CvatClient cvat = CvatClient.fromEnvironment(args[0])) {
            TaskRead task = annotate(cvat, Path.of(args[1]), found);
            System.out.println("task " + task.getId() + " has " + task.getSize() + " frames");
        } catch (RequestFailedException e) {
            System.err.println("the server could not use the video: " + e.serverMessage());
        }
    }

    static TaskRead annotate(CvatClient cvat, Path video, List<Box> found) {
        TaskRead task = cvat.createTask(
                new TaskWriteRequest().name("street").labels(List.of(new PatchedLabelRequest().name("car"))),
                new DataRequest().imageQuality(70), video, FrameRange.from(0).every(3), TransferOptions.DEFAULT);
        int label = cvat.list(cvat.labels().labelsList(o -> o.taskId(task.getId()))).iterator().next().getId();
        cvat.execute(cvat.tasks().tasksUpdateAnnotations(task.getId(),
                new LabeledData().version(0).tags(List.of()).shapes(List.of())
                        .tracks(tracks(found, label, task.getSize()))));
        return task;
    }

    /** A track for each object. Between its boxes CVAT interpolates; after its last one it is outside. */
    private static List<LabeledTrack> tracks(List<Box> found, int label, int frames) {
        Map<Integer, List<Box>> objects = new TreeMap<>();
        found.forEach(box -> objects.computeIfAbsent(box.object(), number -> new ArrayList<>()).add(box));
        List<LabeledTrack> tracks = new ArrayList<>();
        for (List<Box> boxes : objects.values()) {
            boxes.sort(Comparator.comparing(Box::frame));
            List<TrackedShape> shapes = new ArrayList<>();
            boxes.forEach(box -> shapes.add(shape(box, box.frame(), false)));
            Box last = boxes.get(boxes.size() - 1);
            if (last.frame() + 1 < frames) {
                shapes.add(shape(last, last.frame() + 1, true));
            }
            tracks.add(new LabeledTrack().labelId(label).frame(boxes.get(0).frame()).shapes(shapes));
        }
        return tracks;
    }

    private static TrackedShape shape(Box box, int frame, boolean outside) {
        return new TrackedShape().type(ShapeType.RECTANGLE).frame(frame).outside(outside)
                .points(List.of(box.left(), box.top(), box.right(), box.bottom()));
    }
}
