package io.github.cvatopenapi.embedded.formats;

import java.util.List;

/**
 * A label as formats see it.
 *
 * @param type      what may be drawn with it, {@code any} if everything
 * @param svg       drawing of a skeleton, else empty
 * @param sublabels parts of a skeleton, else empty
 */
public record LabelView(long id, String name, String color, String type, String svg,
        List<AttributeView> attributes, List<LabelView> sublabels) {

    /**
     * A property that annotations with the label have.
     *
     * @param mutable   whether it can change within a track
     * @param inputType how it is entered, such as {@code select}
     */
    public record AttributeView(long id, String name, boolean mutable, String inputType, String defaultValue,
            List<String> values) {
    }

    /** The attribute of that name, or null. */
    AttributeView attribute(String named) {
        return attributes.stream().filter(each -> each.name().equals(named)).findFirst().orElse(null);
    }

    /** The attribute of that id, or null. */
    AttributeView attribute(long id) {
        return attributes.stream().filter(each -> each.id() == id).findFirst().orElse(null);
    }
}
