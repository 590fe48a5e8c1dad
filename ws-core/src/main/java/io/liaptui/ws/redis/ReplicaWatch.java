package io.liaptui.ws.redis;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;

/**
 * Decides whether it is worth waiting for a replica. Where none answers three times in a row, waiting would only slow
 * every write down, so nobody waits for 10 s; then one try decides. Threading: any thread.
 */
public final class ReplicaWatch {
    private static final Logger LOG = Logger.getLogger(ReplicaWatch.class);
    private static final int ZEROS = 3;
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final LongSupplier nanoTime;
    private int zeros;
    private long notBefore;

    /**
     * @param nanoTime a monotonic clock, such as {@code System::nanoTime}
     */
    public ReplicaWatch(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Whether the next batch should wait for a replica. */
    synchronized boolean isWorthwhile() {
        return zeros < ZEROS || nanoTime.getAsLong() - notBefore >= 0;
    }

    /** So many replicas have everything that was written before. */
    synchronized void acknowledged(long replicas) {
        if (replicas > 0) {
            if (zeros >= ZEROS) {
                LOG.info("A replica of Redis acknowledges writes again");
            }
            zeros = 0;
            return;
        }
        if (++zeros == ZEROS) {
            LOG.warnf(
                    "No replica of Redis acknowledged %d batches in a row: writes are stored on the primary alone until one"
                            + " does, asked again every %d s",
                    ZEROS, PAUSE.toSeconds());
        }
        notBefore = nanoTime.getAsLong() + PAUSE.toNanos();
    }
}
