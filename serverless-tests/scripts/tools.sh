# shellcheck shell=bash
# Sourced by ../liap: finds a JDK and a Maven, and fetches a Maven where the installed one is too old.

jdk_release=25
maven_release=3.9.16

is_jdk() { # FOLDER
    [ -x "$1/bin/javac" ] || return 1
    local version
    version=$("$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p')
    [ -n "$version" ] && [ "$version" -ge "$jdk_release" ]
}

find_jdk() {
    local candidate on_path
    on_path=$(command -v javac || true)
    if [ -n "$on_path" ]; then
        # Through the links of update-alternatives, where readlink knows -f
        on_path=$(readlink -f "$on_path" 2>/dev/null || printf '%s' "$on_path")
        on_path=$(dirname "$(dirname "$on_path")")
    fi
    for candidate in "${JAVA_HOME:-}" "$on_path" /usr/lib/jvm/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
        if [ -n "$candidate" ] && is_jdk "$candidate"; then
            JAVA_HOME=$candidate
            export JAVA_HOME
            return
        fi
    done
    fail "No JDK $jdk_release or newer found in JAVA_HOME, PATH or /usr/lib/jvm. Install one (for example Eclipse Temurin $jdk_release) and set JAVA_HOME."
}

# Outside the clone: older Mavens stumble over what .mvn asks of the JVM when they run on an older Java
maven_version() { (cd / && "$1" -v 2>/dev/null) | sed -n 's/^.*Apache Maven \([0-9.]*\).*$/\1/p' | head -n 1; }

new_enough() { # VERSION
    case $1 in
        [012].* | 3.[0-8].* | '') return 1 ;;
        *) return 0 ;;
    esac
}

find_maven() {
    local tools=$state/tools scratch
    if [ -x "$tools/apache-maven-$maven_release/bin/mvn" ]; then
        mvn=$tools/apache-maven-$maven_release/bin/mvn
        return
    fi
    if ! command -v mvn >/dev/null; then
        install_maven
    fi
    mvn=$(command -v mvn)
    if new_enough "$(maven_version "$mvn")"; then
        return
    fi
    say "Maven $(maven_version "$mvn") is too old for this build; unpacking $maven_release into .liap/tools ..."
    mkdir -p "$tools"
    scratch=$(mktemp -d "$tools/unpack.XXXXXX")
    # MAVEN_ARGS is read by Maven 3.9 itself; an older one needs it spelled out
    # shellcheck disable=SC2086
    (cd "$scratch" && "$mvn" -B -q -Dstyle.color=never ${MAVEN_ARGS:-} org.apache.maven.plugins:maven-dependency-plugin:3.9.0:unpack \
        -Dartifact="org.apache.maven:apache-maven:$maven_release:zip:bin" -DoutputDirectory="$scratch/out") \
        >"$scratch/log" 2>&1 || {
        tail -n 20 "$scratch/log" >&2
        fail "Could not fetch Maven $maven_release. Install Maven 3.9 or newer and try again."
    }
    chmod +x "$scratch/out/apache-maven-$maven_release/bin/mvn"
    mv "$scratch/out/apache-maven-$maven_release" "$tools/"
    rm -rf "$scratch"
    mvn=$tools/apache-maven-$maven_release/bin/mvn
}

install_maven() {
    if is_debian_root; then
        say "Installing Maven with apt-get ..."
        { apt-get update -qq && apt-get install -y -qq --no-install-recommends maven; } >/dev/null ||
            fail "apt-get could not install Maven. Install Maven 3.9 or newer and try again."
    else
        fail "Maven is missing. Install Maven 3.9 or newer (Debian: sudo apt-get install maven; macOS: brew install maven)."
    fi
}
