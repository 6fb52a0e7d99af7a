package io.github.cvatopenapi.contract.harness.upgrade;

import io.github.cvatopenapi.contract.harness.causes.Finding;
import io.github.cvatopenapi.contract.harness.causes.FindingKind;
import io.github.cvatopenapi.contract.harness.causes.FindingReader;
import io.github.cvatopenapi.contract.harness.causes.WrongMember;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Sorts what two servers did in the same checks into what changed and what did not. */
final class CheckComparison {

    /** What is no fault of an answer. */
    private static final Set<FindingKind> FINE = EnumSet.of(FindingKind.CORRECTED, FindingKind.GONE);

    private static final int TOO_MANY_REQUESTS = 429;

    private final FindingReader findings;
    private final List<Finding> changed = new ArrayList<>();
    private final List<Finding> mended = new ArrayList<>();
    private final List<Finding> allowed = new ArrayList<>();
    private final List<Finding> told = new ArrayList<>();

    CheckComparison(FindingReader findings) {
        this.findings = findings;
    }

    /** Takes in a check that both servers were put to; false where throttling kept one of them from answering. */
    boolean compare(ReportedCheck before, ReportedCheck after) {
        List<Finding> old = wrong(before);
        List<Finding> now = wrong(after);
        if (throttled(before, old) || throttled(after, now)) {
            return false;
        }
        told.addAll(old);
        told.addAll(now);
        now.stream().flatMap(each -> otherwise(each, old).stream())
                .forEach(each -> changed.add(each.instead(came(each, old, before))));
        if (now.isEmpty()) {
            old.forEach(each -> mended.add(reversed(each, after)));
        }
        if (now.isEmpty() && old.isEmpty()) {
            differences(before, after);
        }
        return true;
    }

    private List<Finding> wrong(ReportedCheck shown) {
        return findings.of(shown.check()).stream().filter(each -> !FINE.contains(each.kind())).toList();
    }

    private static boolean throttled(ReportedCheck shown, List<Finding> found) {
        return shown.status() == TOO_MANY_REQUESTS
                || found.stream().anyMatch(each -> each.kind() == FindingKind.THROTTLED);
    }

    /** What of a finding was not so before. */
    private static Optional<Finding> otherwise(Finding now, List<Finding> before) {
        List<WrongMember> members = now.members();
        for (Finding old : before) {
            boolean alike = old.kind() == now.kind() && old.operation().equals(now.operation());
            if (alike && now.kind() == FindingKind.SHAPE) {
                members = members.stream().filter(each -> !old.members().contains(each)).toList();
            } else if (unseen(now, old)
                    || alike && (now.kind() != FindingKind.STATUS || old.answered() == now.answered())) {
                return Optional.empty();
            }
        }
        return now.kind() == FindingKind.SHAPE && members.isEmpty() ? Optional.empty() : Optional.of(now.with(members));
    }

    /** Whether a status came from neither: of the one it is told what came, of the other only that it did not. */
    private static boolean unseen(Finding now, Finding old) {
        return now.kind() == FindingKind.UNSEEN || old.kind() == FindingKind.UNSEEN;
    }

    /** What came before in place of what comes now. */
    private static String came(Finding now, List<Finding> before, ReportedCheck shown) {
        if (now.kind() != FindingKind.STATUS) {
            return now.due();
        }
        // 4xx, or any answer below 500: which one it was, the evidence tells
        boolean open = !now.due().matches("\\d{3}") && shown.status() > 0 && shown.status() < 500;
        return before.stream().filter(each -> each.answered() > 0 && (each.kind() == FindingKind.STATUS
                || each.kind() == FindingKind.REMOVED)).map(each -> String.valueOf(each.answered())).findFirst()
                .orElse(open ? String.valueOf(shown.status()) : now.due());
    }

    /** What comes now in place of what was wrong before; that is what was due, or what the evidence tells of it. */
    private static Finding reversed(Finding old, ReportedCheck after) {
        if (old.kind() != FindingKind.STATUS) {
            return old;
        }
        int now = old.due().matches("\\d{3}") ? Integer.parseInt(old.due()) : after.status();
        return now == 0 ? old : Finding.status(after.check(), old.operation(), now, old.seen());
    }

    /** What differs although either is right. */
    private void differences(ReportedCheck before, ReportedCheck after) {
        // the last calls that are kept of a check may be others than those it is about
        if (!findings.about(before.check(), before.target()) || !findings.about(after.check(), after.target())) {
            return;
        }
        if (!after.header("allow").isEmpty()) {
            changed.addAll(findings.removed(after.check(), before.header("allow"), after.header("allow")));
        }
        String operation = String.valueOf(after.check().get("operation"));
        if (before.status() != after.status()) {
            allowed.add(Finding.status(after.check(), operation, after.status(), String.valueOf(before.status())));
        } else if (!before.mediaType().equals(after.mediaType())) {
            allowed.add(Finding.media(after.check(), operation, after.status(), after.mediaType(), before.mediaType()));
        }
    }

    private List<Finding> once(List<Finding> found) {
        return found.stream().filter(each -> told.stream().noneMatch(each::says)).toList();
    }

    /** What is otherwise, but for what only says again what another check says. */
    List<Finding> changed() {
        return once(changed);
    }

    /** What is right now. */
    List<Finding> mended() {
        return once(mended);
    }

    /** What is otherwise, and was right and is. */
    List<Finding> allowed() {
        return List.copyOf(allowed);
    }
}
