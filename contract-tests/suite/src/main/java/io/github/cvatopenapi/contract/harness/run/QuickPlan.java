package io.github.cvatopenapi.contract.harness.run;

import io.github.cvatopenapi.contract.harness.rules.CheckId;
import io.github.cvatopenapi.contract.harness.rules.Family;
import io.github.cvatopenapi.contract.harness.rules.Rule;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The checks of a quick run: every operation in every family, every rule, those of what operations do in every tag, and
 * of the values beyond their limits and of the whole jobs of the client one of each kind. What it leaves out asks the
 * same of another operation or with another value.
 */
final class QuickPlan {

    private static final Set<Rule> BOUNDS = Set.of(Rule.ERROR_BODY_BOUNDS, Rule.ERROR_QUERY_BOUNDS);

    /** What servers do alike for all operations, in one place: a fault in it shows at any of them. */
    private static final Set<Family> ALIKE = Set.of(Family.PAGE, Family.FILTER, Family.ERROR, Family.MEDIA, Family.AUTH,
            Family.ORG, Family.ASYNC, Family.UPLOAD, Family.CLIENT);

    private record Kind(Rule rule, String value) {
    }

    private record Theme(String tag, Rule rule) {
    }

    private record Cell(String operation, Family family) {
    }

    private final List<CheckId> whole;
    private final Set<CheckId> chosen = new LinkedHashSet<>();

    private QuickPlan(Collection<CheckId> whole) {
        this.whole = whole.stream().sorted().toList();
    }

    /** Those of a whole run that a quick one makes; always the same ones of the same. */
    static Set<CheckId> of(Collection<CheckId> whole) {
        QuickPlan plan = new QuickPlan(whole);
        plan.oneOfEach(QuickPlan::bounds, QuickPlan::kind);
        plan.oneOfEach(each -> !bounds(each), QuickPlan::theme);
        plan.oneOfEach(each -> each.rule().family() != Family.CLIENT, QuickPlan::cell);
        return plan.chosen;
    }

    /** Chooses the first of each group that has none yet. */
    private void oneOfEach(Predicate<CheckId> which, Function<CheckId, Object> group) {
        Set<Object> have = new HashSet<>();
        chosen.stream().filter(which).map(group).forEach(have::add);
        whole.stream().filter(which).filter(each -> have.add(group.apply(each))).forEach(chosen::add);
    }

    private static boolean bounds(CheckId check) {
        return BOUNDS.contains(check.rule());
    }

    /** A case of the bounds is named by property or parameter and value. */
    private static Kind kind(CheckId check) {
        return new Kind(check.rule(), check.caseName().replaceFirst("^[^:]*: ", ""));
    }

    private static Theme theme(CheckId check) {
        return new Theme(ALIKE.contains(check.rule().family()) ? "" : check.operation().tag(), check.rule());
    }

    private static Cell cell(CheckId check) {
        return new Cell(check.operation().id(), check.rule().family());
    }
}
