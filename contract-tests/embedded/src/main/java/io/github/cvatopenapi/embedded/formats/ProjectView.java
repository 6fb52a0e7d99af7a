package io.github.cvatopenapi.embedded.formats;

import java.util.List;
import java.util.Map;

/** A project as formats see it; see {@link TaskView} for the meaning of the parts. */
public record ProjectView(long id, String name, Map<String, String> details, List<LabelView> labels,
        List<TaskView> tasks) {
}
