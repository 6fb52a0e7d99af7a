package io.github.cvatopenapi.spec.bump;

import io.github.cvatopenapi.spec.Contract;
import io.github.cvatopenapi.spec.Trees;
import io.github.cvatopenapi.spec.bump.Change.Kind;
import io.github.cvatopenapi.spec.bump.Change.Turn;
import io.github.cvatopenapi.spec.bump.Change.Verdict;
import io.github.cvatopenapi.spec.bump.Findings.Direction;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Compares schemas in the direction in which they are used. A component schema is compared once, under its own name,
 * however many operations use it; that also ends every cycle.
 */
final class SchemaComparer {

    /** A place in both documents: how to name it, what it is, which way it is used, and by which operations. */
    record Place(String name, Kind kind, Direction direction, Collection<String> operations) {
        Place property(String property) {
            return new Place(name + "." + property, Kind.PROPERTY, direction, operations);
        }

        Place within(String suffix) {
            return new Place(name + suffix, kind, direction, operations);
        }

        boolean sent() {
            return direction == Direction.SENT;
        }
    }

    private record Pair(String before, String after, Direction direction) {
    }

    private static final String OPEN_ENUM =
            "this client's enumerations are open: a value it does not know is kept and written back as it came";

    private final Contract before;
    private final Contract after;
    private final Uses usesBefore;
    private final Uses usesAfter;
    private final Findings findings;
    private final Set<Pair> known = new HashSet<>();
    private final Deque<Pair> waiting = new ArrayDeque<>();

    SchemaComparer(Contract before, Contract after, Findings findings) {
        this.before = before;
        this.after = after;
        this.usesBefore = Uses.of(before);
        this.usesAfter = Uses.of(after);
        this.findings = findings;
    }

    /** Compares two schemas in place; component schemas they refer to wait for {@link #finish}. */
    void compare(Place place, Map<String, Object> old, Map<String, Object> now) {
        Shape was = Shape.of(before, old);
        Shape is = Shape.of(after, now);
        annotations(place, was, is);
        values(place, was.extra(), is.extra());
        if (was.target() == null || is.target() == null) {
            content(place, was.followed(before), is.followed(after));
        } else {
            later(new Pair(was.target(), is.target(), place.direction()));
        }
    }

    /** Compares the component schemas that came up, and those they lead to. */
    void finish() {
        while (!waiting.isEmpty()) {
            Pair pair = waiting.poll();
            Set<String> operations = new LinkedHashSet<>(usesBefore.of(pair.before(), pair.direction()));
            operations.addAll(usesAfter.of(pair.after(), pair.direction()));
            String name = pair.before().equals(pair.after()) ? pair.before() : pair.before() + " -> " + pair.after();
            compare(new Place(name, Kind.SCHEMA, pair.direction(), operations), before.schema(pair.before()),
                    after.schema(pair.after()));
        }
    }

    private void later(Pair pair) {
        if (known.add(pair)) {
            waiting.add(pair);
        }
    }

    private void annotations(Place place, Shape was, Shape is) {
        if (was.nullable() != is.nullable()) {
            report(place, is.nullable() ? "may be null" : "may no longer be null", place.sent()
                    ? is.nullable() ? Verdict.safe("null need not be sent") : Verdict.breaking("null is refused now")
                    : is.nullable() ? Verdict.breaking("null may come where a value always came")
                            : Verdict.safe("only what came before still comes"));
        }
        if (was.deprecated() != is.deprecated()) {
            report(place, is.deprecated() ? "deprecated" : "no longer deprecated",
                    Verdict.safe(is.deprecated() ? "it still works, but plan to leave it" : "it stays"));
        }
        if (place.sent() && !same(was.fallback(), is.fallback())) {
            report(place, "default " + text(was.fallback()) + " -> " + text(is.fallback()),
                    was.fallback() == null ? Verdict.safe("a default is stated where none was")
                            : is.fallback() == null ? Verdict.safe("the default is no longer stated")
                            : Verdict.breaking("who leaves it out now gets another value"));
        }
    }

    private void content(Place place, Map<String, Object> was, Map<String, Object> is) {
        if (!Types.compare(was, is, (detail, verdict) -> report(place, detail, verdict), place.direction())) {
            return;
        }
        enumeration(place, was.get("enum"), is.get("enum"));
        Limits.compare(was, is, (detail, verdict) -> report(place, detail, verdict), place.direction());
        properties(place, was, is);
        if (was.containsKey("items") || is.containsKey("items")) {
            compare(place.within("[]"), Trees.object(was.get("items")), Trees.object(is.get("items")));
        }
        additional(place, was.get("additionalProperties"), is.get("additionalProperties"));
        List.of("oneOf", "anyOf").forEach(each -> alternatives(place, each, was.get(each), is.get(each)));
        for (String opaque : List.of("not", "discriminator")) {
            if (!Objects.equals(was.get(opaque), is.get(opaque))) {
                report(place, opaque + " changed", Verdict.breaking("what the schema allows is another set of values"));
            }
        }
    }

    private void enumeration(Place place, Object was, Object is) {
        if (was instanceof List && is instanceof List) {
            values(place, new LinkedHashSet<>(Trees.list(was)), new LinkedHashSet<>(Trees.list(is)));
        } else if (is instanceof List) {
            report(place, "now one of " + text(is), place.sent() ? Verdict.breaking("any other value is refused now")
                    : Verdict.safe("only some of the values that came before still come"));
        } else if (was instanceof List) {
            report(place, "no longer one of " + text(was), place.sent()
                    ? Verdict.safe("every value of before is still taken")
                    : Verdict.safe(OPEN_ENUM));
        }
    }

    private void values(Place place, Set<Object> was, Set<Object> is) {
        is.stream().filter(value -> !was.contains(value)).forEach(value -> finding(Kind.ENUM_VALUE, Turn.ADDED, place,
                text(value), Verdict.safe(place.sent() ? "no one needs to send it" : OPEN_ENUM)));
        was.stream().filter(value -> !is.contains(value)).forEach(value -> finding(Kind.ENUM_VALUE, Turn.REMOVED, place,
                text(value), place.sent() ? Verdict.breaking("who sends it is refused")
                        : Verdict.safe("it no longer comes")));
    }

    private void properties(Place place, Map<String, Object> was, Map<String, Object> is) {
        Map<String, Object> old = Trees.object(was.get("properties"));
        Map<String, Object> now = Trees.object(is.get("properties"));
        Set<String> names = new LinkedHashSet<>(old.keySet());
        names.addAll(now.keySet());
        for (String name : names) {
            boolean wasThere = visible(before, old.get(name), place);
            boolean isThere = visible(after, now.get(name), place);
            boolean wasRequired = Trees.list(was.get("required")).contains(name);
            boolean required = Trees.list(is.get("required")).contains(name);
            Place property = place.property(name);
            if (wasThere && isThere) {
                if (wasRequired != required) {
                    report(property, required ? "optional -> required" : "required -> optional", place.sent()
                            ? required ? Verdict.breaking("requests without it are refused")
                                    : Verdict.safe("it may still be sent")
                            : required ? Verdict.safe("it now always comes")
                                    : Verdict.breaking("it may be missing where it always came"));
                }
                compare(property, Trees.object(old.get(name)), Trees.object(now.get(name)));
            } else if (isThere) {
                finding(Kind.PROPERTY, Turn.ADDED, property, required ? "required" : "optional", place.sent()
                        ? required ? Verdict.breaking("requests without it are refused")
                                : Verdict.safe("it need not be sent")
                        : Verdict.safe("an older client keeps properties it does not know"));
            } else if (wasThere) {
                finding(Kind.PROPERTY, Turn.REMOVED, property, now.containsKey(name) ? hidden(place) : "",
                        Verdict.breaking(place.sent() ? "what it set is ignored or refused" : "it no longer comes"));
            }
        }
    }

    private static boolean visible(Contract contract, Object property, Place place) {
        if (property == null) {
            return false;
        }
        Shape shape = Shape.of(contract, Trees.object(property));
        return !(place.sent() ? shape.readOnly() : shape.writeOnly());
    }

    private static String hidden(Place place) {
        return place.sent() ? "is read-only now" : "is write-only now";
    }

    private void additional(Place place, Object was, Object is) {
        boolean closed = Boolean.FALSE.equals(was);
        boolean closes = Boolean.FALSE.equals(is);
        if (closed != closes) {
            report(place, closes ? "no other properties allowed" : "other properties allowed", place.sent() && closes
                    ? Verdict.breaking("properties the document does not name are refused")
                    : Verdict.safe(place.sent() ? "nothing more need be sent"
                            : "an older client keeps properties it does not know"));
        } else if (!closed) {
            Map<String, Object> old = Trees.object(was);
            Map<String, Object> now = Trees.object(is);
            if (!old.isEmpty() || !now.isEmpty()) {
                compare(place.within("{}"), old, now);
            }
        }
    }

    private void alternatives(Place place, String composition, Object was, Object is) {
        List<Object> gone = new ArrayList<>(Trees.list(was));
        List<Object> come = new ArrayList<>(Trees.list(is));
        Trees.list(was).stream().filter(come::remove).forEach(same -> {
            gone.remove(same);
            Shape shape = Shape.of(before, Trees.object(same));
            if (shape.target() != null) {
                later(new Pair(shape.target(), shape.target(), place.direction()));
            } else {
                compare(place.within("(" + composition + ")"), Trees.object(same), Trees.object(same));
            }
        });
        if (gone.size() == 1 && come.size() == 1) {
            compare(place.within("(" + composition + ")"), Trees.object(gone.get(0)), Trees.object(come.get(0)));
            return;
        }
        come.forEach(each -> report(place, composition + " also takes " + text(each), place.sent()
                ? Verdict.safe("the forms of before are still taken")
                : Verdict.breaking("a form may come that callers do not know")));
        gone.forEach(each -> report(place, composition + " no longer takes " + text(each), place.sent()
                ? Verdict.breaking("who sends this form is refused") : Verdict.safe("it no longer comes")));
    }

    private void report(Place place, String detail, Verdict verdict) {
        finding(place.kind(), Turn.CHANGED, place, detail, verdict);
    }

    private void finding(Kind kind, Turn turn, Place place, String detail, Verdict verdict) {
        findings.add(kind, turn, place.name(), detail, place.direction(), verdict, place.operations());
    }

    static boolean same(Object a, Object b) {
        return a instanceof Number x && b instanceof Number y
                ? new BigDecimal(x.toString()).compareTo(new BigDecimal(y.toString())) == 0
                : Objects.equals(a, b);
    }

    static String text(Object value) {
        return value == null ? "none" : value instanceof String text && text.isEmpty() ? "''"
                : Trees.object(value).get("$ref") instanceof String reference ? Shape.name(reference)
                : String.valueOf(value);
    }
}
