package io.github.cvatopenapi.embedded.formats;

import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads annotations.xml of the format "CVAT 1.1" into a tree of the elements that carry annotations. Document types and
 * entities are refused, and depth and number of elements are bounded, so that a hostile file costs nothing.
 */
final class CvatXmlReader {

    private static final int MAX_DEPTH = 16;
    private static final int MAX_ELEMENTS = 1_000_000;

    /** An element below the root with its attributes, its text and what is in it. */
    static final class Element {
        final String name;
        final Map<String, String> attributes = new LinkedHashMap<>();
        final List<Element> children = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();

        Element(String name) {
            this.name = name;
        }

        String attribute(String named) {
            return attributes.get(named);
        }

        String text() {
            return text.toString();
        }
    }

    private CvatXmlReader() {
    }

    /**
     * Reads a document.
     *
     * @return the elements below the root but the heading: images and tracks
     * @throws FormatException if it is not XML or not of this format
     */
    static List<Element> read(InputStream in) {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            return read(factory.createXMLStreamReader(in));
        } catch (XMLStreamException broken) {
            throw new FormatException("xml.etree.ElementTree.ParseError: syntax error: line "
                    + line(broken) + ", column 0", broken);
        }
    }

    private static List<Element> read(XMLStreamReader reader) throws XMLStreamException {
        Element root = new Element("");
        Deque<Element> open = new ArrayDeque<>();
        open.push(root);
        int count = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++count > MAX_ELEMENTS || open.size() > MAX_DEPTH) {
                        throw new FormatException("The XML file is nested too deep or has too many elements");
                    }
                    Element element = new Element(reader.getLocalName());
                    for (int each = 0; each < reader.getAttributeCount(); each++) {
                        element.attributes.put(reader.getAttributeLocalName(each), reader.getAttributeValue(each));
                    }
                    open.element().children.add(element);
                    open.push(element);
                }
                case XMLStreamConstants.END_ELEMENT -> open.pop();
                case XMLStreamConstants.CHARACTERS -> {
                    if (open.element().name.equals("attribute")) {
                        open.element().text.append(reader.getText());
                    }
                }
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new FormatException("The XML file has a document type or entities; they are not read");
                default -> {
                }
            }
        }
        Element document = root.children.get(0);
        if (!document.name.equals("annotations")) {
            throw new FormatException(
                    "The root of the XML file is not 'annotations'; it is not of the format CVAT 1.1");
        }
        return document.children.stream().filter(each -> !each.name.equals("meta")).toList();
    }

    private static int line(XMLStreamException broken) {
        return broken.getLocation() == null ? 1 : Math.max(1, broken.getLocation().getLineNumber());
    }
}
