package io.github.cvatopenapi.contract.tasks;

import io.github.cvatopenapi.contract.harness.generic.CheckPlan;
import io.github.cvatopenapi.contract.harness.http.Call;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import java.util.function.Supplier;

/** Places that no export can go to and no import come from, each of which is refused. */
public final class WrongPlaces {

    private static final byte[] NO_ARCHIVE = {'x'};

    private WrongPlaces() {
    }

    /**
     * The checks for one operation.
     *
     * @param right a call of it without a place, which would be accepted; nothing that could be done stays of it
     */
    public static void add(CheckPlan plan, String operation, Supplier<Call> right) {
        plan.add(operation, Rule.ERROR_INPUT, "location: bad", "a place of no kind that there is is refused",
                () -> right.get().query("location", "bad").send().readableError());
        plan.add(operation, Rule.ERROR_INPUT, "cloud_storage_id: abc",
                "a cloud storage whose id is no number is refused",
                () -> right.get().query("location", "cloud_storage").query("cloud_storage_id", "abc")
                        .query("filename", "x.zip").send().readableError());
    }

    /** The same for an operation that takes a file, which would be accepted, and then found to be no archive. */
    public static void add(CheckPlan plan, String operation, String part, Supplier<Call> right) {
        add(plan, operation, () -> right.get().file(part, "x.zip", NO_ARCHIVE, "application/zip"));
    }

    /** The checks for one kind of backups, {@code tasks} or {@code projects}. */
    public static void ofBackups(CheckPlan plan, String tag, String part, Supplier<Call> export,
                                 Supplier<Call> restore) {
        String operation = tag + "_create_backup_export";
        add(plan, operation, export);
        add(plan, tag + "_create_backup", part, restore);
        plan.add(operation, Rule.ERROR_INPUT, "missing cloud storage",
                "a backup to a cloud storage that does not exist is refused",
                () -> PlacesChecks.nowhere(export.get()).send().readableError());
        plan.add(operation, Rule.ERROR_INPUT, "lightweight: maybe", "a backup of perhaps the pictures is refused",
                () -> export.get().query("lightweight", "maybe").send().readableError());
    }
}
