package io.liaptui.box.chaos.fleet;

import io.liaptui.box.process.Processes;
import io.liaptui.box.run.BoxFailure;
import io.liaptui.box.run.Layout;
import io.liaptui.box.run.Rig;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;

/** What differs in a fleet that is harmed: a proxy between each node and Redis, and which release a new node belongs to. Thread-safe. */
final class DrillRig implements Rig {
    private final Vertx vertx;
    private final FleetOptions options;
    private final IntSupplier redisPort;
    private final Layout layout;
    private final Processes processes;
    private final Map<Integer, RedisProxy> proxies = new ConcurrentHashMap<>();
    private final AtomicInteger generation = new AtomicInteger(1);
    private volatile boolean nextRelease;

    DrillRig(Vertx vertx, FleetOptions options, IntSupplier redisPort, Layout layout, Processes processes) {
        this.vertx = vertx;
        this.options = options;
        this.redisPort = redisPort;
        this.layout = layout;
        this.processes = processes;
    }

    @Override
    public Map<String, String> environment(int number) {
        Map<String, String> environment = new HashMap<>(options.environment());
        environment.put("LIAP_GENERATION", Integer.toString(generation.get()));
        environment.put(
                "QUARKUS_REDIS_HOSTS",
                proxies.computeIfAbsent(number, first -> open()).url());
        return environment;
    }

    @Override
    public Path program(int number, Path usual) throws IOException {
        if (!nextRelease) {
            return usual;
        }
        try {
            return NextRelease.of(usual, processes, layout.log("training-next"));
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    @Override
    public double timeScale() {
        return options.timeScale();
    }

    void raiseGeneration(int by) {
        generation.addAndGet(by);
    }

    void nextRelease(boolean next) {
        nextRelease = next;
    }

    Collection<RedisProxy> proxies() {
        return List.copyOf(proxies.values());
    }

    Optional<RedisProxy> proxyOf(int number) {
        return Optional.ofNullable(proxies.get(number));
    }

    void forget(int number) {
        RedisProxy proxy = proxies.remove(number);
        if (proxy != null) {
            proxy.close();
        }
    }

    private RedisProxy open() {
        try {
            return RedisProxy.open(vertx, redisPort.getAsInt());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static BoxFailure interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new BoxFailure("Interrupted.", e);
    }
}
