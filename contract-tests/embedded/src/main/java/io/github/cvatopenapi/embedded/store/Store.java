package io.github.cvatopenapi.embedded.store;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * Everything an instance holds, under one lock: many read together, a change is alone. A change reads what it needs and
 * writes within one hold, so none is lost. Slow work (images, archives) is done outside the lock and put in at its end.
 */
public final class Store {

    private final ReadWriteLock lock = new ReentrantReadWriteLock(true);

    public final Table<User> users = new Table<>();
    public final Table<AccessToken> tokens = new Table<>();
    public final Table<Organization> organizations = new Table<>();
    public final Table<Membership> memberships = new Table<>();
    public final Table<Invitation> invitations = new Table<>();
    public final Table<Project> projects = new Table<>();
    public final Table<Label> labels = new Table<>();
    public final Table<Task> tasks = new Table<>();
    public final Table<TaskData> data = new Table<>();
    public final Table<Job> jobs = new Table<>();
    public final Annotations.Ids annotationIds = new Annotations.Ids();
    public final Table<Issue> issues = new Table<>();
    public final Table<Comment> comments = new Table<>();
    public final Table<QualitySettings> qualitySettings = new Table<>();
    public final Table<QualityReport> qualityReports = new Table<>();
    public final Table<QualityConflict> qualityConflicts = new Table<>();
    public final Table<ConsensusSettings> consensusSettings = new Table<>();
    public final Table<Guide> guides = new Table<>();
    public final Table<Asset> assets = new Table<>();
    public final Table<CloudStorage> cloudStorages = new Table<>();
    public final Table<Webhook> webhooks = new Table<>();
    public final Table<Delivery> deliveries = new Table<>();

    public final Table.Index<Membership> membershipsOfUser = memberships.index(each -> each.user);
    public final Table.Index<Membership> membershipsOfOrganization = memberships.index(each -> each.organization);
    public final Table.Index<AccessToken> tokenByHash = tokens.index(each -> each.valueHash);
    public final Table.Index<Label> labelsOf = labels.index(each -> each.holder);
    public final Table.Index<Job> jobsOf = jobs.index(each -> each.task);
    public final Table.Index<Invitation> invitationByKey = invitations.index(each -> each.key);

    public final Table.Index<Issue> issuesOf = issues.index(each -> each.job);
    public final Table.Index<Comment> commentsOf = comments.index(each -> each.issue);
    public final Table.Index<QualitySettings> qualitySettingsOf = qualitySettings.index(each -> each.target);
    public final Table.Index<QualityConflict> qualityConflictsOf = qualityConflicts.index(each -> each.report);
    public final Table.Index<ConsensusSettings> consensusSettingsOf = consensusSettings.index(each -> each.task);
    public final Table.Index<Asset> assetsOf = assets.index(each -> each.guide);
    public final Table.Index<Asset> assetByUuid = assets.index(each -> each.uuid);
    public final Table.Index<Delivery> deliveriesOf = deliveries.index(each -> each.webhook);

    /** Session id to user. */
    public final Map<String, User> sessions = new HashMap<>();
    private long lastAttribute;
    private long lastStorage;

    /** Runs with the right to read. */
    public <T> T read(Supplier<T> action) {
        return hold(lock.readLock(), action);
    }

    /** Runs with the right to read and change, alone. */
    public <T> T write(Supplier<T> action) {
        return hold(lock.writeLock(), action);
    }

    private static <T> T hold(Lock lock, Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }

    public long nextAttributeId() {
        return ++lastAttribute;
    }

    public long nextStorageId() {
        return ++lastStorage;
    }

    /** The user of that name, or null; names differ by case. */
    public User userNamed(String username) {
        return users.all().stream().filter(user -> user.username.equals(username)).findFirst().orElse(null);
    }

    /** The guide for a project or task, or null. */
    public Guide guideOf(Labeled target) {
        return guides.all().stream().filter(each -> each.target == target).findFirst().orElse(null);
    }

    /** The id of the guide for a project or task, or null. */
    public Long guideId(Labeled target) {
        Guide guide = guideOf(target);
        return guide == null ? null : (Long) guide.id;
    }

    /** The organization of that slug, or null. */
    public Organization organizationOf(String slug) {
        return organizations.all().stream().filter(each -> each.slug.equals(slug)).findFirst().orElse(null);
    }

    /** The active membership of the user, or null. */
    public Membership membership(Organization organization, User user) {
        return membershipsOfUser.get(user).stream()
                .filter(each -> each.organization == organization && each.active).findFirst().orElse(null);
    }
}
