package io.github.cvatopenapi.contract.harness.causes;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parameter or member that a check is about, which stands at the beginning of its case. */
final class CaseSubject {

    private static final Pattern NAMED = Pattern.compile("(?:field |shape )?([A-Za-z_][\\w.-]*)(?::.*)?",
            Pattern.DOTALL);

    private CaseSubject() {
    }

    /** The name; empty where the case names none. */
    static String of(Map<String, Object> check) {
        String text = String.valueOf(check.getOrDefault("case", ""));
        Matcher named = NAMED.matcher(text);
        return (text.startsWith("field ") || text.contains(":")) && named.matches() ? named.group(1) : "";
    }
}
