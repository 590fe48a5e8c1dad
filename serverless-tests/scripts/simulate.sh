# shellcheck shell=bash
# Sourced by ../liap: a cluster in one thread.

simulate() {
    local log=$state/simulate.log option=${1:-} value=${2:-}
    case $option in
        --seed | --seeds) [ $# = 2 ] || fail "liap simulate takes --seed N or --seeds N." ;;
        *) fail "liap simulate takes --seed N or --seeds N." ;;
    esac
    printf '%s' "$value" | grep -Eq '^[0-9]+(-[0-9]+)?$' || fail "$option takes a whole number, not \"$value\"."
    if [ "$option" = --seeds ]; then
        case $value in *-*) ;; *) value=1-$value ;; esac
    fi
    find_maven
    mkdir -p "$state"
    say "Compiling the simulation ..."
    (cd "$home" && "$mvn" -B -ntp test-compile dependency:build-classpath -Dspotless.check.skip=true -pl ws-core -am \
        -Dmdep.includeScope=test -Dmdep.outputFile=target/simulation-classpath.txt) >"$log" 2>&1 || {
        grep -m 20 '^\[ERROR\]' "$log" >&2 || tail -n 20 "$log" >&2
        fail "The build failed. All of its output: .liap/simulate.log"
    }
    cd "$home/ws-core"
    exec "$JAVA_HOME/bin/java" -XX:+UseParallelGC -Xmx2g \
        -Djava.util.logging.manager=org.jboss.logmanager.LogManager \
        -cp "target/test-classes:target/classes:$(cat target/simulation-classpath.txt)" \
        io.liaptui.ws.simulation.Simulate "$option" "$value"
}
