package io.github.cvatopenapi.embedded.resources;

import io.github.cvatopenapi.embedded.resources.annotations.AnnotationEditing;
import io.github.cvatopenapi.embedded.resources.assets.Assets;
import io.github.cvatopenapi.embedded.resources.auth.AccessTokens;
import io.github.cvatopenapi.embedded.resources.auth.Registration;
import io.github.cvatopenapi.embedded.resources.auth.RulesArchive;
import io.github.cvatopenapi.embedded.resources.auth.Sessions;
import io.github.cvatopenapi.embedded.resources.cloudstorages.CloudStorages;
import io.github.cvatopenapi.embedded.resources.comments.Comments;
import io.github.cvatopenapi.embedded.resources.consensus.Consensus;
import io.github.cvatopenapi.embedded.resources.events.Events;
import io.github.cvatopenapi.embedded.resources.guides.Guides;
import io.github.cvatopenapi.embedded.resources.instance.Instance;
import io.github.cvatopenapi.embedded.resources.invitations.Invitations;
import io.github.cvatopenapi.embedded.resources.issues.Issues;
import io.github.cvatopenapi.embedded.resources.jobs.JobAnnotations;
import io.github.cvatopenapi.embedded.resources.jobs.JobFrames;
import io.github.cvatopenapi.embedded.resources.jobs.JobTransfers;
import io.github.cvatopenapi.embedded.resources.jobs.Jobs;
import io.github.cvatopenapi.embedded.resources.labels.Labels;
import io.github.cvatopenapi.embedded.resources.lambda.FunctionRequests;
import io.github.cvatopenapi.embedded.resources.lambda.Functions;
import io.github.cvatopenapi.embedded.resources.memberships.Memberships;
import io.github.cvatopenapi.embedded.resources.organizations.Organizations;
import io.github.cvatopenapi.embedded.resources.projects.ProjectTransfers;
import io.github.cvatopenapi.embedded.resources.projects.Projects;
import io.github.cvatopenapi.embedded.resources.quality.QualityConflicts;
import io.github.cvatopenapi.embedded.resources.quality.QualityReports;
import io.github.cvatopenapi.embedded.resources.quality.QualitySettingsResource;
import io.github.cvatopenapi.embedded.resources.requests.Requests;
import io.github.cvatopenapi.embedded.resources.schema.Schema;
import io.github.cvatopenapi.embedded.resources.server.ServerInfo;
import io.github.cvatopenapi.embedded.resources.taskdata.DataMeta;
import io.github.cvatopenapi.embedded.resources.taskdata.TaskMedia;
import io.github.cvatopenapi.embedded.resources.taskdata.ValidationLayouts;
import io.github.cvatopenapi.embedded.resources.tasks.TaskAnnotations;
import io.github.cvatopenapi.embedded.resources.tasks.TaskFiles;
import io.github.cvatopenapi.embedded.resources.tasks.TaskFrames;
import io.github.cvatopenapi.embedded.resources.tasks.TaskTransfers;
import io.github.cvatopenapi.embedded.resources.tasks.Tasks;
import io.github.cvatopenapi.embedded.resources.transfer.Transfers;
import io.github.cvatopenapi.embedded.resources.users.Users;
import io.github.cvatopenapi.embedded.resources.webhooks.Webhooks;

/** Every resource of an instance. Each registers its operations as it is made. */
public final class Resources {

    private Resources() {
    }

    /** Lets the instance answer every operation of the document. */
    public static void make(Instance instance) {
        new Labels(instance);
        new ServerInfo(instance);
        new Schema(instance);
        new Registration(instance, new Sessions(instance));
        new RulesArchive(instance);
        new AccessTokens(instance);
        new Users(instance);
        new Organizations(instance);
        new Memberships(instance);
        new Invitations(instance);
        TaskMedia media = new TaskMedia(instance);
        DataMeta meta = new DataMeta(instance);
        ValidationLayouts layouts = new ValidationLayouts(instance);
        AnnotationEditing editing = new AnnotationEditing(instance);
        Transfers transfers = Transfers.of(instance);
        new Projects(instance, media);
        new ProjectTransfers(instance, transfers);
        new Tasks(instance);
        new TaskFiles(instance);
        new TaskFrames(instance, media, meta, layouts);
        new TaskAnnotations(instance, editing);
        new TaskTransfers(instance, transfers);
        new Jobs(instance);
        new JobFrames(instance, media, meta, layouts);
        new JobAnnotations(instance, editing);
        new JobTransfers(instance, transfers);
        new Webhooks(instance);
        new CloudStorages(instance);
        new Events(instance);
        new Issues(instance, new Comments(instance));
        new FunctionRequests(instance, new Functions(instance));
        new QualityConflicts(instance, new QualityReports(instance, new QualitySettingsResource(instance)));
        new Consensus(instance);
        new Guides(instance);
        new Assets(instance);
        new Requests(instance);
        NewerMembers.declare(instance.operations.form(), instance.store, instance.changes);
        instance.operations.unanswered();
    }
}
