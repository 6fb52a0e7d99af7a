package io.github.cvatopenapi.contract.harness.http;

import com.google.gson.JsonParseException;
import io.github.cvatopenapi.spec.Contract;
import io.github.cvatopenapi.spec.Operation;
import io.github.cvatopenapi.spec.Parameter;
import io.github.cvatopenapi.spec.Trees;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a run has sent of all that the document says can be sent: of each parameter and each keyword of a JSON body, a
 * value that keeps it and one that breaks it. Safe for threads.
 */
public final class SentValues {

    private static final String BODY = "body";
    private static final String JSON = "application/json";

    /**
     * How much of it there was.
     *
     * @param parameters    parameters and JSON bodies of which every keyword was kept and broken
     * @param allParameters of the document
     * @param keywords      keywords that were kept and broken
     * @param allKeywords   of the document
     * @param unused        parameters and bodies of which nothing right was sent, as operation, place and name
     */
    public record Count(int parameters, int allParameters, int keywords, int allKeywords, List<String> unused) {
    }

    /** Whether a keyword was kept, and whether it was broken. */
    private static final class Met {
        private boolean kept;
        private boolean broken;
    }

    private final SchemaKeywords keywords;
    private final Map<String, Map<String, Met>> met = new LinkedHashMap<>();

    public SentValues(Contract contract) {
        keywords = new SchemaKeywords(contract);
        for (Operation operation : contract.operations()) {
            for (Parameter parameter : operation.parameters()) {
                expect(operation, parameter.in(), parameter.name(), parameter.schema());
            }
            operation.requestBody(JSON).ifPresent(body -> expect(operation, BODY, JSON, body.schema()));
        }
    }

    private void expect(Operation operation, String in, String name, Map<String, Object> schema) {
        Map<String, Met> expected = new LinkedHashMap<>();
        keywords.places(schema).forEach(place -> expected.put(place, new Met()));
        // what goes over the wire is text, which no text breaks
        if (!in.equals(BODY) && "string".equals(schema.get("type"))) {
            expected.get("/type").broken = true;
        }
        met.put(key(operation, in, name), expected);
    }

    private static String key(Operation operation, String in, String name) {
        return operation.id() + " " + in + " " + name;
    }

    /** A call was sent. */
    public void sent(Call call) {
        if (call.operation() != null) {
            sent(call.operation(), call.target(), call.headers(), tree(call));
        }
    }

    /** The JSON body, however it was written; null where there is none. */
    private static Object tree(Call call) {
        if (call.sent() != null || call.bodyText() == null
                || !Exchange.mediaType(call.headers().get("Content-Type")).contains("json")) {
            return call.sent();
        }
        try {
            return JsonTrees.read(call.bodyText());
        } catch (JsonParseException e) {
            return null;
        }
    }

    /**
     * A call was sent.
     *
     * @param target  path and query as they went over the wire
     * @param headers by name
     * @param body    the JSON body as a tree, or null where there was none
     */
    synchronized void sent(Operation operation, String target, Map<String, String> headers, Object body) {
        String[] parts = target.split("\\?", 2);
        Map<String, String> query = new LinkedHashMap<>();
        Stream.of(parts.length < 2 ? new String[0] : parts[1].split("&")).map(each -> each.split("=", 2))
                .forEach(pair -> query.put(decoded(pair[0]), pair.length < 2 ? "" : decoded(pair[1])));
        Map<String, String> path = path(operation, parts[0]);
        for (Parameter parameter : operation.parameters()) {
            String value = switch (parameter.in()) {
                case "query" -> query.get(parameter.name());
                case "path" -> path.get(parameter.name());
                default -> headers.get(parameter.name());
            };
            if (value != null) {
                meet(operation, parameter.in(), parameter.name(), parameter.schema(), typed(parameter.schema(), value));
            }
        }
        if (body != null) {
            operation.requestBody(JSON).ifPresent(json -> meet(operation, BODY, JSON, json.schema(), body));
        }
    }

    private void meet(Operation operation, String in, String name, Map<String, Object> schema, Object value) {
        Map<String, Met> expected = met.get(key(operation, in, name));
        keywords.meet(schema, value, (place, kept) -> {
            Met one = expected.get(place);
            if (one != null) {
                one.kept |= kept;
                one.broken |= !kept;
            }
        });
    }

    private static Map<String, String> path(Operation operation, String path) {
        List<String> names = new ArrayList<>();
        Matcher template = Pattern.compile("\\{(\\w+)}").matcher(operation.path());
        StringBuilder pattern = new StringBuilder();
        int end = 0;
        while (template.find()) {
            names.add(template.group(1));
            pattern.append(Pattern.quote(operation.path().substring(end, template.start()))).append("([^/]*)");
            end = template.end();
        }
        pattern.append(Pattern.quote(operation.path().substring(end)));
        Map<String, String> values = new LinkedHashMap<>();
        Matcher matcher = Pattern.compile(pattern.toString()).matcher(path);
        if (matcher.matches()) {
            for (int i = 0; i < names.size(); i++) {
                values.put(names.get(i), decoded(matcher.group(i + 1)));
            }
        }
        return values;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /** The value that a text stands for, or the text where it stands for none of that type. */
    private static Object typed(Map<String, Object> schema, String text) {
        return switch (String.valueOf(schema.get("type"))) {
            case "integer", "number" -> text.matches("-?\\d{1,18}(\\.\\d{1,18})?")
                    ? (Object) new BigDecimal(text) : text;
            case "boolean" -> text.matches("true|false") ? (Object) Boolean.valueOf(text) : text;
            case "array" -> List.of(text.split(","));
            case "object" -> Trees.object(Map.of());
            default -> text;
        };
    }

    /** How much there was so far. */
    public synchronized Count count() {
        int parameters = 0;
        int whole = 0;
        int all = 0;
        List<String> unused = new ArrayList<>();
        for (Map.Entry<String, Map<String, Met>> each : met.entrySet()) {
            int here = (int) each.getValue().values().stream().filter(one -> one.kept && one.broken).count();
            whole += here;
            all += each.getValue().size();
            parameters += here == each.getValue().size() ? 1 : 0;
            boolean used = each.getValue().isEmpty() || each.getValue().values().stream().anyMatch(one -> one.kept);
            if (!used) {
                unused.add(each.getKey());
            }
        }
        return new Count(parameters, met.size(), whole, all, List.copyOf(unused));
    }
}
