package io.github.cvatopenapi.contract;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rooms of the harness stand on each other one way, the tags on the harness, and no two tags on each other. */
class LayersTest {

    private static final String ROOT = "io.github.cvatopenapi.contract";
    private static final String HARNESS = ROOT + ".harness";

    /** The rooms of the harness: each may use those that stand before it. */
    private static final List<String> ROOMS = List.of("rules", "http", "settings", "cleanup", "verdicts", "accounts",
            "run", "fixtures", "generic", "causes", "report", "upgrade", "cli");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(ROOT);

    @Test
    void theRoomsOfTheHarnessUseOnlyThoseBelowThem() {
        LayeredArchitecture architecture = layeredArchitecture().consideringOnlyDependenciesInLayers();
        for (String room : ROOMS) {
            architecture = architecture.layer(room).definedBy(HARNESS + "." + room);
        }
        architecture = architecture.whereLayer(ROOMS.get(0)).mayNotAccessAnyLayer();
        for (int i = 1; i < ROOMS.size(); i++) {
            architecture = architecture.whereLayer(ROOMS.get(i))
                    .mayOnlyAccessLayers(ROOMS.subList(0, i).toArray(String[]::new));
        }
        architecture.check(CLASSES);
    }

    @Test
    void everyClassOfTheHarnessIsInARoom() {
        ArchRuleDefinition.classes().that().resideInAPackage(HARNESS + "..").should()
                .resideInAnyPackage(ROOMS.stream().map(room -> HARNESS + "." + room).toArray(String[]::new))
                .check(CLASSES);
    }

    @Test
    void theHarnessKnowsNoTag() {
        ArchRuleDefinition.noClasses().that().resideInAPackage(HARNESS + "..").should().dependOnClassesThat()
                .resideInAPackage(ROOT + ".*").check(CLASSES);
    }

    @Test
    void noArrowBetweenTagsRunsBack() {
        SlicesRuleDefinition.slices().matching(ROOT + ".(*)").should().beFreeOfCycles().check(CLASSES);
    }

    /** In a Turkish locale an I in small letters is another letter, in an Arabic one digits are others. */
    @Test
    void nothingDependsOnTheLocale() {
        ArchRuleDefinition.noClasses()
                .should().callMethod(String.class, "format", String.class, Object[].class)
                .orShould().callMethod(String.class, "formatted", Object[].class)
                .orShould().callMethod(String.class, "toLowerCase").orShould().callMethod(String.class, "toUpperCase")
                .check(CLASSES);
    }
}
