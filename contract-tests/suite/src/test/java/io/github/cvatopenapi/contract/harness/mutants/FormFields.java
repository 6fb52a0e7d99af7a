package io.github.cvatopenapi.contract.harness.mutants;

import io.github.cvatopenapi.embedded.Interceptor.Request;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The fields of a request whose body is a form. */
final class FormFields {

    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)");
    private static final Pattern NAME = Pattern.compile("[; ]name=\"([^\"]*)\"");

    private FormFields() {
    }

    /** The same request without a field and all within it, as {@code files[0]} or {@code params.count}. */
    static Request without(Request request, String name) {
        Matcher boundary = BOUNDARY.matcher(Break.header(request, "content-type"));
        if (!boundary.find()) {
            return request;
        }
        String line = "--" + boundary.group(1);
        List<String> parts = Arrays.asList(new String(request.body(), StandardCharsets.ISO_8859_1)
                .split(Pattern.quote(line), -1));
        String kept = parts.stream().filter(part -> !isOf(part, name)).collect(Collectors.joining(line));
        return new Request(request.method(), request.path(), request.query(), request.headers(),
                kept.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static boolean isOf(String part, String name) {
        Matcher field = NAME.matcher(part.substring(0, Math.max(0, part.indexOf("\r\n\r\n"))));
        return field.find() && (field.group(1).equals(name) || field.group(1).startsWith(name + "[")
                || field.group(1).startsWith(name + "."));
    }
}
