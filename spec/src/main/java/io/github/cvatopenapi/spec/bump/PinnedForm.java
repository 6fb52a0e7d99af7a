package io.github.cvatopenapi.spec.bump;

import io.github.cvatopenapi.spec.Trees;
import java.math.BigDecimal;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;

/**
 * Writes a document in the form in which it is pinned: block YAML, 120 columns, no aliases, ASCII. One form for all, so
 * that a new version shows as the lines that changed and nothing else.
 */
final class PinnedForm {

    private static final int WIDTH = 120;

    private PinnedForm() {
    }

    static String write(Map<String, Object> document) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setWidth(WIDTH);
        options.setAllowUnicode(false);
        options.setLineBreak(DumperOptions.LineBreak.UNIX);
        // A copy has no node twice, so there is nothing to refer to by an alias.
        return new Yaml(new Scalars(options), options).dump(Trees.copy(document));
    }

    /** Text and floating-point numbers as the pinned documents have them. */
    private static final class Scalars extends Representer {

        private static final double PLAIN_FROM = 1e-4;
        private static final double PLAIN_BELOW = 1e16;

        Scalars(DumperOptions options) {
            super(options);
            // Text of several lines is quoted, not put into a literal block.
            representers.put(String.class, data -> representScalar(Tag.STR, (String) data,
                    ((String) data).contains("\n") ? ScalarStyle.SINGLE_QUOTED : ScalarStyle.PLAIN));
            representers.put(Double.class, data -> representScalar(Tag.FLOAT, text((Double) data)));
        }

        private static String text(double number) {
            if (Double.isNaN(number)) {
                return ".nan";
            }
            if (Double.isInfinite(number)) {
                return number > 0 ? ".inf" : "-.inf";
            }
            double size = Math.abs(number);
            if (size == 0 || size >= PLAIN_FROM && size < PLAIN_BELOW) {
                String plain = new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
                return plain.contains(".") ? plain : plain + ".0";
            }
            BigDecimal exact = new BigDecimal(Double.toString(number)).stripTrailingZeros();
            int exponent = exact.precision() - exact.scale() - 1;
            String digits = exact.movePointLeft(exponent).toPlainString();
            return "%s%se%s%02d".formatted(digits, digits.contains(".") ? "" : ".0", exponent < 0 ? "-" : "+",
                    Math.abs(exponent));
        }
    }
}
