package io.liaptui.box.chaos.fleet;

import java.time.Duration;

/**
 * How a proxy passes bytes.
 *
 * @param held nothing passes, as in a partition of the network; it passes late, once that is over
 * @param delay of each direction
 * @param dropped share of the publishes that reach nobody, 0 to 1
 */
public record ProxyMode(boolean held, Duration delay, double dropped) {
    /** Everything passes at once. */
    public static final ProxyMode PLAIN = new ProxyMode(false, Duration.ZERO, 0);

    /** Nothing passes. */
    public static final ProxyMode HELD = new ProxyMode(true, Duration.ZERO, 0);

    /** Everything takes longer, half of it each way. */
    public static ProxyMode slow(Duration roundTrip) {
        return new ProxyMode(false, roundTrip.dividedBy(2), 0);
    }

    /** Some publishes are lost, and their senders do not see it. */
    public static ProxyMode losing(double share) {
        return new ProxyMode(false, Duration.ZERO, share);
    }
}
