package io.github.cvatopenapi.embedded.resources.quality;

import io.github.cvatopenapi.embedded.engine.Json;
import io.github.cvatopenapi.embedded.quality.AnnotatedObject;
import io.github.cvatopenapi.embedded.quality.Conflict;
import io.github.cvatopenapi.embedded.quality.Tally;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Puts tallies into the form that reports have. */
final class QualityFigures {

    private QualityFigures() {
    }

    /** Accuracy, precision and recall, and what they come from. */
    private static Map<String, Object> figures(Tally tally) {
        return Json.object("accuracy", Tally.share(tally.right, tally.total()), "precision",
                Tally.share(tally.right, tally.objects),
                "recall", Tally.share(tally.right, tally.truths), "valid_count", tally.right, "ds_count", tally.objects,
                "gt_count", tally.truths, "total_count", tally.total());
    }

    private static Map<String, Object> conflicts(Tally tally) {
        long errors = tally.errors();
        return Json.object("conflict_count", tally.conflicts.size(), "error_count", errors,
                "warning_count", tally.conflicts.size() - errors, "conflicts_by_type", byType(tally));
    }

    private static Map<String, Integer> byType(Tally tally) {
        Map<String, Integer> counts = new TreeMap<>();
        tally.conflicts.forEach(each -> counts.merge(each.type(), 1, Integer::sum));
        return counts;
    }

    /** @param labels of the confusion matrix; empty for none */
    private static Map<String, Object> annotations(Tally tally, List<String> labels) {
        Map<String, Object> annotations = figures(tally);
        annotations.put("missing_count", tally.missing);
        annotations.put("extra_count", tally.extra);
        annotations.put("confusion_matrix", labels.isEmpty() ? null : matrix(tally, labels));
        return annotations;
    }

    private static Map<String, Object> matrix(Tally tally, List<String> labels) {
        List<String> axis = new ArrayList<>(labels);
        axis.add(Tally.UNMATCHED);
        int[][] rows = axis.stream().map(given -> axis.stream().mapToInt(truth -> tally.confused(given, truth))
                .toArray())
                .toArray(int[][]::new);
        List<Object> accuracy = new ArrayList<>();
        List<Object> precision = new ArrayList<>();
        List<Object> recall = new ArrayList<>();
        List<Object> jaccard = new ArrayList<>();
        int all = 0;
        for (int[] row : rows) {
            for (int count : row) {
                all += count;
            }
        }
        for (int i = 0; i < rows.length; i++) {
            int given = 0;
            int truths = 0;
            for (int j = 0; j < rows.length; j++) {
                given += rows[i][j];
                truths += rows[j][i];
            }
            int common = rows[i][i];
            int either = given + truths - common;
            accuracy.add(Tally.share(all - either + common, all));
            precision.add(Tally.share(common, given));
            recall.add(Tally.share(common, truths));
            jaccard.add(Tally.share(common, either));
        }
        List<Object> lists = new ArrayList<>();
        for (int[] row : rows) {
            lists.add(Arrays.stream(row).boxed().toList());
        }
        return Json.object("labels", axis, "rows", lists, "precision", precision, "recall", recall, "accuracy",
                accuracy,
                "jaccard_index", jaccard, "axes", Map.of("cols", "gt", "rows", "ds"));
    }

    private static Map<String, Object> components(Tally tally) {
        int pairs = tally.pairs();
        return Json.object(
                "shape", Json.object("valid_count", pairs, "missing_count", tally.missing, "extra_count", tally.extra,
                        "total_count", tally.total(), "ds_count", tally.objects, "gt_count", tally.truths,
                        "mean_iou", Tally.share(tally.overlap, pairs), "accuracy", Tally.share(pairs, tally.total())),
                "label", Json.object("valid_count", tally.right, "invalid_count", tally.wrongLabel, "total_count",
                        pairs,
                        "accuracy", Tally.share(tally.right, pairs)));
    }

    /** What a list shows of a report. */
    static Map<String, Object> summary(Tally tally, int frames, int allFrames) {
        Map<String, Object> summary = figures(tally);
        summary.putAll(conflicts(tally));
        double share = Tally.share(frames, allFrames);
        summary.putAll(Json.object("frame_count", frames, "frame_share", share, "total_frames", allFrames,
                "validation_frames", frames, "validation_frame_share", share));
        return summary;
    }

    /**
     * What a download has under {@code comparison_summary}.
     *
     * @param frames that were compared; null where they are not told, as for projects
     * @param count  how many they are
     */
    static Map<String, Object> comparison(Tally tally, List<String> labels, List<Integer> frames, int count,
            int allFrames) {
        Map<String, Object> summary = Json.object("frame_share", Tally.share(count, allFrames),
                "frame_share_percent", 100 * Tally.share(count, allFrames), "frame_count", count, "total_frames",
                        allFrames);
        if (frames != null) {
            summary.put("frames", frames);
        }
        summary.putAll(conflicts(tally));
        summary.put("mean_conflict_count", Tally.share(tally.conflicts.size(), count));
        summary.put("annotations", annotations(tally, labels));
        summary.put("annotation_components", components(tally));
        return summary;
    }

    /** What a download has for a frame; {@code url} leads people to an object. */
    static Map<String, Object> frame(Tally tally, List<String> labels, Function<AnnotatedObject, String> url) {
        Map<String, Object> result = conflicts(tally);
        result.put("conflicts", tally.conflicts.stream().map(each -> conflict(each, url)).toList());
        result.put("annotations", annotations(tally, labels));
        result.put("annotation_components", components(tally));
        return result;
    }

    /** A conflict of a download; without links where {@code url} is null. */
    static Map<String, Object> conflict(Conflict conflict, Function<AnnotatedObject, String> url) {
        List<Map<String, Object>> ids = names(conflict);
        for (int i = 0; url != null && i < ids.size(); i++) {
            ids.get(i).put("url", url.apply(conflict.objects().get(i)));
        }
        return Json.object("frame_id", conflict.frame(), "type", conflict.type(), "annotation_ids", ids, "severity",
                conflict.severity());
    }

    /** What names the annotations that a conflict is about. */
    static List<Map<String, Object>> names(Conflict conflict) {
        List<Map<String, Object>> names = new ArrayList<>();
        conflict.objects().forEach(each -> names.add(new LinkedHashMap<>(Json.object("obj_id", each.id(), "job_id",
                each.job(),
                "type", each.kind(), "shape_type", each.type()))));
        return names;
    }

    /** The confusion matrix as a table, empty where there is none. */
    static String table(Map<String, Object> matrix) {
        if (matrix == null) {
            return "";
        }
        List<?> labels = (List<?>) matrix.get("labels");
        List<?> rows = (List<?>) matrix.get("rows");
        StringBuilder table = new StringBuilder(line("DS (row) \\ GT (col) label", labels, "precision"));
        for (int i = 0; i < rows.size(); i++) {
            table.append(line(labels.get(i), (List<?>) rows.get(i), ((List<?>) matrix.get("precision")).get(i)));
        }
        return table.append(line("recall", (List<?>) matrix.get("recall"), "")).append(line("jaccard index",
                (List<?>) matrix.get("jaccard_index"), "")).toString();
    }

    private static String line(Object first, List<?> middle, Object last) {
        List<String> cells = new ArrayList<>(List.of(cell(first)));
        middle.forEach(each -> cells.add(cell(each)));
        cells.add(cell(last));
        return String.join(",", cells) + "\r\n";
    }

    private static String cell(Object value) {
        String text = String.valueOf(value);
        return text.matches("(?s).*[,\"\\r\\n].*") ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
    }
}
