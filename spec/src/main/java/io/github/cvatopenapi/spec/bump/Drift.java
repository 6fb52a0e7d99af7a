package io.github.cvatopenapi.spec.bump;

import io.github.cvatopenapi.spec.Contract;
import io.github.cvatopenapi.spec.SpecException;
import java.util.List;

/**
 * How the document that a server serves of itself differs from the pinned one.
 *
 * @param pinned  the version of the pinned document
 * @param served  the version that the server's document states
 * @param changes from the pinned document to the server's, empty where they say the same
 */
public record Drift(String pinned, String served, List<Change> changes) {

    /**
     * Compares a served document with the one pinned in this jar.
     *
     * @param document what GET /api/schema/ answered, YAML or JSON
     * @param name     what messages call it, such as its address
     * @return the differences
     * @throws SpecException where the text is not a whole CVAT document in OpenAPI 3.0, in one sentence
     */
    public static Drift compare(String document, String name) {
        Contract pinned = Contract.pinned();
        Candidate served = Candidate.read(document, name);
        return new Drift(pinned.version(), served.version().text(), Comparer.compare(pinned, served.contract()));
    }
}
