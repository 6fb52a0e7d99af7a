package io.github.cvatopenapi.client;

import io.github.cvatopenapi.client.api.AssetsApi;
import io.github.cvatopenapi.client.api.AuthApi;
import io.github.cvatopenapi.client.api.CloudstoragesApi;
import io.github.cvatopenapi.client.api.CommentsApi;
import io.github.cvatopenapi.client.api.ConsensusApi;
import io.github.cvatopenapi.client.api.EventsApi;
import io.github.cvatopenapi.client.api.GuidesApi;
import io.github.cvatopenapi.client.api.InvitationsApi;
import io.github.cvatopenapi.client.api.IssuesApi;
import io.github.cvatopenapi.client.api.JobsApi;
import io.github.cvatopenapi.client.api.LabelsApi;
import io.github.cvatopenapi.client.api.LambdaApi;
import io.github.cvatopenapi.client.api.MembershipsApi;
import io.github.cvatopenapi.client.api.OrganizationsApi;
import io.github.cvatopenapi.client.api.ProjectsApi;
import io.github.cvatopenapi.client.api.QualityApi;
import io.github.cvatopenapi.client.api.RequestsApi;
import io.github.cvatopenapi.client.api.SchemaApi;
import io.github.cvatopenapi.client.api.ServerApi;
import io.github.cvatopenapi.client.api.TasksApi;
import io.github.cvatopenapi.client.api.UsersApi;
import io.github.cvatopenapi.client.api.WebhooksApi;

/** Every generated API of the document by its tag. Their methods make Retrofit calls, to be executed or enqueued. */
public interface CvatApis {

    /**
     * A generated API by its type.
     *
     * @param <T> the API
     * @param type its interface
     * @return the API; the same one each time, safe for use by several threads
     */
    <T> T api(Class<T> type);

    /**
     * Operations on images of annotation guides.
     *
     * @return the API
     */
    default AssetsApi assets() {
        return api(AssetsApi.class);
    }

    /**
     * Operations on login, passwords and personal access tokens.
     *
     * @return the API
     */
    default AuthApi auth() {
        return api(AuthApi.class);
    }

    /**
     * Operations on cloud storages.
     *
     * @return the API
     */
    default CloudstoragesApi cloudstorages() {
        return api(CloudstoragesApi.class);
    }

    /**
     * Operations on comments on issues.
     *
     * @return the API
     */
    default CommentsApi comments() {
        return api(CommentsApi.class);
    }

    /**
     * Operations on consensus merges and their settings.
     *
     * @return the API
     */
    default ConsensusApi consensus() {
        return api(ConsensusApi.class);
    }

    /**
     * Operations on events and their export.
     *
     * @return the API
     */
    default EventsApi events() {
        return api(EventsApi.class);
    }

    /**
     * Operations on annotation guides.
     *
     * @return the API
     */
    default GuidesApi guides() {
        return api(GuidesApi.class);
    }

    /**
     * Operations on invitations to organizations.
     *
     * @return the API
     */
    default InvitationsApi invitations() {
        return api(InvitationsApi.class);
    }

    /**
     * Operations on issues.
     *
     * @return the API
     */
    default IssuesApi issues() {
        return api(IssuesApi.class);
    }

    /**
     * Operations on jobs.
     *
     * @return the API
     */
    default JobsApi jobs() {
        return api(JobsApi.class);
    }

    /**
     * Operations on labels.
     *
     * @return the API
     */
    default LabelsApi labels() {
        return api(LabelsApi.class);
    }

    /**
     * Operations on automatic annotation by functions.
     *
     * @return the API
     */
    default LambdaApi lambda() {
        return api(LambdaApi.class);
    }

    /**
     * Operations on memberships of organizations.
     *
     * @return the API
     */
    default MembershipsApi memberships() {
        return api(MembershipsApi.class);
    }

    /**
     * Operations on organizations.
     *
     * @return the API
     */
    default OrganizationsApi organizations() {
        return api(OrganizationsApi.class);
    }

    /**
     * Operations on projects.
     *
     * @return the API
     */
    default ProjectsApi projects() {
        return api(ProjectsApi.class);
    }

    /**
     * Operations on quality reports, conflicts and settings.
     *
     * @return the API
     */
    default QualityApi quality() {
        return api(QualityApi.class);
    }

    /**
     * Operations on background work.
     *
     * @return the API
     */
    default RequestsApi requests() {
        return api(RequestsApi.class);
    }

    /**
     * Operations on the server's own document.
     *
     * @return the API
     */
    default SchemaApi schema() {
        return api(SchemaApi.class);
    }

    /**
     * Operations on the server itself.
     *
     * @return the API
     */
    default ServerApi server() {
        return api(ServerApi.class);
    }

    /**
     * Operations on tasks.
     *
     * @return the API
     */
    default TasksApi tasks() {
        return api(TasksApi.class);
    }

    /**
     * Operations on users.
     *
     * @return the API
     */
    default UsersApi users() {
        return api(UsersApi.class);
    }

    /**
     * Operations on webhooks and their deliveries.
     *
     * @return the API
     */
    default WebhooksApi webhooks() {
        return api(WebhooksApi.class);
    }
}
