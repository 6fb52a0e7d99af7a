package io.github.cvatopenapi.spec.bump;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import com.google.gson.ToNumberStrategy;
import io.github.cvatopenapi.spec.Contract;
import io.github.cvatopenapi.spec.Documents;
import io.github.cvatopenapi.spec.SpecException;
import io.github.cvatopenapi.spec.Trees;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;

/**
 * A document that may become the pinned one: read, found to be CVAT's and whole, and reduced.
 *
 * @param version  its API version
 * @param document the reduced document
 * @param text     the reduced document as it would be pinned
 */
record Candidate(Version version, Map<String, Object> document, String text) {

    private static final String PRODUCT = "CVAT";

    /**
     * Reads a published document, YAML or JSON.
     *
     * @param name what messages call it
     * @throws SpecException where it is not a whole CVAT document in OpenAPI 3.0, in one sentence
     */
    static Candidate read(String text, String name) {
        Map<String, Object> published = parse(text, name);
        requireOpenApi(published, name);
        Version version = version(published, name);
        Map<String, Object> reduced = Reducer.reduce(published);
        Trees.object(reduced.get("info")).put("version", version.text());
        DocumentCheck.of(reduced).problem().ifPresent(problem -> {
            throw new SpecException(name + " cannot be used: " + problem + ".");
        });
        return new Candidate(version, reduced, PinnedForm.write(reduced));
    }

    Contract contract() {
        return Contract.of(document);
    }

    private static Map<String, Object> parse(String text, String name) {
        String start = text.stripLeading();
        if (start.isEmpty()) {
            throw new SpecException(name + " is empty.");
        }
        if (start.startsWith("<")) {
            throw new SpecException(name
                    + " is a web page, not an OpenAPI document; a page to sign in comes when credentials are missing.");
        }
        return start.startsWith("{") ? json(text, name) : Documents.parse(text, name);
    }

    private static Map<String, Object> json(String text, String name) {
        // Whole numbers stay whole, however large.
        ToNumberStrategy numbers = in -> {
            String number = in.nextString();
            if (!number.matches("-?\\d+")) {
                return Double.valueOf(number);
            }
            BigInteger whole = new BigInteger(number);
            return whole.bitLength() < Long.SIZE ? (Number) whole.longValueExact() : whole;
        };
        Gson gson = new GsonBuilder().setObjectToNumberStrategy(numbers).create();
        try {
            return Trees.object(gson.fromJson(text, Object.class));
        } catch (JsonParseException e) {
            throw new SpecException(name + " begins as JSON but is not: it is cut off or damaged.", e);
        }
    }

    private static void requireOpenApi(Map<String, Object> document, String name) {
        Object form = document.get("openapi");
        if (form == null) {
            throw new SpecException(name + (document.containsKey("swagger") ? " is Swagger " + document.get("swagger")
                    + "; OpenAPI 3.0 is needed." : " is not an OpenAPI document: it has no openapi field."));
        }
        if (!String.valueOf(form).startsWith("3.0.")) {
            throw new SpecException(name + " is OpenAPI " + form + "; this project reads 3.0.");
        }
        String title = String.valueOf(Trees.at(document, "info", "title"));
        if (!title.startsWith(PRODUCT)) {
            throw new SpecException(name + " describes \"" + title + "\", not CVAT.");
        }
    }

    private static Version version(Map<String, Object> document, String name) {
        // A server adds the version of the API namespace it serves: "2.58.1 (2.0)".
        String stated = String.valueOf(Trees.at(document, "info", "version")).replaceFirst("\\s*\\([^)]*\\)$", "");
        Optional<Version> version = Version.parse(stated);
        return version.orElseThrow(() ->
                new SpecException(name + " states the version \"" + stated + "\"; one such as 2.58.1 is needed."));
    }
}
