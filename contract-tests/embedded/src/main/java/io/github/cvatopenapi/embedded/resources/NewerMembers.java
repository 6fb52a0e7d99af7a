package io.github.cvatopenapi.embedded.resources;

import io.github.cvatopenapi.embedded.engine.AnswerForm;
import io.github.cvatopenapi.embedded.store.Entity;
import io.github.cvatopenapi.embedded.store.Store;
import io.github.cvatopenapi.embedded.store.Table;
import io.github.cvatopenapi.spec.Changes;
import java.util.Map;
import java.util.function.Function;

/**
 * The members that newer documents add to answers, a line each: where the document has the member, this is its value,
 * made from the answer without it. What stands here with no line comes as the document's schema allows.
 */
final class NewerMembers {

    private NewerMembers() {
    }

    static void declare(AnswerForm form, Store store, Changes changes) {
        if (changes.inForce("task-without-data-null")) {
            form.member("TaskRead", "data", task -> null);
        }
        if (changes.inForce("dimension-empty-before-data")) {
            form.instead("TaskRead", "dimension", task -> "".equals(task.get("mode")) ? "" : task.get("dimension"));
        }
        form.member("JobRead", "project_name", job -> projectName(store, job));
        form.member("JobRead", "task_name", job -> name(store.tasks, job.get("task_id"), task -> task.name));
        form.member("JobRead", "replicas_count", job -> job.get("consensus_replicas"));
        form.member("JobRead", "media_type", NewerMembers::mediaType);
        form.member("TaskRead", "project_name", task -> projectName(store, task));
        form.member("TaskRead", "media_type", NewerMembers::mediaType);
        form.member("InvitationRead", "accepted", invitation -> accepted(store, invitation));
        form.member("WebhookDeliveryRead", "attempt", delivery -> 1);
        form.member("WebhookDeliveryRead", "request_duration", delivery -> 1);
    }

    private static <T extends Entity> String name(Table<T> table, Object id, Function<T, String> name) {
        return id instanceof Number number ? name.apply(table.get(number.longValue())) : null;
    }

    private static String projectName(Store store, Map<String, Object> view) {
        return name(store.projects, view.get("project_id"), project -> project.name);
    }

    /** Empty before there are any. */
    private static String mediaType(Map<String, Object> view) {
        return "".equals(view.get("mode")) ? "" : "3d".equals(view.get("dimension")) ? "point_cloud" : "image";
    }

    private static boolean accepted(Store store, Map<String, Object> view) {
        return store.invitationByKey.get(view.get("key")).stream().anyMatch(each -> each.membership.active);
    }
}
