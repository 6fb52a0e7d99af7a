package io.github.cvatopenapi.client;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The jar's public types and members as text, one a line, in an order of their own: what callers compile against. */
final class ApiListing {

    private static final String MODULE = "module-info.class";
    private static final String PACKAGE = "io.github.cvatopenapi.client.";

    private ApiListing() {
    }

    /** @param classes the folder of the compiled classes */
    static String of(Path classes) throws IOException {
        try (Stream<Path> files = Files.walk(classes)) {
            return module(classes.resolve(MODULE)) + files.map(classes::relativize).map(Path::toString)
                    .filter(file -> file.endsWith(".class") && !file.equals(MODULE)).sorted()
                    .map(file -> file.substring(0, file.length() - ".class".length()).replace('/', '.')
                            .replace('\\', '.'))
                    .map(ApiListing::load).filter(ApiListing::isVisible).map(ApiListing::type)
                    .collect(Collectors.joining("\n"));
        }
    }

    private static String module(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            ModuleDescriptor module = ModuleDescriptor.read(in);
            Stream<String> exports = module.exports().stream().map(Object::toString).sorted();
            Stream<String> requires = module.requires().stream()
                    .filter(each -> !each.modifiers().contains(ModuleDescriptor.Requires.Modifier.MANDATED))
                    .map(each -> each.modifiers() + " " + each.name()).sorted();
            return "module " + module.name() + "\n" + Stream.concat(exports.map(each -> "  exports " + each + "\n"),
                    requires.map(each -> "  requires " + each + "\n")).collect(Collectors.joining()) + "\n";
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, ApiListing.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isVisible(Class<?> type) {
        for (Class<?> each = type; each != null; each = each.getEnclosingClass()) {
            if (!isVisible(each.getModifiers())) {
                return false;
            }
        }
        return !type.isSynthetic() && !type.isAnonymousClass();
    }

    private static boolean isVisible(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }

    private static String type(Class<?> type) {
        int modifiers = type.getModifiers() & ~Modifier.INTERFACE & ~(type.isInterface() ? Modifier.ABSTRACT : 0);
        StringBuilder text = new StringBuilder(Modifier.toString(modifiers)).append(kind(type)).append(type.getName());
        if (type.getGenericSuperclass() != null && type.getGenericSuperclass() != Object.class) {
            text.append(" extends ").append(name(type.getGenericSuperclass()));
        }
        if (type.getGenericInterfaces().length > 0) {
            text.append(" implements ").append(names(type.getGenericInterfaces()));
        }
        List<String> members = Stream.of(type.getDeclaredFields(), type.getDeclaredConstructors(),
                type.getDeclaredMethods())
                .flatMap(Arrays::stream)
                .filter(member -> isVisible(((Member) member).getModifiers()) && !((Member) member).isSynthetic())
                .map(member -> "  " + member((Member) member)).sorted().distinct().toList();
        return text.append('\n').append(members.stream().map(line -> line + "\n").collect(Collectors.joining()))
                .toString();
    }

    private static String kind(Class<?> type) {
        return type.isAnnotation() ? " @interface " : type.isInterface() ? " interface " : type.isEnum() ? " enum "
                : type.isRecord() ? " record " : " class ";
    }

    private static String member(Member member) {
        int modifiers = member.getModifiers() & ~Modifier.SYNCHRONIZED & ~Modifier.NATIVE;
        if (member instanceof Field field) {
            return (Modifier.toString(modifiers) + " " + name(field.getGenericType()) + " " + field.getName()).strip();
        }
        Executable executable = (Executable) member;
        String returned = member instanceof Method method ? name(method.getGenericReturnType()) + " " + method.getName()
                : ((Constructor<?>) member).getDeclaringClass().getSimpleName();
        String thrown = executable.getExceptionTypes().length == 0 ? ""
                : " throws " + names(executable.getGenericExceptionTypes());
        // A variable-arity method has the bit of a transient field.
        return (Modifier.toString(modifiers & Modifier.methodModifiers()) + " " + returned + "("
                + names(executable.getGenericParameterTypes()) + ")" + thrown).strip();
    }

    private static String names(Type[] types) {
        return Arrays.stream(types).map(ApiListing::name).collect(Collectors.joining(", "));
    }

    private static String name(Type type) {
        return type.getTypeName().replace(PACKAGE, "").replaceAll("\\bjava\\.(lang|util|io|time)\\.(?=[A-Z])", "");
    }
}
