package io.liaptui.ws.relay;

/** Counts the echoes a node sends itself and hears. Plain logic. Threading: any thread. */
final class EchoWatch {
    private final int mayMiss;
    private long sent;
    private long heard;
    private long since;

    /**
     * @param mayMiss so many echoes in a row without being heard mean that the subscription is dead
     */
    EchoWatch(int mayMiss) {
        this.mayMiss = mayMiss;
    }

    /** The number of the echo that is sent now. */
    synchronized long next() {
        return ++sent;
    }

    synchronized void heard(long number) {
        if (number > since && number <= sent) {
            heard = Math.max(heard, number);
        }
    }

    /** Whether the subscription must be made anew. */
    synchronized boolean isDeaf() {
        return sent - Math.max(heard, since) >= mayMiss;
    }

    /** Whether this subscription has carried an echo, and not too long ago. */
    synchronized boolean isHeard() {
        return heard > since && !isDeaf();
    }

    /** A new subscription: echoes sent before say nothing about it. Returns whether the last one carried any. */
    synchronized boolean restart() {
        boolean carried = heard > since;
        since = sent;
        return carried;
    }
}
