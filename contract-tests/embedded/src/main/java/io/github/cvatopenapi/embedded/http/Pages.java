package io.github.cvatopenapi.embedded.http;

import io.github.cvatopenapi.embedded.engine.Answer;
import java.util.List;
import java.util.Map;

/** HTML pages for people, and for what has no operation. */
final class Pages {

    private Pages() {
    }

    /** The answer to a path that no operation has. */
    static Answer unknownPath() {
        return error(404, "Not Found", "There is nothing here.").without("Allow");
    }

    /** The answer to a request that no web server takes. */
    static Answer badRequest() {
        return new Answer(400, "text/html", page("Bad Request", "The request cannot be read."), Map.of())
                .without("Allow").without("Vary").with("X-Frame-Options", "deny");
    }

    static Answer error(int status, String title, String sentence) {
        return Answer.sentence(status, page(title, sentence)).with("Vary", "Origin, Cookie");
    }

    /**
     * JSON in a page that a browser shows, beside the paths there are to look at.
     *
     * @param paths path templates; those without parameters become links
     */
    static String browsable(String path, String json, List<String> paths) {
        StringBuilder links = new StringBuilder();
        for (String each : paths) {
            links.append("<li>")
                    .append(each.contains("{") ? escaped(each) : "<a href=\"" + each + "\">" + escaped(each) + "</a>")
                    .append("</li>\n");
        }
        return "\n\n\n\n<!DOCTYPE html>\n<html lang=\"en\"><head><title>" + escaped(path) + "</title></head><body><h1>"
                + escaped(path) + "</h1><pre>" + escaped(json) + "</pre><h2>Paths</h2><ul>\n" + links
                + "</ul></body></html>\n";
    }

    private static String page(String title, String sentence) {
        return "<!doctype html>\n<html lang=\"en\"><head><title>" + title + "</title></head><body><h1>" + title
                + "</h1><p>" + sentence + "</p></body></html>\n";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
