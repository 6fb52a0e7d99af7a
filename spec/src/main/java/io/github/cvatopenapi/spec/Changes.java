package io.github.cvatopenapi.spec;

import java.util.List;

/**
 * What newer servers do otherwise, as far as one version has it: the one place that knows since when. Immutable and
 * safe for threads.
 */
public final class Changes {

    private final List<Change> all;
    private final String version;

    Changes(List<Change> all, String version) {
        this.all = List.copyOf(all);
        this.version = version;
    }

    /** Every change that the ledger names, in its order. */
    public List<Change> all() {
        return all;
    }

    /** The change of that id; an {@link IllegalArgumentException} where there is none. */
    public Change change(String id) {
        return all.stream().filter(each -> each.id().equals(id)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The ledger has no change " + id + "."));
    }

    /** Whether the version has that change; an {@link IllegalArgumentException} where the ledger has no such one. */
    public boolean inForce(String id) {
        return change(id).inForce(version);
    }
}
