#!/bin/sh
# Starts the node of this folder alone, without Redis, lets bots play for a while, and ends it as a deploy would: at its end
# the JVM writes the classes that were needed into app.aot. Flags that change the layout of objects must be those of the
# image's entry point, else the cache is ignored.
set -eu
cd "${1:-.}"

# A place to write for what the JVM keeps between its two steps
export LIAP_JOURNAL=memory LIAP_WARM_UP="${LIAP_TRAIN:-15s}" LIAP_PACE=0 QUARKUS_SHUTDOWN_DELAY=1s QUARKUS_HTTP_PORT="${LIAP_TRAIN_PORT:-8080}"

java -XX:AOTCacheOutput=app.aot -XX:+UseSerialGC -XX:MaxRAMPercentage=60 \
    -Djava.util.logging.manager=org.jboss.logmanager.LogManager -Dquarkus.http.host=127.0.0.1 -jar quarkus-run.jar &
node=$!

tries=0
until java -cp quarkus-run.jar io.liaptui.ws.ops.Main --health; do
    tries=$((tries + 1))
    if [ "$tries" -gt 60 ] || ! kill -0 "$node" 2>/dev/null; then
        echo "The node did not start; nothing to train with." >&2
        kill "$node" 2>/dev/null || true
        exit 1
    fi
    sleep 1
done

kill -TERM "$node"
wait "$node" || true
[ -s app.aot ] || { echo "The JVM wrote no cache." >&2; exit 1; }
ls -l app.aot
