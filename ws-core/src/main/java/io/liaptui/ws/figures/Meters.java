package io.liaptui.ws.figures;

import io.liaptui.common.redis.NodeStats;
import io.liaptui.ws.limits.LimitKind;
import io.liaptui.ws.limits.LimitScope;
import io.liaptui.ws.measure.Measures;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;

/**
 * What this node does, as metrics; every name is explained in {@code docs/metrics.md}. Buckets stand where a budget or an
 * alarm is, and nowhere else. No room or player is a label: series would grow without end.
 */
public final class Meters implements Measures {
    private final Timer append;
    private final Timer take;
    private final Timer firstFrame;
    private final Timer handover;
    private final Counter deafLeft;
    private final Counter deafStayed;
    private final Counter fenced;
    private final Counter restored;
    private final Counter loadFailed;
    private final Counter broken;
    private final Counter unreplicated;
    private final Counter gaps;
    private final Counter archived;
    private final Counter notArchived;
    private final Counter audits;
    private final Map<LimitKind, Map<LimitScope, Counter>> refused = new EnumMap<>(LimitKind.class);
    private final AtomicInteger ghosts = new AtomicInteger();
    private final AtomicInteger twins = new AtomicInteger();
    private final AtomicInteger hidden = new AtomicInteger();
    private final DistributionSummary mailbox;

    public Meters(MeterRegistry registry) {
        append = timer(registry, "liap.append", 5, 25, 100, 250, 1000);
        take = timer(registry, "liap.take", 50, 250, 1000, 3000);
        firstFrame = timer(registry, "liap.first.frame", 250, 500, 1000, 3000);
        handover = timer(registry, "liap.handover", 25, 50, 100, 150, 200, 250, 500, 1000);
        deafLeft = registry.counter("liap.deaf", "leaves", "true");
        deafStayed = registry.counter("liap.deaf", "leaves", "false");
        fenced = registry.counter("liap.fenced");
        restored = registry.counter("liap.restored");
        loadFailed = registry.counter("liap.load.failures", "broken", "false");
        broken = registry.counter("liap.load.failures", "broken", "true");
        unreplicated = registry.counter("liap.unreplicated");
        gaps = registry.counter("liap.gaps");
        archived = registry.counter("liap.archived", "kept", "true");
        notArchived = registry.counter("liap.archived", "kept", "false");
        audits = registry.counter("liap.audits");
        for (LimitKind kind : LimitKind.values()) {
            Map<LimitScope, Counter> scopes = new EnumMap<>(LimitScope.class);
            for (LimitScope by : LimitScope.values()) {
                scopes.put(by, registry.counter("liap.refused", "kind", kind.label(), "by", by.label()));
            }
            refused.put(kind, scopes);
        }
        found(registry, "ghost", ghosts);
        found(registry, "twin", twins);
        found(registry, "hidden", hidden);
        mailbox = DistributionSummary.builder("liap.mailbox.inputs")
                .serviceLevelObjectives(1, 4, 16, 64, 255)
                .register(registry);
    }

    /** The same counts for the REST API. */
    public NodeStats.Recovery recovery() {
        return new NodeStats.Recovery(
                take.count(),
                handover.count(),
                (long) restored.count(),
                (long) fenced.count(),
                (long) (loadFailed.count() + broken.count()),
                ghosts.get(),
                twins.get(),
                hidden.get());
    }

    @Override
    public void appended(Duration took) {
        append.record(took);
    }

    @Override
    public void taken(Duration hydrate) {
        take.record(hydrate);
    }

    @Override
    public void firstFrame(Duration sinceJudged) {
        firstFrame.record(sinceJudged);
    }

    @Override
    public void handedOver(Duration pause) {
        handover.record(pause);
    }

    @Override
    public void foundDeaf(boolean leaves) {
        (leaves ? deafLeft : deafStayed).increment();
    }

    @Override
    public void fenced() {
        fenced.increment();
    }

    @Override
    public void restored() {
        restored.increment();
    }

    @Override
    public void loadFailed(boolean isBroken) {
        (isBroken ? broken : loadFailed).increment();
    }

    @Override
    public void unreplicated() {
        unreplicated.increment();
    }

    @Override
    public void gap() {
        gaps.increment();
    }

    @Override
    public void archived(boolean kept) {
        (kept ? archived : notArchived).increment();
    }

    @Override
    public void audited(int ghostsNow, int twinsNow, int hiddenNow) {
        audits.increment();
        ghosts.set(ghostsNow);
        twins.set(twinsNow);
        hidden.set(hiddenNow);
    }

    @Override
    public void refused(LimitKind kind, LimitScope by) {
        refused.get(kind).get(by).increment();
    }

    @Override
    public void mailboxDepth(int depth) {
        mailbox.record(depth);
    }

    private static Timer timer(MeterRegistry registry, String name, long... millis) {
        return Timer.builder(name)
                .serviceLevelObjectives(
                        LongStream.of(millis).mapToObj(Duration::ofMillis).toArray(Duration[]::new))
                .register(registry);
    }

    private static void found(MeterRegistry registry, String kind, AtomicInteger count) {
        Gauge.builder("liap.audit.found", count, AtomicInteger::get)
                .tag("kind", kind)
                .register(registry);
    }
}
