package io.github.cvatopenapi.contract.harness.causes;

import io.github.cvatopenapi.contract.harness.http.JsonTrees;
import io.github.cvatopenapi.spec.Trees;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** RealReports of real servers, as the suite of before this one wrote them. */
public final class RealReports {

    /** A server of the contract's version. */
    public static final String OF_2_58_1 = "cvat-2.58.1.json.gz";

    /** A newer one, of which the ledger knew nothing. */
    public static final String OF_2_73_0 = "cvat-2.73.0.json.gz";

    private RealReports() {
    }

    public static Path file(String name) {
        return Path.of("src/test/resources/reports", name);
    }

    public static String text(String name) {
        try (InputStream in = new GZIPInputStream(RealReports.class.getResourceAsStream("/reports/" + name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The checks of a report. */
    public static List<Map<String, Object>> checks(String name) {
        return Trees.list(Trees.object(JsonTrees.read(text(name))).get("checks")).stream().map(Trees::object).toList();
    }
}
