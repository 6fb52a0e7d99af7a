package io.github.cvatopenapi.embedded.store;

import java.util.Map;
import java.util.TreeMap;

/** How the quality of a task, or of the tasks of a project, is judged. */
public final class QualitySettings extends Entity {
    /** The {@link Project} or {@link Task}. */
    public Labeled target;
    /** By name as in the interface; only those that anyone has set. */
    public final Map<String, Object> values = new TreeMap<>();
}
