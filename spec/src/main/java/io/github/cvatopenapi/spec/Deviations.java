package io.github.cvatopenapi.spec;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The ledger of known deviations. Immutable and safe for threads. */
public final class Deviations {

    private final List<Deviation> entries;

    private Deviations(List<Deviation> entries) {
        this.entries = List.copyOf(entries);
    }

    /** The ledger packaged with this jar. */
    public static Deviations packaged() {
        return of(LedgerFile.packaged(), Contract.load().version());
    }

    /** Another ledger; a {@link SpecException} where the file holds none. */
    public static Deviations read(Path file) {
        return of(LedgerFile.parse(Documents.read(file), file.getFileName().toString()), Contract.load().version());
    }

    /** A ledger in which nothing is known. */
    public static Deviations none() {
        return new Deviations(List.of());
    }

    /** A change that a contract of that version has as well is what is expected, and no deviation. */
    static Deviations of(LedgerFile ledger, String contract) {
        List<Deviation> entries = new ArrayList<>(ledger.deviations());
        ledger.changes().stream().filter(change -> !change.inForce(contract))
                .forEach(change -> entries.addAll(change.deviations()));
        return new Deviations(entries);
    }

    /** Every entry, in the order of the ledger; of a change one for each place where it shows. */
    public List<Deviation> entries() {
        return entries;
    }

    /** What is known of that version of the server: what was seen there, and what nobody looked for there. */
    public Deviations on(String version) {
        return new Deviations(entries.stream()
                .filter(each -> each.evidence().on(version) != Evidence.Stand.NOT_SEEN).toList());
    }

    /** The first entry about that case of the rule on that operation. */
    public Optional<Deviation> find(String operation, String rule, String caseName) {
        return entries.stream().filter(each -> each.covers(operation, rule, caseName)).findFirst();
    }
}
