package io.github.cvatopenapi.embedded;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import io.github.cvatopenapi.spec.Contract;
import io.github.cvatopenapi.spec.Operation;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * http, resources and store stay apart; the engine is what resources are written with, media and formats know neither.
 * Resources have a room for each tag of the document, and below those rooms for what several tags need.
 */
class LayersTest {

    private static final String ROOT = "io.github.cvatopenapi.embedded";
    private static final String RESOURCES = ROOT + ".resources";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(ROOT);

    /** The rooms below those of the tags: each may use those before it. */
    private static final List<String> SHARED = List.of("permissions", "accounts", "storages", "uploads", "views",
            "instance", "settings", "annotations", "taskdata", "transfer");

    /** The doors between the rooms of tags: who uses, and the one class that is used. */
    private static final Set<String> DOORS = Set.of("issues -> " + RESOURCES + ".comments.Comments");

    private static Set<String> tags() {
        return Contract.load().operations().stream().map(Operation::tag).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The room of a class below {@code resources}, empty for none. */
    private static String room(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith(RESOURCES + ".") ? name.substring(RESOURCES.length() + 1) : "";
    }

    /** The dependencies between rooms that {@code wrong} says of the first and the second room, as lines of text. */
    private static Set<String> between(Predicate<List<String>> wrong) {
        Set<String> found = new TreeSet<>();
        CLASSES.forEach(type -> type.getDirectDependenciesFromSelf().forEach(each -> {
            JavaClass target = each.getTargetClass().getBaseComponentType();
            List<String> rooms = List.of(room(type), room(target));
            if (!rooms.contains("") && !rooms.get(0).equals(rooms.get(1)) && wrong.test(rooms)) {
                found.add(rooms.get(0) + " -> " + target.getName());
            }
        }));
        return found;
    }

    @Test
    void dependenciesPointOneWay() {
        layeredArchitecture().consideringOnlyDependenciesInLayers()
                .layer("top").definedBy(ROOT)
                .layer("http").definedBy(ROOT + ".http")
                .layer("resources").definedBy(RESOURCES + "..")
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
    void everyRoomIsThatOfATagOrSharedByTags() {
        Set<String> rooms = CLASSES.stream().map(LayersTest::room).filter(each -> !each.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> expected = tags();
        expected.addAll(SHARED);
        assertThat(rooms).isEqualTo(expected);
    }

    @Test
    void sharedRoomsUseOnlyThoseBelow() {
        assertThat(between(rooms -> SHARED.contains(rooms.get(0))
                && !SHARED.subList(0, SHARED.indexOf(rooms.get(0))).contains(rooms.get(1)))).isEmpty();
    }

    @Test
    void roomsOfTagsUseOnlyTheDoorsOfEachOther() {
        Set<String> tags = tags();
        assertThat(between(tags::containsAll)).isEqualTo(DOORS);
    }

    @Test
    void roomsHaveNoCycles() {
        slices().matching(RESOURCES + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    /** What nobody outside uses is package-private: doors are as narrow as they can be. */
    @Test
    void roomsShowOnlyWhatOthersUse() {
        Set<String> unused = new TreeSet<>();
        CLASSES.stream().filter(each -> !room(each).isEmpty()).forEach(type -> type.getMembers().stream()
                .filter(each -> each.getModifiers().contains(JavaModifier.PUBLIC) && !implied(type, each))
                .filter(each -> each.getAccessesToSelf().stream()
                        .allMatch(access -> room(access.getOriginOwner()).equals(room(type))))
                .forEach(each -> unused.add(each.getFullName())));
        assertThat(unused).isEmpty();
    }

    /** Whether the language wants the member public: of records what their components say, and what is inherited. */
    private static boolean implied(JavaClass type, JavaMember member) {
        boolean inherited = Stream.concat(type.getAllRawInterfaces().stream(), type.getAllRawSuperclasses().stream())
                .flatMap(above -> above.getMethods().stream())
                .anyMatch(each -> each.getName().equals(member.getName()));
        boolean constant = member instanceof JavaField && member.getModifiers().containsAll(
                Set.of(JavaModifier.STATIC, JavaModifier.FINAL)); // its value stands where it is used
        return inherited || constant || !type.getModifiers().contains(JavaModifier.PUBLIC) || type.isRecord()
                && (member instanceof JavaConstructor || type.tryGetField(member.getName()).isPresent());
    }

    @Test
    void onlyWhatMakesThemKnowsAllRooms() {
        ArchRuleDefinition.noClasses().that().resideInAPackage(RESOURCES + ".*..")
                .should().dependOnClassesThat().resideInAPackage(RESOURCES).check(CLASSES);
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
