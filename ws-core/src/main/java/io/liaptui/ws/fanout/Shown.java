package io.liaptui.ws.fanout;

/**
 * How far a socket, or its client over several sockets, has seen a room.
 *
 * @param epoch of the last step shown, 0 for none
 * @param number of that step within the epoch
 * @param version that the room had after it
 */
public record Shown(long epoch, long number, long version) {
    public static final Shown NOTHING = new Shown(0, 0, 0);

    boolean isBefore(long otherEpoch, long otherNumber) {
        return epoch < otherEpoch || (epoch == otherEpoch && number < otherNumber);
    }
}
