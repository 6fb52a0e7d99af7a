package io.github.cvatopenapi.embedded;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import org.junit.jupiter.api.Test;

/**
 * http, resources and store stay apart; the engine is what resources are written with, media and formats know neither.
 */
class LayersTest {

    private static final String ROOT = "io.github.cvatopenapi.embedded";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(ROOT);

    @Test
    void dependenciesPointOneWay() {
        layeredArchitecture().consideringOnlyDependenciesInLayers()
                .layer("top").definedBy(ROOT)
                .layer("http").definedBy(ROOT + ".http")
                .layer("resources").definedBy(ROOT + ".resources")
                .layer("engine").definedBy(ROOT + ".engine")
                .layer("store").definedBy(ROOT + ".store")
                .layer("files").definedBy(ROOT + ".media", ROOT + ".formats")
                .whereLayer("http").mayOnlyBeAccessedByLayers("top")
                .whereLayer("resources").mayOnlyBeAccessedByLayers("top")
                .whereLayer("engine").mayOnlyBeAccessedByLayers("http", "resources")
                .whereLayer("store").mayOnlyBeAccessedByLayers("top", "http", "resources", "engine")
                .whereLayer("files").mayOnlyBeAccessedByLayers("resources", "store")
                .check(CLASSES);
    }

    @Test
    void onlyTheHttpLayerKnowsTheServer() {
        ArchRule rule = ArchRuleDefinition.noClasses().that().resideOutsideOfPackage(ROOT + ".http")
                .should().dependOnClassesThat()
                .resideInAnyPackage("com.sun.net.httpserver..", "org.apache.commons.fileupload..");
        rule.check(CLASSES);
    }

    @Test
    void neverUsesTheGeneratedClient() {
        ArchRuleDefinition.noClasses()
                .should().dependOnClassesThat()
                .resideInAPackage("io.github.cvatopenapi.client..").check(CLASSES);
    }

    @Test
    void comparingKnowsNothingOfTheRest() {
        ArchRuleDefinition.noClasses().that().resideInAPackage(ROOT + ".quality")
                .should().dependOnClassesThat().resideInAnyPackage(ROOT, ROOT + ".http..", ROOT + ".resources..",
                        ROOT + ".engine..", ROOT + ".store..", ROOT + ".media..", ROOT + ".formats..").check(CLASSES);
    }
}
