package io.github.cvatopenapi.embedded.http;

import java.io.ByteArrayOutputStream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** gzip of bodies in memory. A deflater is dear to make, so each thread keeps one. */
final class Compression {

    private static final ThreadLocal<Deflater> DEFLATER =
            ThreadLocal.withInitial(() -> new Deflater(Deflater.BEST_SPEED, true));
    private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};

    private Compression() {
    }

    /** The compressed body, or null where that gains nothing. */
    static byte[] gzip(byte[] body) {
        Deflater deflater = DEFLATER.get();
        deflater.reset();
        deflater.setInput(body);
        deflater.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream(body.length / 2 + 64);
        out.writeBytes(HEADER);
        byte[] buffer = new byte[4096];
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        CRC32 crc = new CRC32();
        crc.update(body);
        little(out, (int) crc.getValue());
        little(out, body.length);
        return out.size() < body.length ? out.toByteArray() : null;
    }

    private static void little(ByteArrayOutputStream out, int value) {
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            out.write(value >> shift);
        }
    }
}
