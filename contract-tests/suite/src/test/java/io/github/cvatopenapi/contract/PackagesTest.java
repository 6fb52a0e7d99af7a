package io.github.cvatopenapi.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cvatopenapi.contract.harness.generic.GenericChecks;
import io.github.cvatopenapi.spec.Contract;
import io.github.cvatopenapi.spec.Operation;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The packages of the suite are the tags of the document, so that whoever looks for a check finds it. */
class PackagesTest {

    private static final Path ROOT = Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().getPath())
            .resolve("io/github/cvatopenapi/contract");

    private static Set<String> tags() {
        return Contract.load().operations().stream().map(Operation::tag).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void packagesMirrorTheTagsOfTheDocument() {
        Set<String> packages = Arrays.stream(Objects.requireNonNull(ROOT.toFile().listFiles(File::isDirectory)))
                .map(File::getName).filter(name -> !name.equals("harness"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(packages).isEqualTo(tags());
    }

    @Test
    void everyTagHasItsGenericChecks() throws ClassNotFoundException {
        for (String tag : tags()) {
            String name = "io.github.cvatopenapi.contract." + tag + "." + tag.substring(0, 1).toUpperCase(Locale.ROOT)
                    + tag.substring(1) + "GenericChecks";
            assertThat(Class.forName(name)).isAssignableTo(GenericChecks.class);
        }
    }
}
