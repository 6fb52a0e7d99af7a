package io.github.cvatopenapi.embedded.store;

import java.util.ArrayList;
import java.util.List;

/** A label, or a sublabel of a skeleton. */
public final class Label extends Entity {

    /** An attribute of a label. */
    public static final class Attribute {
        public long id;
        public String name;
        public boolean mutable;
        public String inputType;
        public String defaultValue = "";
        public List<String> values = List.of();
    }

    /** A {@link Project}, or a task that has none. */
    public Labeled holder;
    public Label parent;
    public String name;
    public String color;
    public String type = "any";
    /** Drawing of a skeleton, else empty. */
    public String svg = "";
    public final List<Attribute> attributes = new ArrayList<>();
    public final List<Label> sublabels = new ArrayList<>();
}
