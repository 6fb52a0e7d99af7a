package io.github.cvatopenapi.embedded.formats;

import com.google.gson.JsonObject;
import java.util.List;

/** Carries annotations from one set of labels to another in which labels and attributes have the same names. */
public final class Relabel {

    private Relabel() {
    }

    /** @throws FormatException if a label that is used is not among the new ones */
    public static JsonObject translate(JsonObject annotations, List<LabelView> from, List<LabelView> to) {
        return NamedAnnotations.toIds(NamedAnnotations.toNames(annotations, from), to);
    }
}
