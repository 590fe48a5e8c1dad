package io.liaptui.ws.relay;

/**
 * A number for a set of sockets, so that two nodes can compare what they believe without listing it. Both ends of a link
 * must count alike in every release.
 */
public final class Crowd {
    private Crowd() {}

    /** What one socket adds to the sum. */
    public static long of(String socket, long generation) {
        long mixed = 1_125_899_906_842_597L;
        for (int i = 0; i < socket.length(); i++) {
            mixed = 31 * mixed + socket.charAt(i);
        }
        mixed = (mixed ^ generation) * 0x9E3779B97F4A7C15L;
        return mixed ^ (mixed >>> 32);
    }
}
