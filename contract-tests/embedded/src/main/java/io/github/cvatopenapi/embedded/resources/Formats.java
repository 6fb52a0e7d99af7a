package io.github.cvatopenapi.embedded.resources;

import io.github.cvatopenapi.embedded.engine.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The annotation formats that a CVAT 2.58 names. */
final class Formats {

    private static final List<String> BOTH = List.of("CamVid 1.0", "Cityscapes 1.0", "COCO 1.0", "COCO Keypoints 1.0", "Datumaro 1.0",
            "Datumaro 3D 1.0", "ICDAR Recognition 1.0", "ICDAR Localization 1.0", "ICDAR Segmentation 1.0", "ImageNet 1.0", "KITTI 1.0",
            "LabelMe 3.0", "LFW 1.0", "Market-1501 1.0", "Segmentation mask 1.1", "MOT 1.1", "MOTS PNG 1.0", "Open Images V6 1.0",
            "PASCAL VOC 1.1", "Sly Point Cloud Format 1.0", "Kitti Raw Format 1.0", "VGGFace2 1.0", "WiderFace 1.0", "YOLO 1.1",
            "Ultralytics YOLO Detection 1.0", "Ultralytics YOLO Oriented Bounding Boxes 1.0", "Ultralytics YOLO Segmentation 1.0",
            "Ultralytics YOLO Pose 1.0", "Ultralytics YOLO Classification 1.0");
    private static final List<String> EXPORT = List.of("CVAT for video 1.1", "CVAT for images 1.1", "Ultralytics YOLO Detection Track 1.0");
    private static final List<String> IMPORT = List.of("CVAT 1.1");
    private static final Set<String> SPATIAL = Set.of("Datumaro 3D 1.0", "Sly Point Cloud Format 1.0", "Kitti Raw Format 1.0");
    private static final Map<String, String> EXTENSIONS = Map.of("COCO 1.0", "JSON, ZIP", "COCO Keypoints 1.0", "JSON, ZIP",
            "CVAT 1.1", "XML, ZIP", "Datumaro 1.0", "JSON, ZIP", "Datumaro 3D 1.0", "JSON, ZIP", "Kitti Raw Format 1.0", "ZIP, XML");

    private Formats() {
    }

    static boolean exports(String name) {
        return BOTH.contains(name) || EXPORT.contains(name);
    }

    static boolean imports(String name) {
        return BOTH.contains(name) || IMPORT.contains(name);
    }

    static Map<String, Object> view() {
        return Json.object("importers", all(IMPORT, true), "exporters", all(EXPORT, false));
    }

    private static List<Object> all(List<String> more, boolean importers) {
        List<String> names = new ArrayList<>(BOTH);
        names.addAll(more);
        names.sort((a, b) -> a.toLowerCase(Locale.ROOT).compareTo(b.toLowerCase(Locale.ROOT)));
        return names.stream().<Object>map(name -> Json.object("name", name,
                "ext", importers ? EXTENSIONS.getOrDefault(name, "ZIP") : "ZIP", "version", name.substring(name.lastIndexOf(' ') + 1),
                "enabled", true, "dimension", SPATIAL.contains(name) ? "3d" : "2d")).toList();
    }
}
