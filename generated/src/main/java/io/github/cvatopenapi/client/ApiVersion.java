package io.github.cvatopenapi.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The versions of this jar and of the document it was made from, as the build wrote them. */
final class ApiVersion {

    private static final Properties VERSIONS = load();

    private ApiVersion() {
    }

    /** The version of the CVAT document. */
    static String document() {
        return VERSIONS.getProperty("document");
    }

    /** The version of this jar. */
    static String client() {
        return VERSIONS.getProperty("client");
    }

    /** Major and minor of a version; the whole text where it has no two numbers. */
    static String line(String version) {
        String[] parts = version.split("\\.", 3);
        return parts.length < 2 ? version : parts[0] + "." + parts[1];
    }

    private static Properties load() {
        Properties versions = new Properties();
        try (InputStream in = ApiVersion.class.getResourceAsStream("version.properties")) {
            versions.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return versions;
    }
}
