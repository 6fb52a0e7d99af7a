package io.github.cvatopenapi.contract.harness.http;

import io.github.cvatopenapi.spec.Trees;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which members answers have. The document requires few of them, because it is made from what may be left out of
 * requests; the recorded server left none out but those named here. A test holds this against the recordings.
 */
final class RequiredMembers {

    /** Schemas of which no answer was recorded: nothing is known of them. */
    static final Set<String> NOT_RECORDED = Set.of("Chapter", "ChapterMetadata", "Storage", "SubLabeledTrack");

    private static final Set<String> OF_DATA = Set.of("data", "data_chunk_size", "data_original_chunk_type",
            "data_compressed_chunk_type", "data_cloud_storage_id", "size", "image_quality");
    private static final Set<String> OF_HONEYPOTS = Set.of("honeypot_count", "honeypot_frames", "honeypot_real_frames");

    /** Members that some answers have and others have not, by schema. */
    static final Map<String, Set<String>> SOMETIMES = Map.ofEntries(
            Map.entry("AccessTokenRead", Set.of("value")),
            Map.entry("AnnotationGuideRead", Set.of("created_date", "updated_date")),
            Map.entry("Event", Set.of("obj_name", "obj_id", "obj_val", "count", "project_id", "task_id", "job_id")),
            Map.entry("FunctionCallParams", Set.of("job")),
            Map.entry("JobValidationLayoutRead", OF_HONEYPOTS),
            Map.entry("Label", Set.of("svg", "project_id", "task_id")),
            Map.entry("LabeledShape", Set.of("points")),
            Map.entry("SubLabeledShape", Set.of("points")),
            Map.entry("TrackedShape", Set.of("points")),
            Map.entry("QualityReportSummary", Set.of("tasks", "jobs")),
            Map.entry("RequestDataOperation", Set.of("format", "function_id")),
            Map.entry("TaskRead", OF_DATA),
            Map.entry("TaskValidationLayoutRead", with(OF_HONEYPOTS, "validation_frames", "disabled_frames")),
            Map.entry("WebhookRead", Set.of("last_status", "last_delivery_date")));

    /** Members that an answer has together or not at all. */
    private static final Map<String, Set<String>> TOGETHER = Map.of(
            "AnnotationGuideRead", Set.of("created_date", "updated_date"), "JobValidationLayoutRead", OF_HONEYPOTS,
            "TaskRead", OF_DATA, "TaskValidationLayoutRead", OF_HONEYPOTS, "WebhookRead", Set.of("last_status",
                    "last_delivery_date"));

    private RequiredMembers() {
    }

    /** Requires in the schemas of a document every member that answers always have. */
    static void require(Map<String, Object> document) {
        Map<String, Object> schemas = Trees.object(Trees.at(document, "components", "schemas"));
        schemas.forEach((name, schema) -> {
            Map<String, Object> object = Trees.object(schema);
            Set<String> always = new TreeSet<>(Trees.object(object.get("properties")).keySet());
            always.removeAll(SOMETIMES.getOrDefault(name, Set.of()));
            if (!always.isEmpty() && !NOT_RECORDED.contains(name)) {
                object.put("required", new ArrayList<Object>(always));
            }
        });
        schemas.values().forEach(schema -> separate(Trees.object(schema), schemas));
        TOGETHER.forEach((name, members) -> Trees.object(schemas.get(name)).put("anyOf", List.of(
                Map.of("required", new ArrayList<Object>(members)),
                Map.of("not", Map.of("anyOf", eachRequired(members))))));
    }

    /**
     * Of two alternatives the smaller has no member of the larger, or what lacks one would be taken for the smaller.
     */
    private static void separate(Map<String, Object> schema, Map<String, Object> schemas) {
        List<Object> alternatives = Trees.list(schema.get("anyOf"));
        if (alternatives.size() != 2) {
            return;
        }
        Set<String> large = members(alternatives.get(0), schemas);
        Set<String> small = members(alternatives.get(1), schemas);
        if (!small.isEmpty() && large.size() > small.size() && large.containsAll(small)) {
            List<Object> more = eachRequired(large.stream().filter(name -> !small.contains(name)).toList());
            schema.put("anyOf", List.of(alternatives.get(0),
                    Map.of("allOf", List.of(alternatives.get(1)), "not", Map.of("anyOf", more))));
        }
    }

    private static List<Object> eachRequired(Collection<String> members) {
        return members.stream().map(name -> (Object) Map.of("required", List.of(name))).toList();
    }

    private static Set<String> members(Object reference, Map<String, Object> schemas) {
        String name = String.valueOf(Trees.object(reference).get("$ref")).replaceFirst(".*/", "");
        return Trees.object(Trees.at(schemas, name, "properties")).keySet();
    }

    private static Set<String> with(Set<String> some, String... others) {
        Set<String> all = new TreeSet<>(some);
        all.addAll(List.of(others));
        return all;
    }
}
