package io.liaptui.ws.ownership;

/**
 * How long this node has been without a good round, and how long without its own echo though rounds were good. Only
 * time in which the process ran counts, so that one that wakes is neither. Plain logic; under the lock of its registry.
 */
final class Silence {
    private final NodeSettings settings;
    private long last;
    private boolean everTurned;
    private long sinceGood;
    private long sinceEcho;
    private boolean isolated;
    private boolean deaf;

    Silence(NodeSettings settings) {
        this.settings = settings;
    }

    /** A turn, whether a round begins or not. True if there was no good round for too long. */
    boolean turn(long now) {
        long elapsed = everTurned ? Math.min(now - last, settings.stall().toMillis()) : 0;
        last = now;
        everTurned = true;
        sinceGood += elapsed;
        sinceEcho += elapsed;
        return sinceGood >= settings.isolatedAfter().toMillis();
    }

    /** True if it was not so before. */
    boolean isolate() {
        boolean changed = !isolated;
        isolated = true;
        return changed;
    }

    boolean isIsolated() {
        return isolated;
    }

    /** A good round. True if that ends the isolation. */
    boolean good(boolean heard) {
        // What was not heard while commands did not work either says nothing
        if (heard || sinceGood > settings.stall().toMillis()) {
            sinceEcho = 0;
            deaf = false;
        }
        sinceGood = 0;
        boolean changed = isolated;
        isolated = false;
        return changed;
    }

    /** True once for each time that the own echo stays away. */
    boolean turnsDeaf() {
        boolean turns = !deaf && sinceEcho >= settings.deafAfter().toMillis();
        deaf |= turns;
        return turns;
    }
}
