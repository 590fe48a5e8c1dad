package io.liaptui.ws.ops;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Whether a process has had next to nothing to do for half a second; to be asked again and again, by one thread.
 * A JVM that has just played goes on compiling what it played, with as many cores as it gets.
 */
final class CalmProcess implements BooleanSupplier {
    static final Duration WINDOW = Duration.ofMillis(250);
    private static final int WINDOWS = 2;
    /** Of one core. */
    private static final double IDLE = 0.1;

    private final LongSupplier cpu;
    private final LongSupplier clock;
    private long used;
    private long since;
    private int calm;

    /**
     * @param cpu nanoseconds that the process has spent on all cores
     * @param clock monotonic nanoseconds
     */
    CalmProcess(LongSupplier cpu, LongSupplier clock) {
        this.cpu = cpu;
        this.clock = clock;
        this.used = cpu.getAsLong();
        this.since = clock.getAsLong();
    }

    @Override
    public boolean getAsBoolean() {
        long now = clock.getAsLong();
        if (now - since >= WINDOW.toNanos()) {
            long spent = cpu.getAsLong();
            calm = spent - used <= IDLE * (now - since) ? calm + 1 : 0;
            used = spent;
            since = now;
        }
        return calm >= WINDOWS;
    }
}
