package io.github.cvatopenapi.embedded.resources.auth;

import io.github.cvatopenapi.embedded.engine.Answer;
import io.github.cvatopenapi.embedded.resources.instance.Instance;
import io.github.cvatopenapi.embedded.store.Secrets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/** The archive of permission rules: one file that says that this instance decides in its own code. */
public final class RulesArchive {

    private static final int BLOCK = 512;
    private static final String TEXT = """
            # The embedded instance decides permissions in its own code, so there are no rules to load here. In short:
            #
            # - an administrator may do everything;
            # - owner and assignee of a project, task or job may look at it and change it, the owner may remove it;
            # - a maintainer or owner of an organization may do with everything in it what its owner may;
            # - a supervisor may create projects and tasks in the organization, a worker works on what is assigned;
            # - only members know of an organization, and only the invited and those who invite of an invitation;
            # - a request for asynchronous work belongs to the one who asked for it;
            # - a personal access token that is read-only changes nothing, and no token manages tokens.
            package embedded
            """;

    public RulesArchive(Instance instance) {
        byte[] archive = bytes();
        String tag = '"' + Secrets.digest(new String(archive, StandardCharsets.ISO_8859_1)) + '"';
        instance.operations.open("auth_retrieve_rules",
                call -> Answer.bytes("application/x-tar", archive).with("ETag", tag));
        instance.operations.ignoreCredentials("auth_retrieve_rules");
    }

    /** A tar archive, compressed. */
    private static byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            byte[] content = TEXT.getBytes(StandardCharsets.US_ASCII);
            byte[] header = new byte[BLOCK];
            put(header, 0, "embedded.rego");
            put(header, 100, "0000644");
            put(header, 108, "0000000");
            put(header, 116, "0000000");
            put(header, 124, String.format(Locale.ROOT, "%011o", content.length));
            put(header, 136, "00000000000");
            put(header, 148, "        ");
            header[156] = '0';
            put(header, 257, "ustar\00000");
            int sum = 0;
            for (byte each : header) {
                sum += each & 0xff;
            }
            put(header, 148, String.format(Locale.ROOT, "%06o\0 ", sum));
            out.write(header);
            out.write(content);
            out.write(new byte[BLOCK - content.length % BLOCK + 2 * BLOCK]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void put(byte[] header, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }
}
