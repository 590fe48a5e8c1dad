package io.liaptui.ws.bans;

import io.liaptui.common.bans.Ban;
import io.liaptui.ws.actor.Loop;
import io.liaptui.ws.actor.Timers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import org.jboss.logging.Logger;

/**
 * Keeps {@link Bans} as the store has them: looks every 2 s, and at once when an operator says that something changed. What
 * was read stays while the store is away. After a change open sockets are gone over twice, for one may have been on its way
 * in. Threading: any thread; nothing blocks.
 */
public final class BanWatch {
    static final Duration EVERY = Duration.ofSeconds(2);

    private static final Logger LOG = Logger.getLogger(BanWatch.class);
    private static final int SWEEPS = 2;

    private final BanStore store;
    private final Bans bans;
    private final Timers timers;
    private final IntSupplier sweep;
    private final AtomicInteger sweeps = new AtomicInteger();
    private volatile BanStore.Snapshot last = new BanStore.Snapshot(BanStore.UNKNOWN, 0, List.of());

    /**
     * @param sweep closes the sockets that are banned now, and says how many those were
     */
    public BanWatch(BanStore store, Bans bans, Timers timers, IntSupplier sweep) {
        this.store = store;
        this.bans = bans;
        this.timers = timers;
        this.sweep = sweep;
        bans.onSeatShown(this::browserOf);
    }

    public void start() {
        new Loop(timers, EVERY, this::turn).start();
    }

    /** Looks now. Says how many bans there are and how many sockets were closed; fails if the store does not answer. */
    public CompletionStage<Found> look() {
        return store.read(last.version()).thenApply(this::take);
    }

    /**
     * What came of a look.
     *
     * @param bans that hold now
     * @param closed sockets
     */
    public record Found(int bans, int closed) {}

    private void turn() {
        look().whenComplete((found, failure) -> {
            if (failure != null) {
                LOG.debugf("The list of bans stays as it was: %s", failure.getMessage());
            }
        });
    }

    private Found take(Optional<BanStore.Snapshot> news) {
        news.ifPresent(snapshot -> {
            bans.replace(snapshot.bans(), snapshot.now());
            last = snapshot;
            sweeps.set(SWEEPS);
        });
        boolean due = sweeps.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
        int closed = due && !bans.isEmpty() ? sweep.getAsInt() : 0;
        if (closed > 0) {
            LOG.infof("Sockets closed because they are banned: %d", closed);
        }
        return new Found(last.bans().size(), closed);
    }

    /** Whoever shows the secret of a banned seat would otherwise come back under another name. */
    private void browserOf(Ban seat, String browser) {
        String hash = Bans.hash(browser);
        long left = seat.until() - last.now();
        Ban ban = new Ban(
                Ban.idOf(Ban.Kind.BROWSER, hash),
                Ban.Kind.BROWSER,
                hash,
                seat.label(),
                seat.reason(),
                "node",
                seat.at(),
                seat.until());
        boolean isKnown = last.bans().stream().anyMatch(each -> each.id().equals(ban.id()));
        if (left > 0 && !isKnown) {
            store.add(ban, Duration.ofMillis(left)).whenComplete((added, failure) -> {
                if (failure != null || !added) {
                    LOG.warnf("The browser of ban %s is not banned with its seat: %s", seat.id(), failure);
                }
            });
        }
    }
}
