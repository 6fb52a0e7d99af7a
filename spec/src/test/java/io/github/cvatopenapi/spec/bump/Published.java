package io.github.cvatopenapi.spec.bump;

import io.github.cvatopenapi.spec.Documents;
import io.github.cvatopenapi.spec.Trees;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** Documents as CVAT publishes them: the pinned ones with prose, in other forms. */
final class Published {

    private Published() {
    }

    /** The pinned document of the version that the project is at. */
    static String pinned() {
        try (var files = Files.list(Path.of("").toAbsolutePath())) {
            Path file = files.filter(each -> each.getFileName().toString().matches("cvat-.*\\.yaml"))
                    .findFirst().orElseThrow();
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** CVAT 2.59.0, in pinned form. */
    static String newer() {
        try (InputStream in = new GZIPInputStream(
                Files.newInputStream(Path.of("rehearsals", "2.59.0", "cvat-2.59.0.yaml.gz")))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The document with prose wherever the specification has a place for it. */
    static Map<String, Object> withProse(String text) {
        Map<String, Object> document = Documents.parse(text, "document");
        Map<String, Object> info = Trees.object(document.get("info"));
        info.put("description", "A long text:\n\n- with \"quotes\"\n- and #marks");
        info.put("termsOfService", "https://example.org/terms");
        info.put("contact", Map.of("name", "Someone", "email", "someone@example.org"));
        info.put("license", Map.of("name", "MIT"));
        document.put("tags", List.of(Map.of("name", "tasks", "description", "About tasks")));
        document.put("externalDocs", Map.of("url", "https://example.org"));
        Trees.object(document.get("paths")).values().forEach(item -> Trees.object(item).values().forEach(operation -> {
            Map<String, Object> node = Trees.object(operation);
            node.put("summary", "Does something");
            node.put("description", "Text: of several\nlines\n");
            Trees.list(node.get("parameters")).forEach(each -> Trees.object(each).put("description", "A parameter"));
            Trees.object(node.get("responses")).replaceAll((status, response) -> prosaic(Trees.object(response)));
            Trees.object(Trees.at(node, "requestBody", "content")).values().forEach(media ->
                    Trees.object(media).put("examples", Map.of("One", Map.of("value", Map.of("title", "x")))));
        }));
        Trees.object(Trees.at(document, "components", "schemas")).values().forEach(Published::describe);
        return document;
    }

    /** The description goes to the end, as published documents often have it. */
    private static Map<String, Object> prosaic(Map<String, Object> response) {
        Map<String, Object> changed = new LinkedHashMap<>(response);
        changed.remove("description");
        changed.put("description", "");
        return changed;
    }

    private static void describe(Object node) {
        Map<String, Object> schema = Trees.object(node);
        if (schema.isEmpty() || schema.containsKey("$ref")) {
            return;
        }
        Trees.object(schema.get("properties")).values().forEach(Published::describe);
        describe(schema.get("items"));
        schema.put("description", "* `a` - A\n* `b` - B");
        schema.put("title", "Title");
        schema.put("example", Map.of("description", "x"));
    }
}
