package io.liaptui.box.front;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;

/**
 * Passes bytes from one socket to another, unread, as fast as the other takes them: while that is full nothing more is read
 * from the first, and when it stays full for too long both are cut. Lives on the context of its tunnel.
 */
final class OneWay {
    private static final long NONE = -1;

    private final Vertx vertx;
    private final TunnelEnd from;
    private final TunnelEnd to;
    private final int patienceMillis;
    private long late = NONE;
    private boolean stopped;

    /** @param patienceMillis how long the receiver may leave its buffer full */
    OneWay(Vertx vertx, TunnelEnd from, TunnelEnd to, int patienceMillis) {
        this.vertx = vertx;
        this.from = from;
        this.to = to;
        this.patienceMillis = patienceMillis;
    }

    /** Begins; what the sender has said before it closes is still passed on, then the receiver is closed. */
    void start() {
        to.onRoom(vertx.getOrCreateContext(), this::goOn);
        from.socket().exceptionHandler(followedByItsEnd -> {});
        from.socket().handler(this::pass);
        from.socket().endHandler(end -> to.close(vertx, patienceMillis));
        from.socket().resume();
    }

    /** Nothing more is read: there is nobody who would take it. */
    void stop() {
        stopped = true;
        from.socket().pause();
    }

    private void pass(Buffer bytes) {
        to.socket().write(bytes);
        if (to.isFull() && late == NONE) {
            from.socket().pause();
            late = vertx.setTimer(patienceMillis, end -> {
                from.cut();
                to.cut();
            });
        }
    }

    private void goOn() {
        if (late != NONE && !to.isFull()) {
            vertx.cancelTimer(late);
            late = NONE;
            if (!stopped) {
                from.socket().resume();
            }
        }
    }
}
