package io.github.cvatopenapi.embedded.resources.taskdata;

import io.github.cvatopenapi.embedded.Client.Part;
import io.github.cvatopenapi.embedded.media.MediaSamples;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The parts of calls that make tasks of media. */
final class MediaTasks {

    private MediaTasks() {
    }

    /** Fields of a form that attaches data. */
    static Map<String, String> fields(Map<String, String> more) {
        Map<String, String> fields = new HashMap<>(more);
        fields.put("image_quality", "70");
        return fields;
    }

    /** The files of these names. */
    static List<Part> parts(String... names) {
        List<Part> parts = new ArrayList<>();
        for (String name : names) {
            parts.add(part(parts.size(), name, MediaSamples.bytes(name)));
        }
        return parts;
    }

    static Part part(int number, String name, byte[] content) {
        return new Part("client_files[" + number + "]", name, content);
    }

    /** Names in a zip file. */
    static List<String> entries(byte[] file) {
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
            return names;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
