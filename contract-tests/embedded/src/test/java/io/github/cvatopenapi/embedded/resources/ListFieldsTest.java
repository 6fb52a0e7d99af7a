package io.github.cvatopenapi.embedded.resources;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cvatopenapi.embedded.Client;
import io.github.cvatopenapi.embedded.EmbeddedCvat;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which fields the filter of each list knows: those that CVAT's views name, and no other that its answers have. */
class ListFieldsTest {

    private static EmbeddedCvat cvat;
    private static Client admin;

    @BeforeAll
    static void start() {
        cvat = EmbeddedCvat.start();
        admin = Client.admin(cvat);
    }

    @AfterAll
    static void stop() {
        cvat.close();
    }

    @ParameterizedTest
    @CsvSource({
        "projects, name owner assignee status id updated_date, created_date dimension organization",
        "tasks, project_name name owner status assignee subset mode dimension tracker_link validation_mode id "
                + "project_id updated_date, created_date bug_tracker size",
        "jobs, task_name project_name assignee state stage id task_id project_id updated_date dimension type "
                + "parent_job_id, status created_date start_frame",
        "issues, owner assignee id job_id task_id resolved frame_id, created_date updated_date frame",
        "comments, owner id issue_id frame_id job_id, created_date updated_date message",
        "labels, name parent id type color parent_id, task_id project_id",
        "users, username first_name last_name id is_active, email",
        "organizations, name owner slug id, created_date",
        "memberships, user role id, organization",
        "invitations, owner user_id accepted, created_date key",
        "webhooks, target_url owner type description id project_id updated_date, created_date is_active",
        "cloudstorages, provider_type name resource credentials_type owner description id, updated_date display_name",
        "auth/access_tokens, name id created_date updated_date expiry_date last_used_date read_only, private_key",
        "quality/reports, id job_id task_id project_id created_date gt_last_updated "
        + "target_last_updated, target parent_id",
        "quality/conflicts, id frame type job_id task_id project_id severity, report_id",
        "quality/settings, id task_id project_id inherit created_date updated_date, target_metric",
        "consensus/settings, id task_id, iou_threshold",
    })
    void filtersByTheFieldsOfItsViewOnly(String list, String known, String unknown) {
        List<String> refused = new ArrayList<>();
        for (String field : (known + " " + unknown).split(" ")) {
            String filter = URLEncoder.encode("{\"var\": \"" + field + "\"}", StandardCharsets.UTF_8);
            Client.Reply reply = admin.get("/api/" + list + "?filter=" + filter);
            if (reply.status() == 400) {
                assertThat(reply.array().get(0).getAsString())
                        .isEqualTo("filter: term '" + field + "' is not supported");
                refused.add(field);
            }
        }
        assertThat(refused).containsExactly(unknown.split(" "));
    }

    @Test
    void aParameterThatTheResourceJudgesItselfIsNoSimpleFilter() {
        long task = admin.post("/api/tasks", "{\"name\": \"t\"}").id();

        assertThat(admin.get("/api/quality/settings?task_id=" + task).count()).isEqualTo(1);
        String filter = URLEncoder.encode("{\"==\":[{\"var\":\"task_id\"}," + task + "]}", StandardCharsets.UTF_8);
        assertThat(admin.get("/api/quality/settings?filter=" + filter).count()).isEqualTo(1);
        assertThat(admin.get("/api/quality/settings?task_id=987654").status())
                .as("not an empty list").isBetween(400, 404);
    }
}
