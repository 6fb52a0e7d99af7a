package io.github.cvatopenapi.spec.bump;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cvatopenapi.spec.Contract;
import io.github.cvatopenapi.spec.Documents;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** A document of three operations with one of each form that the pinned documents use. */
final class SampleDocument {

    private SampleDocument() {
    }

    static String text() {
        try (InputStream in = SampleDocument.class.getResourceAsStream("small.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The document with one passage, which must be there once, replaced. */
    static String with(String passage, String replacement) {
        String text = text();
        assertThat(text.split(Pattern.quote(passage), -1)).as("passage, once").hasSize(2);
        return text.replace(passage, replacement);
    }

    static Contract contract(String text) {
        return Contract.of(Documents.parse(text, "small"));
    }
}
