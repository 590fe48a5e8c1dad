# shellcheck shell=bash
# Sourced by ../liap: builds what is stale, and starts the Java behind the commands.

artefact() { # MODULE
    case $1 in
        common) printf '%s' "$home/common/target/classes" ;;
        ws-core) printf '%s' "$home/ws-core/target/quarkus-app/quarkus-run.jar" ;;
        lambda-api) printf '%s' "$home/lambda-api/target/function.zip" ;;
        web) printf '%s' "$home/web/target/classes" ;;
        serverless-tests) printf '%s' "$box/classpath.txt" ;;
    esac
}

changed() { # MODULE
    local module=$1 stamp=$state/built/$1 sources=$home/$1/src
    [ -f "$stamp" ] && [ -e "$(artefact "$module")" ] || return 0
    [ "$module" = web ] || sources=$home/$module/src/main
    # Folders count as well: theirs is the time at which a file went away
    [ -n "$(find "$sources" "$home/$module/pom.xml" "$home/pom.xml" -newer "$stamp" -print -quit 2>/dev/null)" ]
}

# Sets `stale`; a service is stale with the module it is built on
find_stale() {
    local module common=
    stale=
    if changed common; then common=yes; fi
    for module in ws-core lambda-api web serverless-tests; do
        if changed "$module" || { [ -n "$common" ] && grep -q '<artifactId>common</artifactId>' "$home/$module/pom.xml"; }; then
            stale=$stale,$module
        fi
    done
    if [ -n "$common" ]; then stale=,common$stale; fi
    stale=${stale#,}
}

build() {
    local log=$state/build.log started module
    mkdir -p "$state/built"
    find_stale
    [ -n "$stale" ] || return 0
    find_maven
    say "Building $(printf '%s' "$stale" | sed 's/,/, /g') (the first time fetches libraries, which takes minutes) ..."
    # From the start of the build: what is edited during it is built again next time
    started=$(mktemp "$state/built/.started.XXXXXX")
    if ! (cd "$home" && "$mvn" -B -ntp package -DskipTests -Dspotless.check.skip=true -pl "$stale" -am) >"$log" 2>&1; then
        grep -m 20 '^\[ERROR\]' "$log" >&2 || tail -n 20 "$log" >&2
        rm -f "$started"
        fail "The build failed. All of its output: .liap/build.log"
    fi
    for module in $(printf '%s' "$stale" | tr ',' ' '); do
        touch -r "$started" "$state/built/$module"
    done
    rm -f "$started"
}

is_built() { [ -f "$box/classpath.txt" ] && [ -d "$box/classes" ]; }

# Hands over; `heap` says how much it may take
run() {
    exec "$JAVA_HOME/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx"${heap:-256m}" \
        --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
        -Dliap.home="$home" -cp "$box/classes:$(cat "$box/classpath.txt")" io.liaptui.box.run.Liap "$@"
}
