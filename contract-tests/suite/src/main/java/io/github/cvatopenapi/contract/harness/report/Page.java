package io.github.cvatopenapi.contract.harness.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Puts a page together: a template, the style and script that all pages share, and the data inside. */
public final class Page {

    private static final String STYLE = "/*PAGE-STYLE*/\n";
    private static final String SCRIPT = "/*PAGE-SCRIPT*/\n";
    private static final String DATA = "\"REPORT-DATA\"";

    private Page() {
    }

    /**
     * A page that needs nothing beside it.
     *
     * @param room     a class in the package where the template lies
     * @param template its name
     * @param json     what the page tells
     */
    public static String of(Class<?> room, String template, String json) {
        // "</" would end the script that holds the data
        return resource(room, template).replace(STYLE, resource(Page.class, "page.css"))
                .replace(SCRIPT, resource(Page.class, "page.js")).replace(DATA, json.strip().replace("</", "<\\/"));
    }

    private static String resource(Class<?> room, String name) {
        try (InputStream in = Objects.requireNonNull(room.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
