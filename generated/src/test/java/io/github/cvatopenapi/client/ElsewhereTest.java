package io.github.cvatopenapi.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The build runs all tests a second time in a locale and charset that fold and encode otherwise; here it is seen. */
@EnabledIfSystemProperty(named = "tests.elsewhere", matches = "true")
class ElsewhereTest {

    @Test
    void textsAreFoldedAndEncodedOtherwise() {
        assertThat("TITLE".toLowerCase(Locale.getDefault())).isNotEqualTo("title");
        assertThat("\u0131".getBytes(Charset.defaultCharset())).isEqualTo(new byte[] {'?'});
    }
}
