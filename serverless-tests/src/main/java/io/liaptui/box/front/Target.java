package io.liaptui.box.front;

import io.liaptui.box.front.TargetState.Health;
import io.liaptui.box.front.rules.HealthCheck;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * One target and its health. INITIAL becomes HEALTHY by one good check; HEALTHY and INITIAL become UNHEALTHY by
 * {@code unhealthyThreshold} bad ones in a row, and UNHEALTHY becomes HEALTHY by {@code healthyThreshold} good ones.
 * Guarded by the lock of its {@link Balancer}.
 */
final class Target {
    private final URI uri;
    private final HealthCheck rules;
    private final Set<Lease> leases = new LinkedHashSet<>();
    private Health health = Health.DRAINING;
    private String reason = "not registered";
    private Runnable deregister = () -> {};
    private int registration;
    private int healthPort;
    private int streak;

    Target(URI uri, HealthCheck rules) {
        this.uri = uri;
        this.rules = rules;
    }

    URI uri() {
        return uri;
    }

    /** Tells checks and drainings of an earlier registration from those of this one. */
    int registration() {
        return registration;
    }

    /** Where its health is asked. */
    int healthPort() {
        return healthPort;
    }

    /** The process behind it may be another one by now, whose health is asked elsewhere. */
    void checkAt(int port) {
        healthPort = port;
    }

    void register(int checkedAt) {
        registration++;
        checkAt(checkedAt);
        become(Health.INITIAL, "waits for its first health check");
    }

    void onDeregister(Runnable action) {
        deregister = action;
    }

    int drain() {
        deregister.run();
        become(Health.DRAINING, "deregistered");
        return registration;
    }

    void mark(boolean healthy) {
        if (!isDraining()) {
            become(healthy ? Health.HEALTHY : Health.UNHEALTHY, healthy ? "" : "marked unhealthy");
        }
    }

    void checked(int ofRegistration, boolean good, String why) {
        if (ofRegistration != registration || isDraining()) {
            return;
        }
        if (good ? health == Health.HEALTHY : health == Health.UNHEALTHY) {
            become(health, why);
            return;
        }
        streak++;
        if (streak >= needed(good)) {
            become(good ? Health.HEALTHY : Health.UNHEALTHY, why);
        }
    }

    private int needed(boolean good) {
        if (!good) {
            return rules.unhealthyThreshold();
        }
        return health == Health.INITIAL ? 1 : rules.healthyThreshold();
    }

    boolean isHealthy() {
        return health == Health.HEALTHY;
    }

    boolean isDraining() {
        return health == Health.DRAINING;
    }

    Lease lease(String client, BiConsumer<Target, Lease> release) {
        Lease lease = new Lease(uri, client, ended -> release.accept(this, ended));
        leases.add(lease);
        return lease;
    }

    void release(Lease lease) {
        leases.remove(lease);
    }

    int leases() {
        return leases.size();
    }

    List<Lease> open() {
        return List.copyOf(leases);
    }

    TargetState state() {
        return new TargetState(uri, health, reason, leases.size());
    }

    private void become(Health next, String why) {
        health = next;
        reason = why;
        streak = 0;
    }
}
