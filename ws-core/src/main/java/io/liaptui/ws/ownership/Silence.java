package io.liaptui.ws.ownership;

/**
 * How long this node has been without a good round, and how long without its own echo. Plain logic; under the lock of its
 * registry.
 *
 * <p>Without a good round: only time in which the process ran counts, so that one that wakes is not isolated. Without its
 * echo: only time between good rounds that follow one another counts, and a bad one sets it to zero. What was not heard
 * while commands did not work either, or while this process got no time, says nothing about its subscription; and
 * whatever made the round bad may have struck every node at the same moment.
 */
final class Silence {
    private final NodeSettings settings;
    private long last;
    private boolean everTurned;
    private long sinceGood;
    private long goodAt;
    private long withoutEcho;
    private boolean isolated;

    Silence(NodeSettings settings) {
        this.settings = settings;
    }

    /** A turn, whether a round begins or not. True if there was no good round for too long. */
    boolean turn(long now) {
        long elapsed = everTurned ? Math.min(now - last, settings.stall().toMillis()) : 0;
        last = now;
        everTurned = true;
        sinceGood += elapsed;
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

    /**
     * A good round. True if that ends the isolation.
     *
     * @param inARow so many good rounds, this one too, without a bad one between them
     */
    boolean good(long now, boolean heard, int inARow) {
        withoutEcho = heard || inARow <= 1
                ? 0
                : withoutEcho + Math.min(now - goodAt, settings.stall().toMillis());
        goodAt = now;
        sinceGood = 0;
        boolean changed = isolated;
        isolated = false;
        return changed;
    }

    /** True once each time that the own echo has stayed away for long enough; then it counts from zero again. */
    boolean turnsDeaf() {
        boolean turns = withoutEcho >= settings.deafAfter().toMillis();
        if (turns) {
            withoutEcho = 0;
        }
        return turns;
    }
}
