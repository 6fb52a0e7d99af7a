package io.github.cvatopenapi.client.model;

import java.util.LinkedHashMap;
import java.util.Map;

/** Lets tests of other packages see the properties of a model by their names in the document. */
public final class ModelView {

    private ModelView() {
    }

    /** The properties of the model, unset ones too; unknown members are not among them. */
    public static Map<String, Object> properties(Model model) {
        Map<String, Object> properties = new LinkedHashMap<>();
        String[] names = model.names();
        Object[] values = model.values();
        for (int i = 0; i < names.length; i++) {
            properties.put(names[i], values[i]);
        }
        return properties;
    }
}
