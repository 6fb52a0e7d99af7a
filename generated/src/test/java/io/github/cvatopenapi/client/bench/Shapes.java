package io.github.cvatopenapi.client.bench;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;

/** A document of many shapes, as a server sends the annotations of a large job. */
final class Shapes {

    private static final String[] TYPES = {"rectangle", "polygon", "points", "polyline"};

    private Shapes() {
    }

    /** The annotations as UTF-8; always the same for the same count. */
    static byte[] document(int count) {
        Random random = new Random(1);
        StringBuilder json = new StringBuilder(count * 300).append("{\"version\":0,\"tags\":[],\"shapes\":[");
        for (int i = 0; i < count; i++) {
            json.append(i == 0 ? "" : ",").append(String.format(Locale.ROOT,
                    "{\"type\":\"%s\",\"occluded\":%b,\"outside\":false,\"z_order\":%d,\"rotation\":0.0,\"points\":[",
                    TYPES[i % TYPES.length], random.nextBoolean(), i % 3));
            int points = i % TYPES.length == 0 ? 4 : 4 + 2 * random.nextInt(4);
            for (int j = 0; j < points; j++) {
                json.append(j == 0 ? "" : ",").append(String.format(Locale.ROOT, "%.2f", random.nextDouble() * 1920));
            }
            json.append(String.format(Locale.ROOT,
                    "],\"id\":%d,\"frame\":%d,\"label_id\":%d,\"group\":%s,\"source\":\"manual\",\"attributes\":"
                            + "[{\"spec_id\":%d,\"value\":\"value %d\"}],\"score\":1.0,\"elements\":[]}",
                    1000 + i, i / 20, 1 + i % 7, i % 5 == 0 ? "null" : "0", 1 + i % 4, i % 11));
        }
        return json.append("],\"tracks\":[]}").toString().getBytes(StandardCharsets.UTF_8);
    }
}
