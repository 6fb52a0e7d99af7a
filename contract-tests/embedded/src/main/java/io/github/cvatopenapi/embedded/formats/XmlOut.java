package io.github.cvatopenapi.embedded.formats;

import java.io.OutputStream;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes indented XML. Characters that XML cannot hold become U+FFFD. */
final class XmlOut {

    private final XMLStreamWriter writer;
    private int depth;
    private boolean leafWritten = true;

    XmlOut(OutputStream out) throws XMLStreamException {
        writer = XMLOutputFactory.newFactory().createXMLStreamWriter(out, "utf-8");
        writer.writeStartDocument("utf-8", "1.0");
    }

    XmlOut start(String name) {
        return start(name, Map.of());
    }

    XmlOut start(String name, Map<String, String> attributes) {
        run(() -> {
            open(name, attributes);
            depth++;
            leafWritten = false;
        });
        return this;
    }

    XmlOut end() {
        run(() -> {
            depth--;
            if (leafWritten) {
                line();
            }
            writer.writeEndElement();
            leafWritten = true;
        });
        return this;
    }

    XmlOut leaf(String name, String text) {
        return leaf(name, Map.of(), text);
    }

    XmlOut leaf(String name, Map<String, String> attributes, String text) {
        run(() -> {
            open(name, attributes);
            writer.writeCharacters(clean(text));
            writer.writeEndElement();
            leafWritten = true;
        });
        return this;
    }

    void close() {
        run(() -> {
            writer.writeEndDocument();
            writer.flush();
        });
    }

    private void open(String name, Map<String, String> attributes) throws XMLStreamException {
        line();
        writer.writeStartElement(name);
        for (Map.Entry<String, String> each : attributes.entrySet()) {
            writer.writeAttribute(each.getKey(), clean(each.getValue()));
        }
    }

    private void line() throws XMLStreamException {
        writer.writeCharacters("\n" + "  ".repeat(depth));
    }

    private static String clean(String text) {
        if (text == null) {
            return "";
        }
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().map(each -> allowed(each) ? each : 0xFFFD).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static boolean allowed(int character) {
        return character == '\n' || character == '\t' || character == '\r'
                || character >= 0x20 && character < 0xD800 || character >= 0xE000 && character < 0xFFFE
                || character >= 0x10000;
    }

    private interface Step {
        void run() throws XMLStreamException;
    }

    private static void run(Step step) {
        try {
            step.run();
        } catch (XMLStreamException failed) {
            throw new FormatException("The annotations cannot be written as XML", failed);
        }
    }
}
