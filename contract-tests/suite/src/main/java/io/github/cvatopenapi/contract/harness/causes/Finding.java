package io.github.cvatopenapi.contract.harness.causes;

import java.util.List;
import java.util.Map;

/**
 * One thing that a check found otherwise than it should be.
 *
 * @param check     the check, as a report has it
 * @param kind      in what
 * @param operation what was called, which need not be what the check is about
 * @param subject   what it is about: a parameter, a schema, a deviation; empty for nothing by name
 * @param answered  the status; 0 where none is told
 * @param seen      what was there: a status, a media type, a value, a sentence
 * @param due       what should be there, or was there before; empty where nothing is told
 * @param members   the members that are wrong, for a body that does not keep its schema
 * @param more      how many further members are wrong that the report does not name
 */
public record Finding(Map<String, Object> check, FindingKind kind, String operation, String subject, int answered,
                      String seen, String due, List<WrongMember> members, int more) {

    static Finding of(Map<String, Object> check, FindingKind kind, String operation, String subject, int answered,
                      String seen, String due) {
        return new Finding(check, kind, operation, subject, answered, seen, due, List.of(), 0);
    }

    /** A status that came where another one was due. */
    public static Finding status(Map<String, Object> check, String operation, int answered, String due) {
        return of(check, FindingKind.STATUS, operation, CaseSubject.of(check), answered, String.valueOf(answered), due);
    }

    /** An operation that is not there any more. */
    public static Finding removed(Map<String, Object> check, String operation, int answered) {
        return of(check, FindingKind.REMOVED, operation, "", answered, "", "");
    }

    /** A media type that came where another one was due. */
    public static Finding media(Map<String, Object> check, String operation, int answered, String seen, String due) {
        return of(check, FindingKind.MEDIA, operation, "", answered, seen, due);
    }

    /** The same, beside what came before it. */
    public Finding instead(String before) {
        return new Finding(check, kind, operation, subject, answered, seen, before, members, more);
    }

    public String rule() {
        return String.valueOf(check.get("rule"));
    }

    /** Whether the server broke, rather than refused. */
    boolean broke() {
        return kind == FindingKind.STATUS && answered >= 500;
    }

    /** Whether it says again, of all calls together, what another check says of one of them. */
    public boolean repeats() {
        return rule().equals("status-declared");
    }

    /** Whether it says of all calls together what {@code other} says of one, whatever was due. */
    public boolean says(Finding other) {
        return repeats() && !other.repeats() && kind == other.kind() && operation.equals(other.operation())
                && answered == other.answered();
    }

    /** The same with only these members. */
    public Finding with(List<WrongMember> some) {
        return new Finding(check, kind, operation, subject, answered, seen, due, List.copyOf(some), more);
    }
}
