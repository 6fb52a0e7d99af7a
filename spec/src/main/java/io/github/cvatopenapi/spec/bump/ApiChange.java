package io.github.cvatopenapi.spec.bump;

import japicmp.cmp.JApiCmpArchive;
import japicmp.cmp.JarArchiveComparator;
import japicmp.cmp.JarArchiveComparatorOptions;
import japicmp.model.AccessModifier;
import japicmp.model.JApiBehavior;
import japicmp.model.JApiChangeStatus;
import japicmp.model.JApiClass;
import japicmp.model.JApiCompatibility;
import japicmp.model.JApiField;
import japicmp.model.JApiHasAccessModifier;
import japicmp.model.JApiHasChangeStatus;
import japicmp.model.JApiModifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A difference between two jars, for those who compile against them.
 *
 * @param type   the class or interface, in full
 * @param member its method, constructor or field; empty for the type as a whole
 * @param turn   {@code added}, {@code removed} or {@code changed}
 * @param source whether code that compiled still compiles
 * @param binary whether code that was compiled still links
 */
record ApiChange(String type, String member, String turn, boolean source, boolean binary) {

    /** Whether one of the two no longer holds. */
    boolean breaking() {
        return !source || !binary;
    }

    static List<ApiChange> between(Path old, String oldVersion, Path now, String version) {
        JarArchiveComparatorOptions options = new JarArchiveComparatorOptions();
        // Types of Retrofit and the like are the same on both sides.
        options.getIgnoreMissingClasses().setIgnoreAllMissingClasses(true);
        List<ApiChange> changes = new ArrayList<>();
        for (JApiClass type : new JarArchiveComparator(options).compare(
                new JApiCmpArchive(old.toFile(), oldVersion), new JApiCmpArchive(now.toFile(), version))) {
            if (type.getChangeStatus() == JApiChangeStatus.MODIFIED) {
                changes.addAll(members(type));
            } else if (type.getChangeStatus() != JApiChangeStatus.UNCHANGED) {
                changes.add(of(type, "", type));
            }
        }
        changes.sort(Comparator.comparing(ApiChange::type).thenComparing(ApiChange::member));
        return List.copyOf(changes);
    }

    private static List<ApiChange> members(JApiClass type) {
        List<ApiChange> members = Stream.of(type.getMethods(), type.getConstructors(), type.getFields())
                .flatMap(List::stream)
                .filter(member -> ((JApiHasChangeStatus) member).getChangeStatus() != JApiChangeStatus.UNCHANGED)
                .filter(member -> isApi(((JApiHasAccessModifier) member).getAccessModifier()))
                .map(member -> of(type, member instanceof JApiBehavior behavior ? signature(behavior)
                        : ((JApiField) member).getName(), (JApiCompatibility) member))
                .toList();
        return members.isEmpty() && (!type.isSourceCompatible() || !type.isBinaryCompatible())
                ? List.of(of(type, "", type)) : members;
    }

    private static boolean isApi(JApiModifier<AccessModifier> modifier) {
        return Stream.of(modifier.getOldModifier(), modifier.getNewModifier())
                .anyMatch(each -> each.isPresent() && each.get().getLevel() >= AccessModifier.PROTECTED.getLevel());
    }

    private static <T extends JApiCompatibility> ApiChange of(JApiClass type, String member, T change) {
        String turn = switch (((JApiHasChangeStatus) change).getChangeStatus()) {
            case NEW -> "added";
            case REMOVED -> "removed";
            default -> "changed";
        };
        return new ApiChange(type.getFullyQualifiedName(), member, turn,
                change.isSourceCompatible(), change.isBinaryCompatible());
    }

    private static String signature(JApiBehavior behavior) {
        return behavior.getName() + behavior.getParameters().stream()
                .map(parameter -> parameter.getType().replaceFirst(".*[.$]", ""))
                .collect(Collectors.joining(", ", "(", ")"));
    }
}
