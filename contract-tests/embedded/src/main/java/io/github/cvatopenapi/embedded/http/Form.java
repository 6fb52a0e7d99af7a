package io.github.cvatopenapi.embedded.http;

import io.github.cvatopenapi.embedded.engine.Fault;
import io.github.cvatopenapi.embedded.engine.Upload;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.fileupload.FileItemIterator;
import org.apache.commons.fileupload.FileItemStream;
import org.apache.commons.fileupload.FileUpload;
import org.apache.commons.fileupload.FileUploadException;
import org.apache.commons.fileupload.UploadContext;
import org.apache.commons.fileupload.util.Streams;

/** What a multipart body held: text fields in order, and files in temporary files. */
record Form(List<Map.Entry<String, String>> fields, List<Upload> uploads) {

    private static final int PARTS = 10_000;
    private static final int FIELD_BYTES = 10 * 1024 * 1024;

    /** The content of a body that was already received, for the library that takes it apart. */
    private record Source(RawRequest wire) implements UploadContext {
        @Override
        public String getCharacterEncoding() {
            return "UTF-8";
        }

        @Override
        public String getContentType() {
            return wire.header("content-type");
        }

        @Override
        @Deprecated
        public int getContentLength() {
            return (int) Math.min(Integer.MAX_VALUE, contentLength());
        }

        @Override
        public long contentLength() {
            return wire.content().length();
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return wire.content().bytes() != null ? new ByteArrayInputStream(wire.content().bytes())
                    : Files.newInputStream(wire.content().file());
        }
    }

    /** Takes a body apart; a 400 for one that is malformed or holds too much. */
    static Form read(RawRequest wire, TemporaryFiles scratch) {
        List<Map.Entry<String, String>> fields = new ArrayList<>();
        List<Upload> uploads = new ArrayList<>();
        try {
            FileItemIterator parts = new FileUpload().getItemIterator(new Source(wire));
            while (parts.hasNext()) {
                if (fields.size() + uploads.size() >= PARTS) {
                    throw Fault.detail(400, "The form has more than " + PARTS + " parts.");
                }
                FileItemStream part = parts.next();
                String name = part.getFieldName() == null ? "" : part.getFieldName();
                if (part.isFormField()) {
                    fields.add(Map.entry(name, text(part)));
                } else {
                    uploads.add(upload(part, name, scratch));
                }
            }
        } catch (FileUploadException | IOException e) {
            throw Fault.detail(400, "Multipart form parse error - the body is malformed.");
        }
        return new Form(fields, uploads);
    }

    private static String text(FileItemStream part) throws IOException {
        try (InputStream in = part.openStream()) {
            byte[] bytes = in.readNBytes(FIELD_BYTES + 1);
            if (bytes.length > FIELD_BYTES) {
                throw Fault.detail(400, "A field of the form is too long.");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    private static Upload upload(FileItemStream part, String field, TemporaryFiles scratch) throws IOException {
        Path file = scratch.file();
        long size;
        try (InputStream in = part.openStream(); OutputStream out = Files.newOutputStream(file)) {
            size = Streams.copy(in, out, false);
        }
        return new Upload(field, fileName(part.getName() == null ? "" : part.getName()), part.getContentType(), file,
                size);
    }

    /** The last part of the path, without the ways in which clients send quotes and line breaks. */
    private static String fileName(String sent) {
        String name = sent.replace("\\\"", "\"").replace("\\\\", "\\").replace("%22", "\"").replace("%0A", "\n")
                .replace("%0D", "\r").replace("\0", "");
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }
}
