package io.github.cvatopenapi.contract.harness.report;

import io.github.cvatopenapi.contract.harness.verdicts.CheckResult;
import io.github.cvatopenapi.contract.harness.verdicts.Outcome;
import io.github.cvatopenapi.contract.harness.verdicts.Verdict;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The report as JUnit XML, which CI servers read: a file for each tag. */
final class JunitReport {

    private JunitReport() {
    }

    static void write(Outcome outcome, Path directory) throws IOException {
        Files.createDirectories(directory);
        try (DirectoryStream<Path> old = Files.newDirectoryStream(directory, "TEST-*.xml")) {
            for (Path file : old) {
                Files.delete(file);
            }
        }
        Map<String, List<CheckResult>> byTag = outcome.results().stream().collect(
                Collectors.groupingBy(result -> result.id().operation().tag(), TreeMap::new, Collectors.toList()));
        for (Map.Entry<String, List<CheckResult>> tag : byTag.entrySet()) {
            try (Writer out = Files.newBufferedWriter(directory.resolve("TEST-" + tag.getKey() + ".xml"))) {
                suite(tag.getKey(), tag.getValue(), out);
            } catch (XMLStreamException e) {
                throw new IOException(e);
            }
        }
    }

    private static void suite(String tag, List<CheckResult> results, Writer out) throws XMLStreamException {
        XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out);
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", "cvat." + tag);
        xml.writeAttribute("tests", String.valueOf(results.size()));
        xml.writeAttribute("failures", count(results, Verdict.FAIL) + count(results, Verdict.GONE) + "");
        xml.writeAttribute("errors", String.valueOf(count(results, Verdict.ERROR)));
        xml.writeAttribute("skipped", count(results, Verdict.SKIPPED) + count(results, Verdict.KNOWN) + "");
        xml.writeAttribute("time", seconds(results.stream().mapToLong(CheckResult::millis).sum()));
        for (CheckResult result : results) {
            testCase(tag, result, xml);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.close();
    }

    private static int count(List<CheckResult> results, Verdict verdict) {
        return (int) results.stream().filter(result -> result.verdict() == verdict).count();
    }

    private static void testCase(String tag, CheckResult result, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", "cvat." + tag + "." + result.id().rule().id());
        xml.writeAttribute("name", clean(result.id().displayName()));
        xml.writeAttribute("time", seconds(result.millis()));
        String element = switch (result.verdict()) {
            case FAIL, GONE -> "failure";
            case ERROR -> "error";
            case SKIPPED, KNOWN -> "skipped";
            case PASS, NOT_APPLICABLE -> null;
        };
        if (element != null) {
            xml.writeStartElement(element);
            String deviation = result.deviation().isEmpty()
                    ? "" : result.verdict().words() + " " + result.deviation() + ": ";
            xml.writeAttribute("message", clean(deviation + result.reason()));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.3f", millis / 1000.0);
    }

    /** Without the characters that XML cannot hold. */
    private static String clean(String text) {
        return text.replaceAll("[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "?");
    }
}
