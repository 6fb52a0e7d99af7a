package io.github.cvatopenapi.embedded.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the client wants to read, what is rather made first. */
enum Accept {
    JSON, PAGE, NOTHING_WE_HAVE;

    static final String MEDIA_TYPE = "application/vnd.cvat+json";

    /** The only version of the interface; the server takes any part of it for it. */
    private static final String VERSION = "2.0";
    private static final Pattern WANTED_VERSION = Pattern.compile(
            "(?:application|text|\\*)/[^,]*;\\s*version\\s*=\\s*\"?([^\"\\s;,]*)");

    /** Whether a version of the interface is asked for that there is not. */
    static boolean otherVersion(String header) {
        Matcher wanted = WANTED_VERSION.matcher(header == null ? "" : header);
        return wanted.find() && !VERSION.contains(wanted.group(1));
    }

    /**
     * From the header, null for none. The server looks at entries with parameters first, then at those without, then at
     * wildcards; weights mean nothing to it. Of alike ones it makes JSON rather than a page.
     */
    static Accept of(String header) {
        if (header == null || header.isBlank()) {
            return JSON;
        }
        Accept[] best = {NOTHING_WE_HAVE, NOTHING_WE_HAVE, NOTHING_WE_HAVE, NOTHING_WE_HAVE};
        for (String entry : header.split(",")) {
            String type = entry.split(";")[0].strip();
            int order = type.equals("*/*") ? 3 : type.endsWith("/*") ? 2 : entry.matches(".*;(?!\\s*q\\s*=).*") ? 0 : 1;
            Accept wanted = switch (type) {
                case MEDIA_TYPE, "*/*", "application/*" -> JSON;
                case "text/html", "text/*" -> PAGE;
                default -> NOTHING_WE_HAVE;
            };
            best[order] = wanted.compareTo(best[order]) < 0 ? wanted : best[order];
        }
        return Stream.of(best).filter(each -> each != NOTHING_WE_HAVE).findFirst().orElse(NOTHING_WE_HAVE);
    }
}
