package io.github.cvatopenapi.client.model;

import io.github.cvatopenapi.client.Json;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Iterator;
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

    /** The Java types of the properties by the names that go over the wire. */
    public static Map<String, Class<?>> types(Class<? extends Model> model) {
        Map<String, Class<?>> types = new LinkedHashMap<>();
        String[] names = Json.gson().fromJson("{}", model).names();
        Iterator<Field> fields = Arrays.stream(model.getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers())).iterator();
        for (String name : names) {
            types.put(name, fields.next().getType());
        }
        return types;
    }
}
