package io.github.cvatopenapi.contract.harness.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cvatopenapi.contract.harness.rules.CheckId;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import io.github.cvatopenapi.contract.harness.settings.Settings;
import io.github.cvatopenapi.spec.Contract;
import io.github.cvatopenapi.spec.Documents;
import io.github.cvatopenapi.spec.Operation;
import io.github.cvatopenapi.spec.Trees;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** An operation that came with a newer document is not forgotten: it has checks, or a reason why it has none. */
class EveryOperationTest {

    /** What is checked of every operation alike, without knowing what it is for. */
    private static final Set<Rule> ALIKE = EnumSet.of(Rule.STATUS_DECLARED, Rule.MEDIA_REFUSE, Rule.MEDIA_UNSUPPORTED,
            Rule.SCHEMA_STATUS, Rule.SCHEMA_MEDIA, Rule.SCHEMA_BODY, Rule.SCHEMA_MODEL, Rule.AUTH_ANONYMOUS,
            Rule.AUTH_WRONG, Rule.ERROR_METHOD, Rule.ERROR_MALFORMED, Rule.ERROR_TYPE, Rule.ERROR_BODY_BOUNDS,
            Rule.ERROR_QUERY_BOUNDS, Rule.ERROR_PATH_BOUNDS, Rule.HEADER_SECURITY, Rule.HEADER_ALLOW,
            Rule.HEADER_LOCATION, Rule.DOC_BASE_PATH);

    @Test
    void everyOperationHasChecksOfItsOwnOrAReason() throws IOException {
        List<CheckId> plan;
        try (Run run = Run.open(Settings.embedded())) {
            plan = new Launch(run).plan();
        }
        Set<String> checked = plan.stream().filter(id -> !ALIKE.contains(id.rule())).map(id -> id.operation().id())
                .collect(Collectors.toCollection(TreeSet::new));
        Map<String, Object> reasons = unchecked("reasons");
        Set<String> missing = Contract.load().operations().stream().map(Operation::id)
                .filter(id -> !checked.contains(id) && !reasons.containsKey(id))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(missing).as("operations without a check of their own; write one, or a reason in unchecked.yaml")
                .isEmpty();
        assertThat(reasons.keySet()).as("reasons for operations that have checks").doesNotContainAnyElementsOf(checked);
        assertThat(reasons.values()).allSatisfy(reason -> assertThat(String.valueOf(reason)).isNotBlank());
    }

    /** What is not checked, with the reason: a part of unchecked.yaml. */
    static Map<String, Object> unchecked(String part) throws IOException {
        try (InputStream in = EveryOperationTest.class.getResourceAsStream("unchecked.yaml")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Trees.object(Documents.parse(text, "unchecked.yaml").get(part));
        }
    }
}
