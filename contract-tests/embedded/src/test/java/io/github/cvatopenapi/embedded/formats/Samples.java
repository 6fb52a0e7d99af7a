package io.github.cvatopenapi.embedded.formats;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.cvatopenapi.embedded.formats.LabelView.AttributeView;
import io.github.cvatopenapi.embedded.media.Pictures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A task with one annotation of each kind, for round trips. */
final class Samples {

    static final LabelView HEAD = new LabelView(4, "head", "#1", "points", "", List.of(), List.of());
    static final LabelView FOOT = new LabelView(5, "foot", "#2", "points", "", List.of(), List.of());
    static final LabelView CAT = new LabelView(1, "cat", "#ff0000", "any", "",
            List.of(new AttributeView(1, "age", true, "number", "1", List.of("0", "20", "1")),
                    new AttributeView(2, "kind", false, "select", "a", List.of("a", "b"))), List.of());
    static final LabelView DOG = new LabelView(2, "dog", "#00ff00", "rectangle", "", List.of(), List.of());
    static final LabelView PERSON = new LabelView(3, "person", "#0000ff", "skeleton", "<line a=\"1\"></line>",
            List.of(),
            List.of(HEAD, FOOT));
    static final List<LabelView> LABELS = List.of(CAT, DOG, PERSON);

    static final String SHAPES = """
            {"tags":[{"frame":1,"label_id":1,"group":0,"source":"file","attributes":[{"spec_id":2,"value":"b"}]}],
             "shapes":[
              {"type":"rectangle","frame":0,"label_id":1,"points":[1.0,2.0,20.5,30.25],"occluded":true,"outside":false,
               "z_order":2,"rotation":30.0,"group":3,"source":"file","elements":[],
               "attributes":[{"spec_id":1,"value":"7"},{"spec_id":2,"value":"a"}]},
               {"type":"polygon","frame":1,"label_id":1,"points":[0.0,0.0,10.0,0.0,10.0,10.0],"occluded":false,
                "outside":false,
               "z_order":0,"rotation":0.0,"group":0,"source":"file","elements":[],"attributes":[]},
              {"type":"ellipse","frame":1,"label_id":1,"points":[20.0,20.0,30.0,15.0],"occluded":false,"outside":false,
               "z_order":0,"rotation":0.0,"group":0,"source":"file","elements":[],"attributes":[]},
               {"type":"mask","frame":2,"label_id":1,"points":[1.0,2.0,1.0,4.0,5.0,5.0,6.0],"occluded":false,
                "outside":false,
               "z_order":0,"rotation":0.0,"group":0,"source":"file","elements":[],"attributes":[]},
              {"type":"skeleton","frame":0,"label_id":3,"points":[],"occluded":false,"outside":false,
               "z_order":0,"rotation":0.0,"group":0,"source":"file","attributes":[],"elements":[
                {"type":"points","frame":0,"label_id":4,"points":[5.0,6.0],"occluded":false,"outside":true,
                 "z_order":0,"rotation":0.0,"group":0,"source":"file","attributes":[],"elements":[]},
                {"type":"points","frame":0,"label_id":5,"points":[7.0,8.0],"occluded":true,"outside":false,
                 "z_order":0,"rotation":0.0,"group":0,"source":"file","attributes":[],"elements":[]}]}],
             "tracks":[]}""";

    private Samples() {
    }

    static JsonObject json(String text) {
        return JsonParser.parseString(text).getAsJsonObject();
    }

    static TaskView task(Path dir, String annotations) throws IOException {
        List<FrameView> frames = List.of(frame(dir, 0), frame(dir, 1), frame(dir, 2));
        return new TaskView(9, "a task", "", Map.of("mode", "annotation", "updated", "2026-01-01"), LABELS, frames,
                json(annotations));
    }

    private static FrameView frame(Path dir, int number) throws IOException {
        String name = "in/img_" + number + ".png";
        return new FrameView(number, name, 64, 48, Pictures.draw(dir.resolve(name), 64, 48));
    }

    /** Shapes by type. */
    static JsonObject shape(JsonObject annotations, String type) {
        return AnnotationJson.objects(annotations, "shapes").stream()
                .filter(each -> each.get("type").getAsString().equals(type)).findFirst().orElseThrow();
    }
}
