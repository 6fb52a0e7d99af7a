package io.github.cvatopenapi.embedded.engine;

import io.github.cvatopenapi.embedded.engine.SchemaCheck.Checked;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Holds scalars against a schema, and takes texts for numbers and booleans where they read as such. */
final class Scalars {

    private static final Set<String> YES = Set.of("true", "t", "yes", "y", "on", "1");
    private static final Set<String> NO = Set.of("false", "f", "no", "n", "off", "0");
    private static final Pattern EMAIL = Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}"
            + "@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63})+");
    private static final Pattern URL = Pattern.compile(
            "(https?|ftps?)://[^\\s/?#:@]+(:\\d{1,5})?([/?#]\\S*)?", Pattern.CASE_INSENSITIVE);
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant AFTER_LAST = Instant.parse("+10000-01-01T00:00:00Z");
    private static final String DATE = "Datetime has wrong format. Use one of these formats instead: "
            + "YYYY-MM-DDThh:mm[:ss[.uuuuuu]][+HH:MM|-HH:MM|Z].";

    private Scalars() {
    }

    /** What the server calls the type of a JSON value. */
    static String kind(Object value) {
        if (value == null) {
            return "NoneType";
        }
        if (value instanceof Map) {
            return "dict";
        }
        if (value instanceof List) {
            return "list";
        }
        if (value instanceof Boolean) {
            return "bool";
        }
        return value instanceof String ? "str" : value instanceof Double ? "float" : "int";
    }

    static Checked choice(List<Object> choices, Object sent) {
        String text = String.valueOf(sent);
        for (Object choice : choices) {
            if (choice != null && String.valueOf(choice).equals(text)) {
                return new Checked(choice, null);
            }
        }
        return Checked.wrong("\"" + text + "\" is not a valid choice.");
    }

    static Checked text(Map<String, Object> schema, Object sent) {
        String format = String.valueOf(schema.get("format"));
        if (format.equals("date-time")) {
            Instant instant = sent instanceof String text ? instant(text) : null;
            return instant == null ? Checked.wrong(DATE) : new Checked(instant.toString(), null);
        }
        if (!(sent instanceof String) && !(sent instanceof Number)) {
            return Checked.wrong("Not a valid string.");
        }
        String text = sent.toString().strip();
        List<String> wrongs = new ArrayList<>();
        long least = schema.get("minLength") instanceof Number n ? n.longValue() : 0;
        if (text.isEmpty()) {
            return least > 0 ? Checked.wrong("This field may not be blank.") : new Checked(text, null);
        }
        if (text.indexOf('\0') >= 0) {
            wrongs.add("Null characters are not allowed.");
        }
        long length = text.codePointCount(0, text.length());
        if (schema.get("maxLength") instanceof Number most && length > most.longValue()) {
            wrongs.add("Ensure this field has no more than " + most + " characters.");
        }
        if (length < least) {
            wrongs.add("Ensure this field has at least " + least + " characters.");
        }
        if (format.equals("email") && !email(text)) {
            wrongs.add("Enter a valid email address.");
        }
        if (format.equals("uri") && !URL.matcher(text).matches()) {
            wrongs.add("Enter a valid URL.");
        }
        if (schema.get("pattern") instanceof String pattern && !fits(pattern, text)) {
            wrongs.add("Enter a valid value.");
        }
        return wrongs.isEmpty() ? new Checked(text, null) : new Checked(null, wrongs);
    }

    static boolean email(String text) {
        return text.length() <= 254 && EMAIL.matcher(text).matches();
    }

    private static boolean fits(String pattern, String text) {
        try {
            return Pattern.compile(pattern).matcher(text).find();
        } catch (PatternSyntaxException e) {
            return true; // a dialect that Java does not have
        }
    }

    /**
     * A point in time as the server reads it: to the microsecond, without a zone in UTC. Null where the text is none,
     * or one outside of the years 1 to 9999.
     */
    static Instant instant(String text) {
        String iso = text.strip().replace(' ', 'T');
        try {
            return within(OffsetDateTime.parse(iso).toInstant());
        } catch (DateTimeException e) {
            try {
                return within(LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC));
            } catch (DateTimeException none) {
                return null;
            }
        }
    }

    private static Instant within(Instant instant) {
        return instant.isBefore(FIRST) || !instant.isBefore(AFTER_LAST) ? null : instant.truncatedTo(ChronoUnit.MICROS);
    }

    static Checked whole(Map<String, Object> schema, Object sent) {
        Object number = null;
        if (sent instanceof Long || sent instanceof BigInteger) {
            number = sent;
        } else if (sent instanceof Double d && d == Math.rint(d) && Math.abs(d) < 1e15) {
            number = d.longValue();
        } else if (sent instanceof String text && text.strip().matches("[+-]?\\d{1,300}(\\.0*)?")) {
            BigInteger big = new BigInteger(text.strip().replaceFirst("\\.0*$", ""));
            number = big.bitLength() < Long.SIZE ? (Object) big.longValue() : big;
        }
        return number == null ? Checked.wrong("A valid integer is required.") : range(schema, (Number) number);
    }

    static Checked number(Map<String, Object> schema, Object sent) {
        if (sent instanceof Number number) {
            return range(schema, number);
        }
        if (sent instanceof String text) {
            try {
                double value = Double.parseDouble(text.strip());
                if (Double.isFinite(value)) {
                    return range(schema, value);
                }
            } catch (NumberFormatException e) {
                return Checked.wrong("A valid number is required.");
            }
        }
        return Checked.wrong("A valid number is required.");
    }

    private static Checked range(Map<String, Object> schema, Number number) {
        if (schema.get("minimum") instanceof Number least && Json.decimal(number).compareTo(Json.decimal(least)) < 0) {
            return Checked.wrong("Ensure this value is greater than or equal to " + least + ".");
        }
        if (schema.get("maximum") instanceof Number most && Json.decimal(number).compareTo(Json.decimal(most)) > 0) {
            return Checked.wrong("Ensure this value is less than or equal to " + most + ".");
        }
        return new Checked(number, null);
    }

    static Checked flag(Object sent) {
        if (sent instanceof Boolean) {
            return new Checked(sent, null);
        }
        String text = sent instanceof String || sent instanceof Number
                ? sent.toString().strip().toLowerCase(Locale.ROOT) : "";
        if (YES.contains(text) || text.equals("1.0")) {
            return new Checked(true, null);
        }
        return NO.contains(text) ? new Checked(false, null) : Checked.wrong("Must be a valid boolean.");
    }
}
