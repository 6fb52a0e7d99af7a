package io.github.cvatopenapi.embedded.store;

import java.util.List;
import java.util.Map;

/** A conflict in the report on a job. */
public final class QualityConflict extends Entity {
    public QualityReport report;
    public int frame;
    public String type;
    public String severity;
    /** What names the annotations: trees in the form of the interface. */
    public List<Map<String, Object>> annotations;
}
