package io.github.cvatopenapi.embedded.resources.quality;

import io.github.cvatopenapi.embedded.engine.Answer;
import io.github.cvatopenapi.embedded.engine.Body;
import io.github.cvatopenapi.embedded.engine.Call;
import io.github.cvatopenapi.embedded.engine.Fault;
import io.github.cvatopenapi.embedded.engine.Field;
import io.github.cvatopenapi.embedded.engine.Instants;
import io.github.cvatopenapi.embedded.engine.Json;
import io.github.cvatopenapi.embedded.engine.Listing;
import io.github.cvatopenapi.embedded.quality.Thresholds;
import io.github.cvatopenapi.embedded.resources.instance.Instance;
import io.github.cvatopenapi.embedded.resources.permissions.EntityLookup;
import io.github.cvatopenapi.embedded.resources.permissions.Permissions;
import io.github.cvatopenapi.embedded.resources.views.SharedViews;
import io.github.cvatopenapi.embedded.store.Job;
import io.github.cvatopenapi.embedded.store.Labeled;
import io.github.cvatopenapi.embedded.store.Project;
import io.github.cvatopenapi.embedded.store.QualitySettings;
import io.github.cvatopenapi.embedded.store.Store;
import io.github.cvatopenapi.embedded.store.Task;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Quality settings: there are some for every project and every task, from the start. */
public final class QualitySettingsResource {

    /** What holds while nobody has set anything. */
    private static final Map<String, Object> DEFAULTS = Json.object("job_filter", "", "inherit", true, "target_metric",
            "accuracy",
            "target_metric_threshold", 0.7, "max_validations_per_job", 0L, "iou_threshold", 0.4, "oks_sigma", 0.09,
            "point_size_base", "group_bbox_size", "line_thickness", 0.01, "low_overlap_threshold", 0.8,
                    "compare_line_orientation", true,
            "line_orientation_threshold", 0.1, "compare_groups", true, "group_match_threshold", 0.5,
                    "check_covered_annotations", true,
            "object_visibility_threshold", 0.05, "panoptic_comparison", true, "compare_attributes", true,
                    "empty_is_annotated", false);
    /** Settings that are no parameters of a comparison. */
    private static final List<String> OTHERS = List.of("inherit", "target_metric", "target_metric_threshold",
            "max_validations_per_job");

    private static final Listing<QualitySettings> LIST = new Listing<>(
            Field.number("id", each -> each.id),
            Field.<QualitySettings>number("task_id", each -> of("task", each.target)).ownParameter(),
            Field.<QualitySettings>number("project_id", each -> of("project", each.target)).ownParameter(),
            Field.flag("inherit", each -> value(each, "inherit")),
            Field.date("created_date", each -> each.created),
            Field.date("updated_date", each -> each.updated));
    /** What a job filter may ask of a job. */
    private static final Listing<Job> JOBS = new Listing<>(
            Field.number("id", each -> each.id),
            Field.text("type", each -> each.type),
            Field.text("stage", each -> each.stage),
            Field.text("state", each -> each.state),
            Field.text("assignee", each -> SharedViews.username(each.assignee)),
            Field.number("task_id", each -> each.task.id),
            Field.text("task_name", each -> each.task.name));

    private final Store store;
    private final Permissions permissions;

    public QualitySettingsResource(Instance instance) {
        this.store = instance.store;
        this.permissions = instance.permissions;
        instance.operations.on("quality_list_settings", this::list);
        instance.operations.on("quality_retrieve_settings", call -> Answer.ok(view(seen(call))));
        instance.operations.on("quality_partial_update_settings", this::update);
        store.projects.onAdd(this::add);
        store.tasks.onAdd(this::add);
        instance.hooks.onRemoval(Project.class, (call, gone) -> store.qualitySettings.remove(of(gone)));
        instance.hooks.onRemoval(Task.class, (call, gone) -> store.qualitySettings.remove(of(gone)));
    }

    private void add(Labeled target) {
        QualitySettings settings = new QualitySettings();
        settings.target = target;
        store.qualitySettings.add(settings);
    }

    private QualitySettings of(Labeled target) {
        return store.qualitySettingsOf.get(target).get(0);
    }

    private static Long of(String kind, Labeled target) {
        return target.kind().equals(kind) ? target.identity() : null;
    }

    private static Object value(QualitySettings settings, String name) {
        return settings.values.getOrDefault(name, DEFAULTS.get(name));
    }

    private Answer list(Call call) {
        Predicate<QualitySettings> wanted = any -> true;
        Long task = EntityLookup.asked(call, "task_id");
        Long project = EntityLookup.asked(call, "project_id");
        String parent = call.query().text("parent_type");
        if (task != null) {
            Labeled target = seen(call, EntityLookup.find(store.tasks, "Task", "task_id", task));
            wanted = wanted.and(each -> each.target == target);
        }
        if (project != null) {
            Labeled target = seen(call, EntityLookup.find(store.projects, "Project", "project_id", project));
            wanted = wanted.and(each -> each.target == target);
        }
        if (parent != null) {
            if (!parent.equals("task") && !parent.equals("project")) {
                throw Fault.list("Unexpected 'parent_type' filter value '" + parent
                        + "'. Valid values are: task, project");
            }
            wanted = wanted.and(each -> each.target.kind().equals(parent));
        }
        return LIST.page(call, store.qualitySettings.all(), wanted.and(permissions.listed(call,
                each -> each.target.organization(),
                each -> permissions.staff(call.user(), each.target))), QualitySettingsResource::view);
    }

    private Labeled seen(Call call, Labeled target) {
        Permissions.require(permissions.sees(call.user(), target));
        return target;
    }

    private QualitySettings seen(Call call) {
        QualitySettings settings = EntityLookup.ofPath(call, store.qualitySettings, "QualitySettings");
        seen(call, settings.target);
        return settings;
    }

    private Answer update(Call call) {
        QualitySettings settings = seen(call);
        Body body = call.body();
        if (body.text("job_filter") != null && !body.text("job_filter").isEmpty()) {
            try {
                JOBS.matching(body.text("job_filter"));
            } catch (Fault fault) {
                throw new Fault(Answer.json(400, Map.of("job_filter", fault.answer().body())));
            }
        }
        settings.values.putAll(body.values());
        settings.updated = Instants.now();
        return Answer.ok(view(settings));
    }

    private static Map<String, Object> view(QualitySettings settings) {
        Map<String, Object> view = Json.object("id", settings.id, "task_id", settings.target instanceof Task task
                ? task.id : null,
                "project_id", settings.target instanceof Project project ? project.id : null);
        DEFAULTS.forEach((name, any) -> view.put(name, value(settings, name)));
        view.put("created_date", settings.created);
        view.put("updated_date", settings.updated);
        return view;
    }

    /** Whether a task is judged by the settings of its project. */
    boolean inherits(Task task) {
        return task.project != null && Boolean.TRUE.equals(value(of(task), "inherit"));
    }

    private QualitySettings effective(Labeled target) {
        return target instanceof Task task && inherits(task) ? of(task.project) : of(target);
    }

    /** The parameters of a comparison, in the form that reports have. */
    Map<String, Object> parameters(Labeled target) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        DEFAULTS.keySet().stream().filter(name -> !OTHERS.contains(name))
                .forEach(name -> parameters.put(name, value(effective(target), name)));
        parameters.put("inherited", target instanceof Task task && inherits(task));
        parameters.put("ignored_attributes", List.of());
        parameters.put("included_annotation_types",
                List.of("bbox", "points", "mask", "polygon", "polyline", "skeleton", "label", "ellipse"));
        return parameters;
    }

    /** The jobs of the task that are to be compared. */
    Predicate<Job> jobs(Task task) {
        String filter = (String) value(effective(task), "job_filter");
        return filter.isEmpty() ? any -> true : JOBS.matching(filter);
    }

    Thresholds thresholds(Task task) {
        QualitySettings settings = effective(task);
        return new Thresholds(number(settings, "iou_threshold"), number(settings, "oks_sigma"),
                "image_size".equals(value(settings, "point_size_base")), number(settings, "line_thickness"),
                number(settings, "low_overlap_threshold"), when(settings, "compare_line_orientation",
                        "line_orientation_threshold"),
                when(settings, "compare_groups", "group_match_threshold"),
                when(settings, "check_covered_annotations", "object_visibility_threshold"),
                flag(settings, "compare_attributes"), flag(settings, "empty_is_annotated"));
    }

    private static Double when(QualitySettings settings, String flag, String threshold) {
        return flag(settings, flag) ? (Double) number(settings, threshold) : null;
    }

    private static boolean flag(QualitySettings settings, String name) {
        return Boolean.TRUE.equals(value(settings, name));
    }

    private static double number(QualitySettings settings, String name) {
        return ((Number) value(settings, name)).doubleValue();
    }
}
