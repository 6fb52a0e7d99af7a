package io.github.cvatopenapi.contract.harness.generic;

import io.github.cvatopenapi.spec.Trees;
import java.util.Map;

/**
 * What a list filters and sorts by, where its items show it.
 *
 * @param name    as filters and sort name it
 * @param member  of an item that has the value; of a user it is the name
 * @param differs whether the items of the sample have values that differ
 */
record ListedField(String name, String member, boolean differs) {

    /** The value of an item; null for none. */
    Object of(Map<String, Object> item) {
        Object value = item.get(member);
        return value instanceof Map ? Trees.object(value).get("username") : value;
    }
}
