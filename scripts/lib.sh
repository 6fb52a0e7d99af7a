# Shared by the scripts of this folder: where the project is, what it needs, and building what is missing.
# Source it; it changes to no directory and prints nothing unless something is wrong.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

# Prints the comment block at the head of a script as its help.
usage() {
    awk 'NR > 1 { if (!/^#/) exit; sub(/^# ?/, ""); print }' "$1"
}

die() {
    printf '%s: %s\n' "$(basename "$0")" "$1" >&2
    exit "${2:-2}"
}

need_java() {
    local version
    version=$("$java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p')
    if [ "${version:-0}" -lt 17 ] || ! command -v "${java}c" >/dev/null; then
        die "JDK 17 or newer is needed: apt-get install openjdk-17-jdk-headless (Debian, Ubuntu), dnf install java-17-openjdk-devel (Fedora), brew install openjdk@17 (macOS), then set JAVA_HOME if java is not on the PATH."
    fi
}

need_maven() {
    local version
    version=$(mvn -v 2>/dev/null | sed -n 's/.*Apache Maven \([0-9]*\.[0-9]*\).*/\1/p')
    if [ -z "$version" ] || [ "$(printf '3.8\n%s\n' "$version" | sort -V | head -n 1)" != 3.8 ]; then
        die "Maven 3.8 or newer is needed: apt-get install maven (Debian, Ubuntu), dnf install maven (Fedora), brew install maven (macOS)."
    fi
}

# Maven over this project, quiet but for warnings and errors.
maven() {
    need_java
    need_maven
    mvn -q -B -Dstyle.color=never -f "$root/pom.xml" "$@"
}

version() {
    sed -n '/<artifactId>cvat-openapi</{n;s/.*<version>\(.*\)<.*/\1/p;}' "$root/pom.xml"
}

# jar MODULE NAME: prints the path of the module's runnable jar, built first when it is missing or older than its sources.
# VERSION in the name stands for the project's.
jar() {
    local module=$1 jar
    jar=$root/$module/target/${2/VERSION/$(version)}.jar
    if [ ! -f "$jar" ] || [ -n "$(find "$root" -name target -prune -o -newer "$jar" -type f \( -path '*/src/main/*' -o -path "$root/spec/*.yaml" -o -name pom.xml \) -print -quit)" ]; then
        printf 'building %s\n' "$module" >&2
        maven -pl "$module" -am -DskipTests package >&2 || die "the build failed; the lines above say why."
        touch "$jar"
    fi
    printf '%s\n' "$jar"
}

# archived JAR ARGUMENTS...: prints the option by which Java loads the jar's classes from an archive beside it, which halves
# the time that takes. The archive is made first, by a run with these arguments, when the jar is newer. Nothing where it cannot be.
archived() {
    local jar=$1 archive=${1%.jar}.jsa
    shift
    if [ ! "$archive" -nt "$jar" ]; then
        printf 'preparing %s\n' "$(basename "$jar")" >&2
        rm -f "$archive" "$archive.new"
        # in no environment, or it would be made on whatever instance is named there
        env -i PATH="$PATH" "$java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:ArchiveClassesAtExit="$archive.new" -Xlog:cds=off -Xlog:cds+dynamic=off \
            -Dcvat.project.root="$root" -jar "$jar" "$@" >/dev/null 2>&1 && mv "$archive.new" "$archive" || true
    fi
    [ ! -f "$archive" ] || printf '%s\n' "-XX:SharedArchiveFile=$archive"
}

# spec_java PHASE CLASS ARGUMENTS...: runs a command of the module cvat-spec, built up to PHASE (with options after it) when its
# sources are newer.
spec_java() {
    local phase=$1 class=$2 classpath=$root/spec/target/$2.classpath
    shift 2
    need_java
    need_maven
    if [ ! -f "$classpath" ] || [ -n "$(find "$root/spec" "$root/pom.xml" -name target -prune -o -newer "$classpath" -type f -print -quit)" ]; then
        maven -pl spec -am $phase dependency:build-classpath -Dmdep.outputFile="$classpath" -Dmdep.includeScope=runtime >&2 \
            || die "the project does not build; the lines above say why."
        touch "$classpath"
    fi
    "$java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp "$root/spec/target/classes:$(cat "$classpath")" \
        "io.github.cvatopenapi.spec.bump.$class" "$@"
}
