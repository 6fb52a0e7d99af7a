package io.github.cvatopenapi.spec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTest {

    @Test
    void whatATerminalWouldObeyIsShownByItsNumber() {
        assertThat(Printable.of("a\u001b[2J\u0007b\u009b1mc\r\u0000")).isEqualTo(
                "a\\u001b[2J\\u0007b\\u009b1mc\\u000d\\u0000");
        assertThat(Printable.of("\uDB40\uDC01")).isEqualTo("\\udb40\\udc01");
        assertThat(Printable.of("name\u202egnp.exe\u2028next")).isEqualTo("name\\u202egnp.exe\\u2028next");
    }

    @Test
    void textStaysAsItIs() {
        String text = "Straße 道路 \uD83D\uDEA6\n\tnext";
        assertThat(Printable.of(text)).isEqualTo(text);
    }
}
