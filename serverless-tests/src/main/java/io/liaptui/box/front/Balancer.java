package io.liaptui.box.front;

import io.liaptui.box.front.rules.TargetGroup;
import io.liaptui.box.front.rules.TargetGroup.Balancing;
import io.vertx.core.Vertx;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/** Chooses the target of each request, checks the targets' health and drains those that are removed. */
final class Balancer implements Targets {
    private record Waiter(int count, CompletableFuture<Void> done) {}

    private final Vertx vertx;
    private final TargetGroup.Ip group;
    private final Times times;
    private final HealthProbe probe;
    private final Map<URI, Target> targets = new LinkedHashMap<>();
    private final List<Waiter> waiters = new ArrayList<>();
    private long turn;
    private boolean stopped;

    Balancer(Vertx vertx, TargetGroup.Ip group, Times times) {
        this.vertx = vertx;
        this.group = group;
        this.times = times;
        this.probe = new HealthProbe(vertx, group.healthCheck(), times);
    }

    String key() {
        return group.key();
    }

    /** The target for one more request, of a client at this address and port; empty if none is healthy. */
    synchronized Optional<Lease> choose(String client) {
        List<Target> healthy =
                targets.values().stream().filter(Target::isHealthy).toList();
        if (healthy.isEmpty()) {
            return Optional.empty();
        }
        Target next = group.balancing() == Balancing.ROUND_ROBIN
                ? healthy.get((int) (turn++ % healthy.size()))
                : healthy.stream().min(Comparator.comparingInt(Target::leases)).orElseThrow();
        return Optional.of(next.lease(client, this::release));
    }

    @Override
    public void add(URI uri) {
        add(uri, group.healthCheck().port().orElse(uri.getPort()));
    }

    @Override
    public synchronized void add(URI uri, int healthPort) {
        HealthProbe.checkForm(uri);
        Target old = targets.get(uri);
        if (stopped) {
            return;
        }
        if (old != null && !old.isDraining()) {
            old.checkAt(healthPort);
            return;
        }
        Target target = old == null ? new Target(uri, group.healthCheck()) : old;
        target.register(healthPort);
        targets.put(uri, target);
        long timer = vertx.setPeriodic(times.millis(group.healthCheck().interval()), tick -> check(target));
        target.onDeregister(() -> vertx.cancelTimer(timer));
        check(target);
    }

    @Override
    public synchronized void remove(URI uri) {
        Target target = targets.get(uri);
        if (target == null || target.isDraining()) {
            return;
        }
        int registration = target.drain();
        vertx.setTimer(times.millis(group.deregistrationDelay()), end -> endDraining(target, registration));
        forgetIfIdle(target);
    }

    @Override
    public void cut(URI uri) {
        List<Lease> open;
        synchronized (this) {
            Target target = targets.get(uri);
            open = target == null ? List.of() : target.open();
        }
        open.forEach(Lease::cut);
    }

    @Override
    public synchronized Set<String> clients(URI uri) {
        Target target = targets.get(uri);
        return target == null
                ? Set.of()
                : target.open().stream().map(Lease::client).collect(Collectors.toSet());
    }

    @Override
    public synchronized void mark(URI uri, boolean healthy) {
        Target target = targets.get(uri);
        if (target != null) {
            target.mark(healthy);
            tellWaiters();
        }
    }

    @Override
    public synchronized List<TargetState> states() {
        return targets.values().stream().map(Target::state).toList();
    }

    @Override
    public synchronized CompletionStage<Void> whenHealthy(int count) {
        Waiter waiter = new Waiter(count, new CompletableFuture<>());
        waiters.add(waiter);
        tellWaiters();
        return waiter.done().minimalCompletionStage();
    }

    synchronized void stop() {
        stopped = true;
        targets.values().forEach(Target::drain);
        targets.clear();
        probe.close();
    }

    private void check(Target target) {
        int registration = target.registration();
        probe.ask(target.uri().getHost(), target.healthPort()).onComplete(answer -> {
            synchronized (this) {
                target.checked(registration, answer.succeeded(), answer.succeeded() ? "" : reason(answer.cause()));
                tellWaiters();
            }
        });
    }

    private static String reason(Throwable cause) {
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    private void tellWaiters() {
        long healthy = targets.values().stream().filter(Target::isHealthy).count();
        List<Waiter> met =
                waiters.stream().filter(waiter -> waiter.count() <= healthy).toList();
        waiters.removeAll(met);
        // What hangs on the stage must not run under this lock
        met.forEach(waiter -> vertx.runOnContext(run -> waiter.done().complete(null)));
    }

    private void endDraining(Target target, int registration) {
        List<Lease> left;
        synchronized (this) {
            left = target.registration() == registration && target.isDraining() ? target.open() : List.of();
        }
        left.forEach(Lease::cut);
    }

    private synchronized void release(Target target, Lease lease) {
        target.release(lease);
        forgetIfIdle(target);
    }

    private void forgetIfIdle(Target target) {
        if (target.isDraining() && target.leases() == 0) {
            targets.remove(target.uri(), target);
        }
    }
}
